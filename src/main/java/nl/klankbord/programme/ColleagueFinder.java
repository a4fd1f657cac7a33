// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.AdministratorFinder;
import nl.klankbord.identity.KeycloakAccounts;
import nl.klankbord.identity.Municipality;
import nl.klankbord.identity.MunicipalityPolicy;
import nl.klankbord.identity.MunicipalityPolicy.Action;
import nl.klankbord.shared.Cursor;

/** The people of one's own municipality and their roles, for who administers it. Nothing of what they write, and nobody of another municipality. */
@ApplicationScoped
public class ColleagueFinder {
    /** The actor administers the municipality {@code :gm}, for which she speaks. */
    static final String ADMINISTERED = "exists (select 1 from MunicipalityAdministrator ma where ma.personId = :me and ma.municipalityCode = :gm)";
    /** The municipality {@code :gm} takes part in the programme {@code pr}: somebody does so for it, or is asked to. */
    static final String TAKES_PART = """
            exists (select 1 from Membership tm left join Person tp on tp.id = tm.personId left join Organisation tor on tor.id = tp.organisationId
             where tm.programmeId = pr.id and tm.role = nl.klankbord.programme.Role.PARTICIPANT
             and (tor.municipalityCode = :gm or tm.personId is null and tm.municipalityCode = :gm))""";
    /** The role {@code m} is a colleague's: of who speaks for the municipality, or given by it to an address that has yet to sign in. */
    static final String COLLEAGUES = "(o.municipalityCode = :gm or m.personId is null and m.municipalityCode = :gm)";
    /** A coordinator proposed {@code m} for the municipality {@code :gm}, and its owner {@code p} belongs to nobody yet. Who belongs elsewhere is not moved. */
    static final String PROPOSED = "m.proposedMunicipality = :gm and (m.personId is null or p.organisationId is null)";
    private static final int MOST = 50;
    @Inject
    EntityManager em;
    @Inject
    AdministratorFinder administrators;
    @Inject
    KeycloakAccounts accounts;

    /** The programmes in which the actor's municipality takes part. */
    public Optional<Own> municipality(Actor actor) {
        if (!manages(actor)) {
            return Optional.empty();
        }
        List<Joined> programmes = em.createQuery("select new nl.klankbord.programme.ColleagueFinder$Joined(pr.id, pr.name) from Programme pr where " + TAKES_PART + " and " + ADMINISTERED
                        + " order by pr.id", Joined.class).setParameter("gm", actor.municipality()).setParameter("me", actor.personId()).getResultList();
        return em.createQuery("select new nl.klankbord.programme.ColleagueFinder$Own(g.code, g.name, g.sizeClass, g.inhabitants, g.urbanity) from Municipality g where g.code = :gm and " + ADMINISTERED, Own.class)
                .setParameter("gm", actor.municipality()).setParameter("me", actor.personId()).getResultStream().findFirst().map(own -> own.with(programmes, accounts.invites()));
    }

    /** Every role of a colleague in those programmes. */
    public Optional<Cursor.Items<Colleague>> list(Actor actor, Cursor cursor) {
        return manages(actor) ? Optional.of(cursor.page(em.createQuery("""
                        select new nl.klankbord.programme.ColleagueFinder$Colleague(m.id, m.email, p.name, pr.id, pr.name, m.role, m.level)
                        from Membership m join Programme pr on pr.id = m.programmeId left join Person p on p.id = m.personId left join Organisation o on o.id = p.organisationId
                        where %s and %s and %s and m.id > :after order by m.id""".formatted(COLLEAGUES, TAKES_PART, ADMINISTERED), Colleague.class)
                .setParameter("gm", actor.municipality()).setParameter("me", actor.personId()).setParameter("after", cursor.after())
                .setMaxResults(cursor.limit() + 1).getResultList(), Colleague::id)) : Optional.empty();
    }

    /** Who was proposed for the actor's municipality and does not speak for it yet. */
    public Optional<Cursor.Items<Proposal>> proposals(Actor actor, Cursor cursor) {
        return manages(actor) ? Optional.of(cursor.page(em.createQuery("""
                        select new nl.klankbord.programme.ColleagueFinder$Proposal(m.id, m.email, p.name, pr.id, pr.name, m.role, m.level, case when m.confirmedAt is not null then true else false end)
                        from Membership m join Programme pr on pr.id = m.programmeId left join Person p on p.id = m.personId
                        where %s and %s and m.id > :after order by m.id""".formatted(PROPOSED, ADMINISTERED), Proposal.class)
                .setParameter("gm", actor.municipality()).setParameter("me", actor.personId()).setParameter("after", cursor.after())
                .setMaxResults(cursor.limit() + 1).getResultList(), Proposal::id)) : Optional.empty();
    }

    /** The programmes in which somebody waits for the actor to say whether she speaks for her municipality. */
    public List<Joined> waiting(Actor actor) {
        return em.createQuery("select distinct new nl.klankbord.programme.ColleagueFinder$Joined(pr.id, pr.name) from Membership m join Programme pr on pr.id = m.programmeId left join Person p on p.id = m.personId "
                        + "where m.confirmedAt is null and " + PROPOSED + " and " + ADMINISTERED + " order by pr.id desc", Joined.class)
                .setParameter("gm", actor.municipality()).setParameter("me", actor.personId()).setMaxResults(MOST).getResultList();
    }

    private boolean manages(Actor actor) {
        return MunicipalityPolicy.decide(administrators.standing(actor, actor.municipality()), Action.MANAGE_COLLEAGUES).granted();
    }

    /** @param invites whether a colleague without an account is invited to make one */
    public record Own(String code, String name, Municipality.Facts figures, List<Joined> programmes, boolean invites) {
        public Own(String code, String name, Municipality.SizeClass size, Integer inhabitants, Municipality.Urbanity urbanity) {
            this(code, name, new Municipality.Facts(size, inhabitants, urbanity), List.of(), false);
        }

        Own with(List<Joined> programmes, boolean invites) {
            return new Own(code, name, figures, programmes, invites);
        }
    }

    public record Joined(UUID id, String name) {}

    /** @param name null while the address has not signed in yet; @param confirmed whether this municipality said yes already */
    public record Proposal(UUID id, String email, String name, UUID programmeId, String programme, Role role, Level level, boolean confirmed) {
        public String who() {
            return name == null ? email : name;
        }
    }

    /** @param name null while the address has not signed in yet */
    public record Colleague(UUID id, String email, String name, UUID programmeId, String programme, Role role, Level level) {
        public boolean pending() {
            return name == null;
        }

        /** Other roles are the coordinator's to give and to take. */
        public boolean removable() {
            return role == Role.PARTICIPANT;
        }

        static List<Of> byPerson(List<Colleague> roles) {
            return roles.stream().collect(Collectors.groupingBy(Colleague::email, LinkedHashMap::new, Collectors.toList())).values().stream()
                    .map(own -> new Of(own.getFirst().email, own.getFirst().name, own)).toList();
        }

        /** One person with all her roles. @param name null while the address has not signed in yet */
        public record Of(String email, String name, List<Colleague> roles) {
            public boolean pending() {
                return name == null;
            }

            public String who() {
                return name == null ? email : name;
            }

            /** Whether some of them are the coordinator's to take. */
            public boolean othersToo() {
                return !roles.stream().allMatch(Colleague::removable);
            }
        }
    }
}
