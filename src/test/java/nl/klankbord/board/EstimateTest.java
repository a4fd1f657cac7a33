// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.klankbord.board.Effort.Answer;
import nl.klankbord.board.Estimate.Said;
import nl.klankbord.dilemma.SeatKind;
import org.junit.jupiter.api.Test;

class EstimateTest {
    private static final Estimate UNCORRECTED = Estimate.of(List.of());

    @Test
    void what_nobody_spoke_of_takes_what_we_expected() {
        assertThat(UNCORRECTED.minutes(1, 0)).isEqualTo(195);
        assertThat(UNCORRECTED.minutes(0, 1)).isEqualTo(165);
        assertThat(UNCORRECTED.minutes(1, 2)).isEqualTo(525);
        assertThat(UNCORRECTED.minutes(0, 0)).isZero();
    }

    @Test
    void fewer_than_three_municipalities_move_nothing_however_many_people_speak() {
        List<Said> two = said(Effort.REFLECTION, "A", Answer.LONGER, "A", Answer.LONGER, "A", Answer.LONGER, "B", Answer.LONGER);
        assertThat(Estimate.of(two)).isEqualTo(UNCORRECTED);
    }

    @Test
    void three_municipalities_move_the_work_they_spoke_of_by_their_median() {
        Estimate longer = Estimate.of(said(Effort.REFLECTION, "A", Answer.LONGER, "B", Answer.LONGER, "C", Answer.SHORTER));
        assertThat(longer.minutes(SeatKind.PEER)).isCloseTo(165 + 0.4 * 25, within(0.001));
        assertThat(longer.minutes(SeatKind.HOST)).isEqualTo(UNCORRECTED.minutes(SeatKind.HOST));
    }

    @Test
    void a_municipality_that_speaks_with_many_voices_counts_once() {
        List<Said> said = new ArrayList<>(said(Effort.SESSION, "A", Answer.LONGER, "A", Answer.LONGER, "A", Answer.LONGER, "A", Answer.LONGER, "B", Answer.SHORTER, "C", Answer.SHORTER));
        assertThat(Estimate.of(said).factors()).containsEntry(Effort.SESSION, 0.7);
    }

    @Test
    void a_task_takes_the_share_of_its_work_that_it_took_and_what_nobody_spoke_of_stays() {
        Estimate longer = Estimate.of(said(Effort.QUESTIONS, "A", Answer.LONGER, "B", Answer.LONGER, "C", Answer.LONGER));
        assertThat(longer.corrected("ask-questions", 10)).isEqualTo(15);
        assertThat(longer.corrected("reflect", 25)).isEqualTo(25);
        assertThat(longer.corrected("agree-to-seats", 3)).isEqualTo(3);
        assertThat(UNCORRECTED.corrected("ask-questions", 10)).isEqualTo(10);
    }

    @Test
    void a_guest_and_a_peer_are_asked_the_same_and_a_facilitator_is_not_counted() {
        assertThat(Arrays.stream(Effort.values())).allMatch(effort -> effort.minutes(SeatKind.GUEST) == effort.minutes(SeatKind.PEER) && effort.minutes(SeatKind.FACILITATOR) == 0);
    }

    private static List<Said> said(Effort effort, Object... who) {
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < who.length; i += 2) {
            said.add(new Said(effort, (String) who[i], (Answer) who[i + 1]));
        }
        return said;
    }
}
