// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.RoundPhase;

/** How it goes on with an accepted dilemma, for its coordinator: whether its circle is full, and which other one waits for her. */
@ApplicationScoped
public class AcceptedFinder {
    @Inject
    EntityManager em;

    /** Empty for who does not coordinate it, and once it runs. */
    public Optional<Accepted> of(Actor actor, Standing standing) {
        if (standing.phase() != Phase.ACCEPTED || standing.role() != Standing.Role.COORDINATOR) {
            return Optional.empty();
        }
        boolean full = em.createQuery("select count(d.id) from Dilemma d where d.id = :id and " + DilemmaAccess.COORDINATES + " and " + DilemmaFinder.SEATED, Long.class)
                .setParameter("id", standing.dilemmaId()).setParameter("me", actor.personId()).getSingleResult() > 0;
        Submitted next = submitted("new nl.klankbord.dilemma.AcceptedFinder$Submitted(d.id, d.title)", " order by d.id", Submitted.class, actor, standing).setMaxResults(1).getResultStream().findFirst().orElse(null);
        long others = submitted("count(d.id)", "", Long.class, actor, standing).getSingleResult();
        return Optional.of(new Accepted(full, full && standing.roundPhase() != RoundPhase.RUNNING, next, (int) others));
    }

    private <T> TypedQuery<T> submitted(String what, String order, Class<T> type, Actor actor, Standing standing) {
        return em.createQuery("select " + what + " from Dilemma d where d.roundId = :round and d.phase = SUBMITTED and " + DilemmaAccess.COORDINATES + order, type)
                .setParameter("round", standing.roundId()).setParameter("me", actor.personId());
    }

    /**
     * @param full      as many said yes as it needs
     * @param waits     for its round to start, and for nothing else
     * @param next      the first other one of its round that is still to be accepted, or null
     * @param submitted how many there are of those
     */
    public record Accepted(boolean full, boolean waits, Submitted next, int submitted) {}

    public record Submitted(UUID id, String title) {}
}
