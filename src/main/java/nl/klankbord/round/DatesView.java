// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.klankbord.shared.SchoolHolidays;
import nl.klankbord.shared.Spelled;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.web.Language;

/**
 * Dates as a page shows them before they are saved.
 *
 * @param beyond what to know when school holidays are skipped that are not published yet, or null
 */
public record DatesView(List<Row> rows, String beyond) {

    public static DatesView of(PreviewTimetable.Preview preview, Language language) {
        List<Row> rows = preview.next().entries().stream().map(entry -> new Row(entry.phase(), preview.was() == null ? null : preview.was().endsAt().get(entry.phase()),
                entry.endsAt(), remark(entry.endsAt(), language).orElse(null))).toList();
        boolean known = preview.skipped().isEmpty() || rows.stream().allMatch(row -> !WorkingDays.dayOf(row.endsAt).isAfter(SchoolHolidays.knownUntil()));
        return new DatesView(rows, known ? null : language.text("round.holidaysBeyond", Spelled.day(SchoolHolidays.knownUntil(), language.locale())));
    }

    /** What to know of a date on which schools are closed. It is allowed: somebody may have reasons. */
    static Optional<String> remark(Instant endsAt, Language language) {
        return SchoolHolidays.on(WorkingDays.dayOf(endsAt)).map(free -> language.text("round.inHoliday", language.text("schoolHoliday." + free.season()),
                free.regions().stream().map(region -> language.text("schoolRegion." + region)).collect(Collectors.joining(", "))));
    }

    /** @param was null when there was none */
    public record Row(Stage stage, Instant was, Instant endsAt, String remark) {
        public boolean isMoved() {
            return was != null && !was.equals(endsAt);
        }
    }
}
