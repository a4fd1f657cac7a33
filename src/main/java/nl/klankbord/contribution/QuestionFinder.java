// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.QuestionSet;

/** What the method of a round has its reflections asked. */
@ApplicationScoped
public class QuestionFinder {
    @Inject
    EntityManager em;

    /** For the circle of the dilemma. */
    public Optional<Questions> of(Actor actor, UUID dilemmaId) {
        return em.createQuery("select q from QuestionSet q left join fetch q.questions where q.setKey = (select mt.questionSet from Dilemma d join Round r on r.id = d.roundId "
                        + "join Method mt on mt.methodKey = r.methodKey where d.id = :dilemma and " + DilemmaAccess.IN_CIRCLE + ")", QuestionSet.class)
                .setParameter("dilemma", dilemmaId).setParameter("me", actor.personId()).getResultStream().findFirst().map(set -> new Questions(set.key(), set.questions()));
    }
}
