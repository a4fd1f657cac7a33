// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.WorkingDays;

/** The log of a programme as its page shows it: by day, with what one can choose to see of it. @param rounds whose one can be chosen */
record AuditView(List<Day> days, String next, AuditFinder.Filter filter, List<RoundFinder.Shown> rounds) {

    static AuditView of(Cursor.Items<AuditFinder.Event> events, AuditFinder.Filter filter, List<RoundFinder.Shown> rounds) {
        Map<LocalDate, List<AuditFinder.Event>> days = events.items().stream().collect(Collectors.groupingBy(event -> WorkingDays.dayOf(event.at()), LinkedHashMap::new, Collectors.toList()));
        return new AuditView(days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList(), events.next(), filter, rounds);
    }

    public boolean isFiltered() {
        return !filter.equals(AuditFinder.Filter.NONE);
    }

    public List<Kinds> getKinds() {
        return Arrays.stream(AuditKind.Thing.values()).map(thing -> new Kinds(thing, Arrays.stream(AuditKind.values()).filter(kind -> kind.thing() == thing).toList())).toList();
    }

    record Day(LocalDate day, List<AuditFinder.Event> events) {}

    record Kinds(AuditKind.Thing thing, List<AuditKind> kinds) {}
}
