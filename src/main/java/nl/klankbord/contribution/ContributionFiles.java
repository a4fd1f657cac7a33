// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;

/** Who adds files to a contribution and takes them away. */
@ApplicationScoped
public class ContributionFiles {
    @Inject
    EntityManager em;
    @Inject
    ContributionFinder contributions;
    @Inject
    StandingFinder standings;
    @Inject
    DilemmaLock lock;

    /** Until the end of the transaction nobody submits, withdraws or hides it, and its dilemma does not move. Returns that dilemma, or null. */
    public UUID hold(UUID id) {
        UUID dilemma = em.createQuery("select c.dilemmaId from Contribution c where c.id = :id", UUID.class).setParameter("id", id).getResultStream().findFirst().orElse(null);
        if (dilemma != null) {
            lock.shared(dilemma);
            em.find(Contribution.class, id, LockModeType.PESSIMISTIC_WRITE);
        }
        return dilemma;
    }

    /** As long as one might still write it. */
    public Decision adding(Actor actor, UUID id) {
        return contributions.visibleTo(actor, id).map(shown -> ContributionPolicy.addFile(writing(actor, shown), shown)).orElse(Decision.HIDDEN);
    }

    /** As a text is withdrawn; from a concept also by a colleague. */
    public Decision removing(Actor actor, UUID id) {
        return contributions.visibleTo(actor, id).map(shown -> ContributionPolicy.removeFile(writing(actor, shown), shown, sealed(actor, shown))).orElse(Decision.HIDDEN);
    }

    private Decision writing(Actor actor, ContributionFinder.Shown shown) {
        return standings.decide(actor, shown.dilemmaId(), ContributionDeed.posting(shown.kind()));
    }

    private boolean sealed(Actor actor, ContributionFinder.Shown shown) {
        return shown.kind() == ContributionKind.REFLECTION && shown.submitted() && standings.of(actor, shown.dilemmaId()).map(Standing::phase).filter(Phase.REFLECTING::equals).isPresent();
    }
}
