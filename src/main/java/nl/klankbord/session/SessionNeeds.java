// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klankbord.dilemma.Dilemma;
import nl.klankbord.dilemma.MoveNeed;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.round.Round;
import nl.klankbord.round.Timetable;
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
        return to != Phase.REFLECTING && to != Phase.HARVESTING ? List.of()
                : unmet(dilemma, to, sessions(List.of(dilemma.id())).get(dilemma.id()), em.find(Round.class, dilemma.roundId()).timetable());
    }

    @Override
    public Map<UUID, List<String>> unmet(List<Dilemma> running) {
        Map<UUID, Session> sessions = sessions(running.stream().map(Dilemma::id).toList());
        // What runs has dates of its own and asks its round for none.
        return running.stream().collect(Collectors.toMap(Dilemma::id, one -> unmet(one, one.phase().next(), sessions.get(one.id()), new Timetable(Map.of()))));
    }

    private Map<UUID, Session> sessions(List<UUID> dilemmaIds) {
        return em.createQuery("from Session s where s.dilemmaId in :ids", Session.class).setParameter("ids", dilemmaIds).getResultStream().collect(Collectors.toMap(Session::dilemmaId, Function.identity()));
    }

    private List<String> unmet(Dilemma dilemma, Phase to, Session session, Timetable round) {
        if (to == Phase.HARVESTING) {
            return session != null && session.status() == SessionStatus.HELD ? List.of() : List.of("session-held");
        }
        return to != Phase.REFLECTING ? List.of() : session == null ? List.of("session-date") : tooSoon(session, dilemma, round) ? List.of("session-too-soon") : List.of();
    }

    /** An extension may have overtaken the date. */
    private boolean tooSoon(Session session, Dilemma dilemma, Timetable round) {
        return WorkingDays.dayOf(session.startsAt()).isBefore(SessionPlan.earliest(dilemma.reveal(round), calendar));
    }
}
