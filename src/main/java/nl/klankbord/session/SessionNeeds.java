// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import nl.klankbord.dilemma.Dilemma;
import nl.klankbord.dilemma.MoveNeed;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.round.Round;
import nl.klankbord.shared.WorkingDays;

/** A date before the silence begins, and a meeting held before the harvest. */
@ApplicationScoped
class SessionNeeds implements MoveNeed {
    @Inject
    EntityManager em;
    @Inject
    WorkingDays calendar;

    @Override
    public List<String> unmet(Dilemma dilemma, Phase to) {
        if (to != Phase.REFLECTING && to != Phase.HARVESTING) {
            return List.of();
        }
        Session session = em.createQuery("from Session s where s.dilemmaId = :id", Session.class).setParameter("id", dilemma.id()).getResultStream().findFirst().orElse(null);
        if (to == Phase.HARVESTING) {
            return session != null && session.status() == SessionStatus.HELD ? List.of() : List.of("session-held");
        }
        return session == null ? List.of("session-date") : tooSoon(session, dilemma) ? List.of("session-too-soon") : List.of();
    }

    /** An extension may have overtaken the date. */
    private boolean tooSoon(Session session, Dilemma dilemma) {
        return WorkingDays.dayOf(session.startsAt()).isBefore(SessionPlan.earliest(dilemma.reveal(em.find(Round.class, dilemma.roundId()).timetable()), calendar));
    }
}
