// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.step;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Asked;
import nl.klankbord.shared.WorkingDays;

/** Asks the owner of a step shortly before its date, and from then on until something came of it. */
@ApplicationScoped
class StepAsked implements Asked {
    private static final int DAYS_BEFORE = 14;
    private static final int MINUTES = 5;
    @Inject
    EntityManager em;
    @Inject
    Clock clock;

    @Override
    public List<Task> of(Actor actor) {
        LocalDate today = WorkingDays.dayOf(clock.instant());
        return em.createQuery("select new nl.klankbord.step.StepAsked$Row(st.id, d.title, m.name, st.dueOn) from Step st join Dilemma d on d.id = st.dilemmaId join Seat s on s.id = st.seatId "
                        + "join Municipality m on m.code = s.municipalityCode where st.ownerId = :me and " + StepAccess.OPEN + " and st.dueOn <= :soon and " + StepAccess.ON_SEAT + " order by st.dueOn, st.id", Row.class)
                .setParameter("me", actor.personId()).setParameter("soon", today.plusDays(DAYS_BEFORE)).setMaxResults(50).getResultStream()
                .map(row -> new Task(row.dueOn.isBefore(today) ? "report-step" : "do-step", row.dilemma, row.municipality, WorkingDays.endOf(row.dueOn), MINUTES, "/steps/" + row.id)).toList();
    }

    /** Whether a municipality takes its steps is its own. */
    @Override
    public List<Waiting> inRounds(Actor actor, Collection<UUID> roundIds) {
        return List.of();
    }

    record Row(UUID id, String dilemma, String municipality, LocalDate dueOn) {}
}
