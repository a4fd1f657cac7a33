// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.AdministratorFinder;
import nl.klankbord.identity.MunicipalityPolicy;
import nl.klankbord.identity.MunicipalityPolicy.Action;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Validation;

/** A municipality decides who of its own people takes part for it, in the programmes in which it takes part. */
@ApplicationScoped
public class WriteColleague {
    @Inject
    EntityManager em;
    @Inject
    AdministratorFinder administrators;
    @Inject
    Admission admission;
    @Inject
    Audit audit;
    @Inject
    InviteToKeycloak accounts;
    @Inject
    Validation validation;
    @Inject
    EndRole endRole;
    @Inject
    Clock clock;

    /** Gives the role of participant to an address. It works only for who speaks for this municipality. */
    @Transactional
    public Outcome<UUID> add(Actor actor, NewColleague colleague) {
        Decision decision = decide(actor);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        var errors = validation.errors(colleague);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        UUID id = joined(actor, colleague.programmeId());
        if (id == null) {
            return Outcome.hidden();
        }
        String email = Admission.normal(colleague.email());
        if (admission.isSelf(actor, email)) {
            return Outcome.invalid("email", "not-yourself");
        }
        Programme programme = em.find(Programme.class, id, LockModeType.PESSIMISTIC_WRITE);
        Membership unclaimed = ofNobody(actor, id, email);
        if (unclaimed != null) {
            return takeUp(actor, unclaimed);
        }
        if (has(id, email)) {
            // Whether that is somebody of another municipality is not for her to know.
            return colleagues(actor, "m.programmeId = :what", id).stream().anyMatch(role -> role.email().equals(email)) ? Outcome.refused(Reason.ALREADY_THERE) : Outcome.invalid("email", "ask-coordinator");
        }
        UUID person = colleague(actor, email);
        return Outcome.done(admission.admit(actor, programme, List.of(new Membership(id, email, person, Role.PARTICIPANT, colleague.level(), clock.instant()).within(actor.municipality()))).getFirst());
    }

    /** A coordinator gave the role already, and its owner speaks for nobody yet: now she does, for this municipality. */
    private Outcome<UUID> takeUp(Actor actor, Membership role) {
        if (role.confirmed()) {
            return Outcome.refused(Reason.ALREADY_THERE);
        }
        role.proposedFor(actor.municipality()).confirm(clock.instant());
        audit.note(actor, role.deed(AuditKind.MUNICIPALITY_CONFIRMED));
        accounts.later(actor.municipality(), role.email());
        return Outcome.done(role.id());
    }

    /** Takes the role of participant away, and with it the seats it gave. */
    @Transactional
    public Outcome<UUID> remove(Actor actor, UUID membershipId) {
        Decision decision = decide(actor);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        List<Membership> roles = colleagues(actor, "m.id = :what", membershipId);
        if (roles.isEmpty()) {
            return Outcome.hidden();
        }
        Membership role = roles.getFirst();
        em.find(Programme.class, role.programmeId(), LockModeType.PESSIMISTIC_WRITE);
        endRole.end(actor, role);
        return Outcome.done(membershipId);
    }

    private Decision decide(Actor actor) {
        return MunicipalityPolicy.decide(administrators.standing(actor, actor.municipality()), Action.MANAGE_COLLEAGUES);
    }

    /** The programme, when the actor's municipality takes part in it. */
    private UUID joined(Actor actor, UUID programme) {
        return em.createQuery("select pr.id from Programme pr where pr.id = :id and " + ColleagueFinder.TAKES_PART, UUID.class).setParameter("id", programme).setParameter("gm", actor.municipality())
                .getResultStream().findFirst().orElse(null);
    }

    private boolean has(UUID programme, String email) {
        return !em.createQuery("select m.id from Membership m where m.programmeId = :p and m.email = :e and m.role = :r", UUID.class).setParameter("p", programme).setParameter("e", email)
                .setParameter("r", Role.PARTICIPANT).getResultList().isEmpty();
    }

    /** The role of participant at an address that belongs nowhere yet and was proposed to no other municipality, or null. */
    private Membership ofNobody(Actor actor, UUID programme, String email) {
        return em.createQuery("select m from Membership m left join Person p on p.id = m.personId where m.programmeId = :programme and m.email = :email and m.role = PARTICIPANT and m.municipalityCode is null "
                        + "and (m.proposedMunicipality is null or m.proposedMunicipality = :gm) and (m.personId is null or p.organisationId is null)", Membership.class)
                .setParameter("programme", programme).setParameter("email", email).setParameter("gm", actor.municipality()).getResultStream().findFirst().orElse(null);
    }

    private List<Membership> colleagues(Actor actor, String which, UUID what) {
        return em.createQuery("select m from Membership m join Programme pr on pr.id = m.programmeId left join Person p on p.id = m.personId left join Organisation o on o.id = p.organisationId "
                        + "where m.role = nl.klankbord.programme.Role.PARTICIPANT and " + which + " and " + ColleagueFinder.COLLEAGUES + " and " + ColleagueFinder.TAKES_PART + " and " + ColleagueFinder.ADMINISTERED,
                Membership.class).setParameter("what", what).setParameter("gm", actor.municipality()).setParameter("me", actor.personId()).getResultList();
    }

    /** Who has this address, if she speaks for the actor's municipality. */
    private UUID colleague(Actor actor, String email) {
        return em.createQuery("select p.id from Person p join Organisation o on o.id = p.organisationId where p.guest = false and p.email = :email and o.municipalityCode = :gm", UUID.class)
                .setParameter("email", email).setParameter("gm", actor.municipality()).getResultStream().findFirst().orElse(null);
    }

    public record NewColleague(@NotNull(message = "{required}") UUID programmeId,
                               @NotBlank(message = "{required}") @Email(message = "{email}") @Size(max = 254, message = "{too-long}") String email, Level level) {}
}
