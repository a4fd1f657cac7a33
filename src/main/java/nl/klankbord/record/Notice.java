// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import java.time.LocalDate;
import nl.klankbord.programme.RetentionWay;
import nl.klankbord.shared.WorkingDays;

/**
 * What a circle was told of its texts: they go when their time is over, and never before everyone had time to take along
 * what is theirs.
 */
record Notice(RetentionWay way, LocalDate on) {
    /** How long before it happens everyone is told, in working days. */
    static final int WORKING_DAYS = 20;

    /** Whether it still holds: it would be nothing else, nor later. What was announced does not come sooner. */
    boolean stands(RetentionWay way, LocalDate due) {
        return this.way == way && !due.isAfter(on);
    }

    /** What to announce today; null when that can wait. */
    static Notice on(LocalDate today, LocalDate due, RetentionWay way, WorkingDays calendar) {
        LocalDate earliest = calendar.plus(today, WORKING_DAYS);
        return due.isAfter(earliest) ? null : new Notice(way, earliest);
    }
}
