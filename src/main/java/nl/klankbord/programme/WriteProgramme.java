// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.identity.Person;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.OneLine;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Validation;

/** Makes programmes, changes their house rules and gives people their roles. */
@ApplicationScoped
public class WriteProgramme {
    private static final String WITHIN_MUNICIPALITY = "(m.municipalityCode is null or exists (select 1 from Person mp join Organisation mo on mo.id = mp.organisationId "
            + "where mp.id = :person and mo.municipalityCode = m.municipalityCode))";
    @Inject
    EntityManager em;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    GuestSeats guestSeats;
    @Inject
    Admission admission;
    @Inject
    MunicipalityWords municipalities;
    @Inject
    Audit audit;
    @Inject
    Validation validation;
    @Inject
    EndRole role;
    @Inject
    Event<Programme.Described> described;
    @Inject
    Clock clock;

    /** Its author coordinates it; an administrator names somebody else. Who writes the house rules has accepted them. */
    @Transactional
    public Outcome<UUID> create(Actor actor, Description description) {
        Decision decision = ProgrammePolicy.create(actor);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        var errors = validation.errors(description);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        String other = Admission.normal(description.coordinatorEmail());
        if (actor.platformAdmin() == other.isEmpty() || actor.platformAdmin() && admission.isSelf(actor, other)) {
            return Outcome.invalid("coordinatorEmail", actor.platformAdmin() ? "another-coordinator" : "no-coordinator");
        }
        Programme programme = new Programme(description.name(), description.purpose(), clock.instant());
        programme.budget(description.minutesBudget());
        em.persist(programme);
        em.persist(programme.adopt(description.houseRules(), clock.instant()));
        if (actor.platformAdmin()) {
            Membership coordinator = new Membership(programme.id(), other, admission.personWith(other), Role.COORDINATOR, null, clock.instant());
            em.persist(coordinator);
            admission.letMakeAccount(coordinator);
        } else {
            em.persist(new Membership(programme.id(), actor.email(), actor.personId(), Role.COORDINATOR, null, clock.instant()));
            em.persist(new HouseRulesAcceptance(actor.personId(), programme.id(), programme.houseRulesVersion(), clock.instant()));
        }
        audit.note(actor, Audit.Deed.of(AuditKind.PROGRAMME_MADE, programme.id(), programme.id()));
        described.fire(new Programme.Described(null, actor.personId()));
        return Outcome.done(programme.id());
    }

    /** New wording of the house rules is a new version, to be accepted anew by everyone but its author. */
    @Transactional
    public Outcome<UUID> edit(Actor actor, UUID id, Expected expected, Description description) {
        Decision decision = decide(actor, id, ProgrammePolicy.Action.EDIT);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        Programme programme = em.find(Programme.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (!expected.is(programme.version())) {
            return expected.stale();
        }
        var errors = validation.errors(description);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        programme.describe(description.name(), description.purpose());
        programme.budget(description.minutesBudget());
        HouseRules current = em.find(HouseRules.class, new HouseRules.Key(id, programme.houseRulesVersion()));
        boolean newRules = !current.text().equals(description.houseRules());
        if (newRules) {
            em.persist(programme.adopt(description.houseRules(), clock.instant()));
            em.persist(new HouseRulesAcceptance(actor.personId(), id, programme.houseRulesVersion(), clock.instant()));
        }
        described.fire(new Programme.Described(id, actor.personId()));
        audit.note(actor, Audit.Deed.of(newRules ? AuditKind.RULES_CHANGED : AuditKind.PROGRAMME_CHANGED, id, id));
        return Outcome.done(id);
    }

    @Transactional
    public Outcome<Integer> acceptRules(Actor actor, UUID id, Integer version) {
        Decision decision = decide(actor, id, ProgrammePolicy.Action.ACCEPT_RULES);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        return accepted(actor, id, version);
    }

    private Outcome<Integer> accepted(Actor actor, UUID id, Integer version) {
        Programme programme = em.find(Programme.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (version == null || version != programme.houseRulesVersion()) {
            return Outcome.invalid("version", "rules-version", programme.houseRulesVersion());
        }
        var key = new HouseRulesAcceptance.Key(actor.personId(), id, version);
        if (em.find(HouseRulesAcceptance.class, key) == null) {
            em.persist(new HouseRulesAcceptance(actor.personId(), id, version, clock.instant()));
        }
        return Outcome.done(version);
    }

    /** The yes of a guest to the house rules of the programme whose dilemma she is asked for. */
    @Transactional
    public Outcome<Integer> acceptRules(Actor.OfGuest guest, Integer version) {
        UUID id = guestSeats.programmeOf(guest).orElse(null);
        Decision decision = ProgrammePolicy.acceptAsGuest(id != null);
        return decision.granted() ? accepted(guest, id, version) : Outcome.denied(decision);
    }

    /**
     * Gives a role to a mail address or a known person. Nobody makes himself coordinator by way of the administration.
     *
     * @param sure that this may be a second role; asked of people on a page, a program that calls is
     */
    @Transactional
    public Outcome<UUID> addMember(Actor actor, UUID id, NewMember member, boolean sure) {
        Decision decision = decide(actor, id, ProgrammePolicy.Action.MANAGE_MEMBERS);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        var errors = validation.errors(member);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        String email = member.personId() == null ? Admission.normal(member.email()) : addressOf(member.personId()).orElse("");
        if (email.isEmpty()) {
            return Outcome.invalid(member.personId() == null ? "email" : "personId", "required");
        }
        if (actor.platformAdmin() && admission.isSelf(actor, email)) {
            return Outcome.refused(Reason.NOT_YOUR_ROLE);
        }
        Municipality.Ref proposed = municipalities.find(member.municipalityCode()).orElse(null);
        if (proposed == null && !MunicipalityWords.blank(member.municipalityCode())) {
            return Outcome.invalid("municipalityCode", "unknown-municipality-word", member.municipalityCode());
        }
        Programme programme = em.find(Programme.class, id, LockModeType.PESSIMISTIC_WRITE);
        List<Role> roles = em.createQuery("select m.role from Membership m where m.programmeId = :p and m.email = :e", Role.class)
                .setParameter("p", programme.id()).setParameter("e", email).getResultList();
        if (roles.contains(member.role())) {
            return Outcome.refused(Reason.ALREADY_THERE);
        }
        if (proposed != null && !admission.municipalities(id, List.of(email)).getOrDefault(email, proposed.code()).equals(proposed.code())) {
            return Outcome.invalid("municipalityCode", "other-municipality");
        }
        if (!sure && !roles.isEmpty()) {
            return Outcome.invalid("sure", "has-role-" + roles.stream().sorted().findFirst().orElseThrow(), email);
        }
        return Outcome.done(admission.admit(actor, programme, List.of(new Membership(id, email, admission.personWith(email), member.role(), member.level(), clock.instant())
                .proposedFor(proposed == null ? null : proposed.code()))).getFirst());
    }

    /** From where in the municipality somebody takes part, until the person says so in the own profile. @param level null for not known */
    @Transactional
    public Outcome<UUID> setLevel(Actor actor, UUID id, UUID membershipId, Level level) {
        Decision decision = decide(actor, id, ProgrammePolicy.Action.MANAGE_MEMBERS);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        Membership membership = em.find(Membership.class, membershipId);
        if (membership == null || !membership.programmeId().equals(id)) {
            return Outcome.hidden();
        }
        if (!membership.supposeFrom(level)) {
            return Outcome.refused(Reason.LEVEL_OWN);
        }
        audit.note(actor, membership.deed(AuditKind.LEVEL_SET));
        return Outcome.done(membershipId);
    }

    /** Takes a role away, from the next request on. The last coordinator stays. */
    @Transactional
    public Outcome<UUID> removeMember(Actor actor, UUID id, UUID membershipId) {
        Decision decision = decide(actor, id, ProgrammePolicy.Action.MANAGE_MEMBERS);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        em.find(Programme.class, id, LockModeType.PESSIMISTIC_WRITE);
        Membership membership = em.find(Membership.class, membershipId);
        if (membership == null || !membership.programmeId().equals(id)) {
            return Outcome.hidden();
        }
        if (role.isLastCoordinator(membership)) {
            return Outcome.invalid("role", "last-coordinator");
        }
        role.end(actor, membership);
        return Outcome.done(id);
    }

    void claimPending(@Observes Person.Arrived arrived) {
        em.createQuery("update Membership m set m.personId = :person where m.email = :email and m.personId is null and " + WITHIN_MUNICIPALITY)
                .setParameter("person", arrived.personId()).setParameter("email", arrived.email()).executeUpdate();
    }

    /** Who speaks for another municipality loses what the former one gave; it waits there, for a return. */
    void leaveBehind(@Observes Person.ChangedOrganisation moved) {
        em.createQuery("update Membership m set m.personId = null where m.personId = :person and not (" + WITHIN_MUNICIPALITY + ")")
                .setParameter("person", moved.personId()).executeUpdate();
    }

    private Decision decide(Actor actor, UUID id, ProgrammePolicy.Action action) {
        return programmes.standing(actor, id).map(standing -> ProgrammePolicy.decide(standing, action)).orElse(Decision.HIDDEN);
    }

    private Optional<String> addressOf(UUID person) {
        return em.createQuery("select p.email from Person p where p.id = :id and p.guest = false", String.class).setParameter("id", person).getResultStream().findFirst();
    }

    /** @param coordinatorEmail only for an administrator, who may not coordinate himself; @param minutesBudget that a round may ask of a municipality, or null */
    public record Description(
            @NotBlank(message = "{required}") @Size(max = 120, message = "{too-long}") String name,
            @NotBlank(message = "{required}") @Size(max = 2000, message = "{too-long}") String purpose,
            @NotBlank(message = "{required}") @Size(max = 20_000, message = "{too-long}") String houseRules,
            @Email(message = "{email}") @Size(max = 254, message = "{too-long}") String coordinatorEmail,
            @Min(value = 1, message = "{minutes-budget}") @Max(value = 100_000, message = "{minutes-budget}") Integer minutesBudget) {
        public Description {
            name = OneLine.of(name);
        }
    }

    /** @param municipalityCode or name, for which the coordinator thinks that she speaks; that municipality decides */
    public record NewMember(@Email(message = "{email}") @Size(max = 254, message = "{too-long}") String email, UUID personId,
                            @NotNull(message = "{required}") Role role, Level level, String municipalityCode) {}
}
