// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;

/** Concepts that wait for who left them last: she does not go on with them without her role, and reads and keeps what she wrote. */
@ApplicationScoped
public class ConceptFinder {
    @Inject
    EntityManager em;

    public List<Concept> left(Actor actor) {
        return em.createQuery("select new nl.klankbord.dilemma.ConceptFinder$Concept(d.id, d.canvas) from Dilemma d join SeatPerson sp on " + ReturnToConcept.LEFT_LAST + " order by d.id", Concept.class)
                .setParameter("me", actor.personId()).getResultList();
    }

    public record Concept(UUID id, Canvas canvas) {}
}
