// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.shared.WorkingDays;

/** The actor's own profile. */
@ApplicationScoped
public class ProfileFinder {
    @Inject
    EntityManager em;
    @Inject
    RoleSeats seats;
    @Inject
    Clock clock;

    /** Of a person who is signed in; an absence that is over is forgotten. */
    public Optional<Profile> of(Actor actor) {
        return em.createQuery("""
                        select new nl.klankbord.programme.ProfileFinder$Profile(p.name, g.code, g.name, g.sizeClass, g.inhabitants, g.urbanity, o.name, p.language,
                          case when p.absentUntil is null or p.absentUntil >= :today then p.absentFrom end, case when p.absentUntil >= :today then p.absentUntil end,
                          case when p.absentUntil is null or p.absentUntil >= :today then r.email end, case when p.absentUntil is null or p.absentUntil >= :today then p.replacementReads else false end, p.version,
                          case when exists (select 1 from MunicipalityAdministrator a where a.personId = :me and a.municipalityCode = :gm) then true else false end)
                        from Person p left join Organisation o on o.id = p.organisationId left join Municipality g on g.code = o.municipalityCode
                        left join Person r on r.id = p.replacementId and exists (select 1 from Organisation ro where ro.id = r.organisationId and ro.municipalityCode = g.code) where p.id = :me""", Profile.class)
                .setParameter("me", actor.personId()).setParameter("gm", actor.municipality()).setParameter("today", WorkingDays.dayOf(clock.instant()))
                .getResultStream().findFirst().map(profile -> profile.with(roles(actor)));
    }

    private List<OwnRole> roles(Actor actor) {
        Map<UUID, Long> left = seats.own(actor);
        return em.createQuery("""
                        select new nl.klankbord.programme.ProfileFinder$OwnRole(m.id, m.programmeId, p.name, m.role, m.level)
                        from Membership m join Programme p on p.id = m.programmeId where m.personId = :me order by m.id""", OwnRole.class)
                .setParameter("me", actor.personId()).getResultStream().map(role -> role.with(left.getOrDefault(role.id(), 0L))).toList();
    }

    /** @param administers whether this person manages the colleagues of the municipality */
    public record Profile(String name, String code, String municipality, Municipality.Facts facts, String organisation, String language, LocalDate absentFrom, LocalDate absentUntil,
                          String replacementEmail, boolean replacementReads, int version,
                          boolean administers, List<OwnRole> roles) {
        public Profile(String name, String code, String municipality, Municipality.SizeClass size, Integer inhabitants, Municipality.Urbanity urbanity, String organisation, String language,
                       LocalDate absentFrom, LocalDate absentUntil, String replacementEmail, boolean replacementReads, int version, boolean administers) {
            this(name, code, municipality, code == null ? null : new Municipality.Facts(size, inhabitants, urbanity), organisation, language, absentFrom, absentUntil, replacementEmail, replacementReads, version, administers, List.of());
        }

        Profile with(List<OwnRole> roles) {
            return new Profile(name, code, municipality, facts, organisation, language, absentFrom, absentUntil, replacementEmail, replacementReads, version, administers, roles);
        }
    }

    /** @param seats how many dilemmas are left with the role */
    public record OwnRole(UUID id, UUID programmeId, String programme, Role role, Level level, long seats) {
        public OwnRole(UUID id, UUID programmeId, String programme, Role role, Level level) {
            this(id, programmeId, programme, role, level, 0);
        }

        OwnRole with(long seats) {
            return new OwnRole(id, programmeId, programme, role, level, seats);
        }
    }
}
