// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.KeycloakAccounts;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.WorkingDays;

/** Programmes as their members see them. */
@ApplicationScoped
public class ProgrammeFinder {
    private static final String SHOW = """
            select new nl.klankbord.programme.ProgrammeFinder$Shown(p.id, p.name, p.purpose, h.text, p.houseRulesVersion, p.version, p.minutesBudget, p.retentionMonths, p.retentionWay,
             %s, %s, %s, %s)
            from Programme p join HouseRules h on h.programmeId = p.id and h.version = p.houseRulesVersion
            where (:admin = true or %s)""".formatted(ProgrammeAccess.rulesAccepted("p.id"), ProgrammeAccess.has(Role.COORDINATOR, "p.id"),
            ProgrammeAccess.has(Role.FACILITATOR, "p.id"), ProgrammeAccess.has(Role.PARTICIPANT, "p.id"), ProgrammeAccess.member("p.id"));
    /** Only those who coordinate plan around it; nobody else reads when somebody is away. */
    private static final String ABSENT = ProgrammeAccess.has(Role.COORDINATOR, "m.programmeId") + " and (p.absentUntil is null or p.absentUntil >= :today)";
    private static final int MOST = 200;
    static final int MOST_PEOPLE = 200;
    private static final String MEMBERS = """
            select new nl.klankbord.programme.ProgrammeFinder$Member(m.id, m.email, p.id, p.name, o.name, m.role, m.level, m.levelOwn, m.createdAt,
              case when %1$s then p.absentFrom end, case when %1$s then p.absentUntil end, %2$s,
              case when m.confirmedAt is null and (m.personId is null or p.organisationId is null) then pg.name end)
            from Membership m left join Person p on p.id = m.personId left join Organisation o on o.id = p.organisationId left join Municipality pg on pg.code = m.proposedMunicipality
            where m.programmeId = :id and""".formatted(ABSENT, ProgrammeAccess.rulesAccepted("m.programmeId", "m.personId"));
    @Inject
    EntityManager em;
    @Inject
    GuestSeats guestSeats;
    @Inject
    RoleSeats roleSeats;
    @Inject
    KeycloakAccounts accounts;
    @Inject
    Clock clock;

    public Optional<Shown> visibleTo(Actor actor, UUID id) {
        return em.createQuery(SHOW + " and p.id = :id", Shown.class).setParameter("id", id)
                .setParameter("me", actor.personId()).setParameter("admin", actor.platformAdmin()).getResultStream().findFirst();
    }

    public Cursor.Items<Shown> list(Actor actor, Cursor cursor) {
        return cursor.page(em.createQuery(SHOW + " and p.id > :after order by p.id", Shown.class).setParameter("after", cursor.after())
                .setParameter("me", actor.personId()).setParameter("admin", actor.platformAdmin())
                .setMaxResults(cursor.limit() + 1).getResultList(), Shown::id);
    }

    /** What the actor is there; empty when the programme does not exist or is not known to the actor. */
    public Optional<ProgrammeStanding> standing(Actor actor, UUID id) {
        return visibleTo(actor, id).map(shown -> shown.standing(actor));
    }

    /** What a guest promises before she reads anything; empty for who has no place as a guest. */
    public Optional<Rules> rulesForGuest(Actor actor) {
        return guestSeats.programmeOf(actor).flatMap(id -> em.createQuery("select new nl.klankbord.programme.ProgrammeFinder$Rules(p.name, h.text, h.version, "
                        + ProgrammeAccess.rulesAccepted("p.id") + ") from Programme p join HouseRules h on h.programmeId = p.id and h.version = p.houseRulesVersion where p.id = :id", Rules.class)
                .setParameter("id", id).setParameter("me", actor.personId()).getResultStream().findFirst());
    }

    public record Rules(String programme, String text, int version, boolean accepted) {}

    /** The people of a programme with their addresses, for who manages them. */
    public Optional<Cursor.Items<Member>> members(Actor actor, UUID id, Cursor cursor) {
        return manages(actor, id) ? Optional.of(cursor.page(members(actor, id, "m.id > :after order by m.id").setParameter("after", cursor.after()).setMaxResults(cursor.limit() + 1).getResultList(), Member::id))
                : Optional.empty();
    }

    /**
     * The same by organisation and name; one more than {@link #MOST_PEOPLE} when there are more.
     *
     * @param part of a name, an address or an organisation; nothing for everybody
     */
    public Optional<List<Member>> people(Actor actor, UUID id, String part) {
        return manages(actor, id) ? Optional.of(members(actor, id, """
                (:part = '' or locate(lower(:part), lower(m.email)) > 0 or locate(lower(:part), lower(p.name)) > 0 or locate(lower(:part), lower(o.name)) > 0)
                order by o.name, p.name, m.email, m.id""").setParameter("part", part == null ? "" : part.strip()).setMaxResults(MOST_PEOPLE + 1).getResultList())
                : Optional.empty();
    }

    /** How many dilemmas each role in a programme gives a seat at, as far as the actor coordinates them. */
    public Map<UUID, Long> seats(Actor actor, UUID id) {
        return manages(actor, id) ? roleSeats.coordinated(actor, id) : Map.of();
    }

    private boolean manages(Actor actor, UUID id) {
        return standing(actor, id).filter(standing -> ProgrammePolicy.decide(standing, ProgrammePolicy.Action.MANAGE_MEMBERS).granted()).isPresent();
    }

    private TypedQuery<Member> members(Actor actor, UUID id, String which) {
        return em.createQuery(MEMBERS + " " + which, Member.class).setParameter("me", actor.personId()).setParameter("today", WorkingDays.dayOf(clock.instant())).setParameter("id", id);
    }

    /** Whether who gets a role and has no account is mailed a link to make one. */
    public boolean invites(Actor actor) {
        return accounts.invites();
    }

    /** The actor's roles in all programmes. */
    public List<Own> memberships(Actor actor) {
        return em.createQuery("""
                        select new nl.klankbord.programme.ProgrammeFinder$Own(m.programmeId, p.name, m.role, m.level)
                        from Membership m join Programme p on p.id = m.programmeId where m.personId = :me order by m.id""", Own.class)
                .setParameter("me", actor.personId()).getResultList();
    }

    /** Whom to ask in the actor's own programmes: who coordinates them, by name. */
    public List<Coordinated> coordinated(Actor actor) {
        Map<UUID, Coordinated> found = new LinkedHashMap<>();
        em.createQuery("select new nl.klankbord.programme.ProgrammeFinder$Coordinator(p.id, p.name, c.name) from Programme p join Membership m on m.programmeId = p.id and m.role = COORDINATOR "
                        + "join Person c on c.id = m.personId where " + ProgrammeAccess.member("p.id") + " order by p.id desc, m.id", Coordinator.class)
                .setParameter("me", actor.personId()).setMaxResults(MOST).getResultList()
                .forEach(one -> found.merge(one.id, new Coordinated(one.id, one.programme, List.of(one.name)), Coordinated::with));
        return List.copyOf(found.values());
    }

    record Coordinator(UUID id, String programme, String name) {}

    /** @param coordinators by name; who has not signed in yet has none */
    public record Coordinated(UUID id, String name, List<String> coordinators) {
        Coordinated with(Coordinated other) {
            return new Coordinated(id, name, Stream.concat(coordinators.stream(), other.coordinators.stream()).toList());
        }
    }

    public record Shown(UUID id, String name, String purpose, String houseRules, int houseRulesVersion, int version, Integer minutesBudget, Integer retentionMonths, RetentionWay retentionWay,
                        boolean accepted, boolean coordinator, boolean facilitator, boolean participant) {

        public List<Role> myRoles() {
            return java.util.Arrays.stream(Role.values()).filter(role -> switch (role) {
                case COORDINATOR -> coordinator;
                case FACILITATOR -> facilitator;
                case PARTICIPANT -> participant;
            }).toList();
        }

        public ProgrammeStanding standing(Actor actor) {
            return new ProgrammeStanding(id, coordinator || facilitator || participant, coordinator, participant, accepted, actor.platformAdmin());
        }
    }

    /**
     * @param personId   null while the address has not signed in yet
     * @param levelOwn   whether its owner said so herself
     * @param absentFrom null too when the reader is not a coordinator of the programme
     * @param rulesAccepted whether the house rules are, as they read now
     * @param awaits     the municipality for which she was proposed and that has not said yes; null when nothing is waited for
     */
    public record Member(UUID id, String email, UUID personId, String name, String organisation, Role role, Level level, boolean levelOwn, Instant since,
                         LocalDate absentFrom, LocalDate absentUntil, boolean rulesAccepted, String awaits) {
        public boolean pending() {
            return personId == null;
        }

        /** Whether she was here and has still to accept them; before that she cannot. */
        public boolean isRulesOpen() {
            return !pending() && !rulesAccepted;
        }
    }

    public record Own(UUID programmeId, String programme, Role role, Level level) {}
}
