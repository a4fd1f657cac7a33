// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RoundPhaseTest {
    /** Rows: from; columns: to, in the same order. */
    private static final String TABLE = """
            DRAFT    - x - - -
            CALL     - - x - -
            MATCHING - - - x -
            RUNNING  - - - - x
            CLOSED   - - - - -
            """;

    static Stream<Arguments> pairs() {
        return TABLE.lines().map(line -> line.split(" +")).flatMap(row -> Stream.of(RoundPhase.values())
                .map(to -> Arguments.of(RoundPhase.valueOf(row[0]), to, row[1 + to.ordinal()].equals("x"))));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource("pairs")
    void a_round_moves_one_phase_forward_and_no_other_way(RoundPhase from, RoundPhase to, boolean allowed) {
        assertThat(from.canMoveTo(to)).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource("pairs")
    void a_round_refuses_every_move_that_is_not_in_the_table(RoundPhase from, RoundPhase to, boolean allowed) {
        Round round = new Round(UUID.randomUUID(), "Najaar", "standard", LocalDate.of(2026, 12, 1), new Timetable(new EnumMap<>(Stage.class)), Instant.EPOCH);
        Stream.of(RoundPhase.values()).filter(phase -> phase.ordinal() > 0 && phase.ordinal() <= from.ordinal()).forEach(phase -> round.moveTo(phase, null, Instant.EPOCH));
        if (allowed) {
            UUID by = UUID.randomUUID();
            Instant now = Instant.parse("2026-12-01T09:00:00Z");
            assertThat(round.moveTo(to, by, now)).extracting("roundId", "fromPhase", "toPhase", "movedBy", "movedAt").containsExactly(round.id(), from, to, by, now);
            assertThat(round.phase()).isEqualTo(to);
        } else {
            assertThatIllegalStateException().isThrownBy(() -> round.moveTo(to, null, Instant.EPOCH));
            assertThat(round.phase()).isEqualTo(from);
        }
    }
}
