// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.round.Stage;
import nl.klankbord.round.Timetable;
import nl.klankbord.shared.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PhaseTest {
    /** Rows: from; columns: to, in the same order. A host may withdraw until the reveal. */
    private static final String TABLE = """
            DRAFT      - x - - - - - - - x
            SUBMITTED  - - x - - - - - - x
            ACCEPTED   - - - x - - - - - x
            CLARIFYING - - - - x - - - - x
            REFLECTING - - - - - x - - - x
            SESSION    - - - - - - x - - -
            HARVESTING - - - - - - - x - -
            FOLLOW_UP  - - - - - - - - x -
            CLOSED     - - - - - - - - - -
            WITHDRAWN  - - - - - - - - - -
            """;

    static Stream<Arguments> pairs() {
        return TABLE.lines().map(line -> line.split(" +")).flatMap(row -> Stream.of(Phase.values())
                .map(to -> Arguments.of(Phase.valueOf(row[0]), to, row[1 + to.ordinal()].equals("x"))));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource("pairs")
    void a_dilemma_moves_one_phase_forward_or_is_withdrawn_before_the_reveal(Phase from, Phase to, boolean allowed) {
        assertThat(from.canMoveTo(to)).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource("pairs")
    void a_dilemma_refuses_every_move_that_is_not_in_the_table(Phase from, Phase to, boolean allowed) {
        Timetable round = DilemmaTest.timetable();
        WorkingDays calendar = new WorkingDays();
        Dilemma dilemma = DilemmaTest.in(from);
        UUID by = UUID.randomUUID();
        Instant now = Instant.parse("2026-11-30T09:00:00Z");
        if (allowed) {
            assertThat(dilemma.moveTo(to, by, now, round, null, calendar)).extracting("dilemmaId", "fromPhase", "toPhase", "movedBy", "movedAt")
                    .containsExactly(dilemma.id(), from, to, by, now);
            assertThat(dilemma.phase()).isEqualTo(to);
        } else {
            assertThatIllegalStateException().isThrownBy(() -> dilemma.moveTo(to, by, now, round, null, calendar));
            assertThat(dilemma.phase()).isEqualTo(from);
        }
    }

    @Test
    void the_session_reveals_and_so_does_all_that_follows_it() {
        assertThat(Phase.REVEALED).containsExactly(Phase.SESSION, Phase.HARVESTING, Phase.FOLLOW_UP, Phase.CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void only_what_runs_on_a_clock_has_a_stage_of_its_own_name(Phase phase) {
        boolean runs = phase.compareTo(Phase.CLARIFYING) >= 0 && phase.compareTo(Phase.FOLLOW_UP) <= 0;
        assertThat(phase.stage().map(Stage::name)).isEqualTo(runs ? java.util.Optional.of(phase.name()) : java.util.Optional.empty());
    }
}
