// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.Audit;
import nl.klankbord.programme.AuditKind;

/** Writes down what was done with a seat. Who sits at a concept is its writers' own, and stands nowhere. */
@ApplicationScoped
public class SeatAudit {
    @Inject
    EntityManager em;
    @Inject
    Audit audit;

    public void note(Actor by, AuditKind kind, Seat seat, UUID person, Enum<?> detail) {
        note(Actor.doer(by), kind, seat, person, detail);
    }

    /** @param person whom it is about, or null; @param detail a name of its state, or null */
    void note(UUID by, AuditKind kind, Seat seat, UUID person, Enum<?> detail) {
        Dilemma dilemma = em.find(Dilemma.class, seat.dilemmaId());
        if (dilemma.phase() != Phase.DRAFT) {
            audit.note(by, Audit.Deed.of(kind, dilemma.programmeId(), seat.id()).in(dilemma.id()).about(person).as(detail));
        }
    }
}
