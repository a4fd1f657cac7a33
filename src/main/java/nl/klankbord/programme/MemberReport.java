// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import java.util.List;
import nl.klankbord.identity.Municipality;
import nl.klankbord.shared.Outcome.FieldError;

/** What a list of people comes down to, line by line. */
public record MemberReport(List<Line> lines) {

    public enum State {
        /** Gets the role. */
        NEW,
        /** Has the role already, and is left as it is. */
        THERE,
        /** Stands in the list before, and counts once. */
        TWICE,
        /** Keeps the whole list from being saved. */
        INVALID
    }

    /** @param municipality for which she is proposed, or null; @param problem what is wrong with the line; null when it is in order */
    public record Line(int number, String email, Role role, Level level, Municipality.Ref municipality, State state, FieldError problem) {}

    public int added() {
        return count(State.NEW);
    }

    /** How many people get a mail with that. Who of them has no account yet is not told. */
    public int invited() {
        return (int) lines.stream().filter(line -> line.state == State.NEW).map(Line::email).distinct().count();
    }

    public int alreadyThere() {
        return count(State.THERE);
    }

    public int twice() {
        return count(State.TWICE);
    }

    public int invalid() {
        return count(State.INVALID);
    }

    List<FieldError> problems() {
        return lines.stream().map(Line::problem).filter(java.util.Objects::nonNull).toList();
    }

    private int count(State state) {
        return (int) lines.stream().filter(line -> line.state == state).count();
    }
}
