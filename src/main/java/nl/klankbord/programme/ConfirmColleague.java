// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
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

/** A municipality says of somebody whom a coordinator proposed whether she speaks for it. Only then does her account come to belong to it. */
@ApplicationScoped
public class ConfirmColleague {
    @Inject
    EntityManager em;
    @Inject
    AdministratorFinder administrators;
    @Inject
    InviteToKeycloak accounts;
    @Inject
    Audit audit;
    @Inject
    Clock clock;

    /** For all her roles at once; a second yes changes nothing. An account that belongs elsewhere stays there. */
    @Transactional
    public Outcome<UUID> confirm(Actor actor, UUID membershipId) {
        Decision decision = decide(actor);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        List<Membership> roles = proposed(actor, membershipId);
        if (roles.isEmpty()) {
            return Outcome.hidden();
        }
        // Two who say yes at once: the second waits here and then sees that it was asked.
        em.lock(roles.getFirst(), LockModeType.PESSIMISTIC_WRITE);
        roles.stream().filter(role -> !role.confirmed()).forEach(role -> {
            role.confirm(clock.instant());
            audit.note(actor, role.deed(AuditKind.MUNICIPALITY_CONFIRMED));
        });
        accounts.later(actor.municipality(), roles.getFirst().email());
        return Outcome.done(membershipId);
    }

    /** She is not one of ours: the proposal goes, her roles stay. What was confirmed is Keycloak's to take back. */
    @Transactional
    public Outcome<UUID> refuse(Actor actor, UUID membershipId) {
        Decision decision = decide(actor);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        List<Membership> roles = proposed(actor, membershipId);
        if (roles.isEmpty()) {
            return Outcome.hidden();
        }
        if (roles.stream().anyMatch(Membership::confirmed)) {
            return Outcome.refused(Reason.ALREADY_ANSWERED);
        }
        roles.forEach(role -> {
            role.proposedFor(null);
            audit.note(actor, role.deed(AuditKind.MUNICIPALITY_REFUSED));
        });
        return Outcome.done(membershipId);
    }

    private Decision decide(Actor actor) {
        return MunicipalityPolicy.decide(administrators.standing(actor, actor.municipality()), Action.MANAGE_COLLEAGUES);
    }

    /** All roles that were proposed of whose role this is. */
    private List<Membership> proposed(Actor actor, UUID membershipId) {
        return em.createQuery("select m from Membership m left join Person p on p.id = m.personId where " + ColleagueFinder.PROPOSED + " and " + ColleagueFinder.ADMINISTERED
                        + " and m.email = (select c.email from Membership c where c.id = :id and c.proposedMunicipality = :gm) order by m.id", Membership.class)
                .setParameter("id", membershipId).setParameter("gm", actor.municipality()).setParameter("me", actor.personId()).getResultList();
    }
}
