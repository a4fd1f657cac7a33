// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Question;
import nl.klankbord.round.QuestionSet;

/** What the method of a round has its reflections asked: its own questions, or those of the set it names. */
@ApplicationScoped
public class QuestionFinder {
    private static final String METHOD = "from Dilemma d join Round r on r.id = d.roundId join Method mt on mt.methodKey = r.methodKey where d.id = :dilemma and " + DilemmaAccess.IN_CIRCLE;
    @Inject
    EntityManager em;

    /** For the circle of the dilemma. */
    public Optional<Questions> of(Actor actor, UUID dilemmaId) {
        return em.createQuery("select new nl.klankbord.contribution.QuestionFinder$Named(mt.questionSet, mt.ownQuestions) " + METHOD, Named.class)
                .setParameter("dilemma", dilemmaId).setParameter("me", actor.personId()).getResultStream().findFirst().map(this::questions);
    }

    private Questions questions(Named method) {
        return method.own != null ? new Questions(null, method.own) : new Questions(method.set, em.createQuery("select q from QuestionSet q left join fetch q.questions where q.setKey = :key", QuestionSet.class)
                .setParameter("key", method.set).getSingleResult().questions());
    }

    record Named(String set, List<Question> own) {}
}
