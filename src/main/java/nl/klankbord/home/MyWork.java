// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.home;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import nl.klankbord.board.TimeTaken;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Asked;
import nl.klankbord.shared.WorkingDays;

/** Everything that is asked of someone, most urgent first. */
@ApplicationScoped
public class MyWork {
    private static final int SOON = 3;
    @Inject
    @All
    List<Asked> asked;
    @Inject
    TimeTaken times;
    @Inject
    WorkingDays calendar;
    @Inject
    Clock clock;

    public List<Line> of(Actor actor) {
        Instant now = clock.instant();
        return times.corrected(actor, asked.stream().flatMap(module -> module.of(actor).stream()).toList()).stream()
                .sorted(Comparator.comparing(Asked.Task::isFirst, Comparator.reverseOrder()).thenComparing(Asked.Task::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))).map(task -> line(task, now)).toList();
    }

    private Line line(Asked.Task task, Instant now) {
        boolean late = task.dueAt() != null && task.dueAt().isBefore(now);
        boolean soon = task.dueAt() != null && calendar.between(WorkingDays.dayOf(now), WorkingDays.dayOf(task.dueAt())) <= SOON;
        return new Line(task, soon, late);
    }

    /** @param soon due within three working days, or {@code late} already */
    public record Line(Asked.Task task, boolean soon, boolean late) {}
}
