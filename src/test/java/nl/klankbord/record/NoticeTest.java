// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.klankbord.programme.RetentionWay;
import nl.klankbord.shared.WorkingDays;
import org.junit.jupiter.api.Test;

class NoticeTest {
    private static final WorkingDays CALENDAR = new WorkingDays();
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    @Test
    void nobody_is_told_long_before() {
        assertThat(Notice.on(TODAY, TODAY.plusMonths(2), RetentionWay.ERASE, CALENDAR)).isNull();
    }

    @Test
    void whatever_the_programme_says_everyone_has_twenty_working_days() {
        for (LocalDate over : new LocalDate[] {TODAY.minusYears(1), TODAY, TODAY.plusDays(20)}) {
            assertThat(CALENDAR.between(TODAY, Notice.on(TODAY, over, RetentionWay.ERASE, CALENDAR).on())).isEqualTo(Notice.WORKING_DAYS);
        }
    }

    @Test
    void the_day_that_was_told_is_theirs_until_its_end() {
        Retention told = new Retention(UUID.randomUUID());
        told.announce(new Notice(RetentionWay.ERASE, TODAY), Instant.EPOCH);
        assertThat(told.due(WorkingDays.endOf(TODAY))).isFalse();
        assertThat(told.due(TODAY.atTime(23, 59, 59).atZone(WorkingDays.ZONE).toInstant())).isFalse();
        assertThat(told.due(TODAY.plusDays(1).atStartOfDay(WorkingDays.ZONE).toInstant())).isTrue();
    }

    @Test
    void what_was_announced_stands_until_it_would_be_something_else_or_later() {
        Notice notice = new Notice(RetentionWay.ANONYMISE, TODAY);
        assertThat(notice.stands(RetentionWay.ANONYMISE, TODAY.minusMonths(3))).as("not sooner either").isTrue();
        assertThat(notice.stands(RetentionWay.ANONYMISE, TODAY.plusDays(1))).isFalse();
        assertThat(notice.stands(RetentionWay.ERASE, TODAY)).isFalse();
    }
}
