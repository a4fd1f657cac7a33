// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import java.util.List;
import java.util.Objects;
import nl.klankbord.shared.Outcome.FieldError;

/** What a list of figures of municipalities comes down to, line by line. */
public record MunicipalityReport(List<Line> lines) {

    public enum State {
        /** Gets other figures than it had. */
        CHANGES,
        /** Has these figures already. */
        SAME,
        /** Stands in the list before with the same figures, and counts once. */
        TWICE,
        /** No municipality, or no figures: passed over. */
        OTHER,
        /** Keeps the whole list from being saved. */
        INVALID
    }

    /**
     * @param code    as it stands there, when it is of no municipality
     * @param name    null when the register does not know it
     * @param facts   what will be known of it; null when the line is passed over or wrong
     * @param problem what is wrong with the line; null when it is in order
     */
    public record Line(int number, String code, String name, Municipality.Facts facts, State state, FieldError problem) {}

    public int changed() {
        return count(State.CHANGES);
    }

    public int same() {
        return count(State.SAME);
    }

    public int passedOver() {
        return count(State.OTHER) + count(State.TWICE);
    }

    public int invalid() {
        return count(State.INVALID);
    }

    List<FieldError> problems() {
        return lines.stream().map(Line::problem).filter(Objects::nonNull).toList();
    }

    private int count(State state) {
        return (int) lines.stream().filter(line -> line.state == state).count();
    }
}
