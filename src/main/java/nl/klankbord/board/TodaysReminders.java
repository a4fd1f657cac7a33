// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.dilemma.RemindedToday;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.WorkingDays;

/** Tells the page of a round who has been reminded today already. */
@ApplicationScoped
class TodaysReminders implements RemindedToday {
    @Inject
    EntityManager em;
    @Inject
    Clock clock;

    @Override
    public Set<Of> inRound(Actor actor, UUID roundId) {
        return em.createQuery("select new nl.klankbord.dilemma.RemindedToday$Of(rm.seatId, rm.what) from Reminder rm join Dilemma d on d.id = rm.dilemmaId where d.roundId = :round and rm.day = :today and "
                        + DilemmaAccess.COORDINATES, Of.class)
                .setParameter("round", roundId).setParameter("today", WorkingDays.dayOf(clock.instant())).setParameter("me", actor.personId()).getResultStream().collect(Collectors.toSet());
    }
}
