// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What came of a write. Everything but {@link Done} changed nothing. */
public sealed interface Outcome<T> {

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> denied(Decision decision) {
        return new Denied<>(decision);
    }

    static <T> Outcome<T> hidden() {
        return new Denied<>(Decision.HIDDEN);
    }

    static <T> Outcome<T> refused(Decision.Reason reason) {
        return new Denied<>(Decision.refused(reason));
    }

    static <T> Outcome<T> invalid(String field, String code, Object... arguments) {
        return new Invalid<>(List.of(new FieldError(field, code, List.of(arguments))));
    }

    /** The same outcome with the value turned into something else. */
    @SuppressWarnings("unchecked")
    default <U> Outcome<U> map(Function<T, U> turn) {
        return this instanceof Done<T>(T value) ? done(turn.apply(value)) : (Outcome<U>) this;
    }

    record Done<T>(T value) implements Outcome<T> {}

    record Denied<T>(Decision decision) implements Outcome<T> {}

    record Invalid<T>(List<FieldError> errors) implements Outcome<T> {}

    /** A move that must wait, and for what. */
    record Blocked<T>(List<Unmet> unmet) implements Outcome<T> {}

    /** The caller edited an older version, or named none. */
    record Stale<T>(boolean named) implements Outcome<T> {}

    /** @param code key of the text that says what is wrong, below {@code error.} in the message bundles */
    record FieldError(String field, String code, List<Object> arguments) {}

    /** @param dilemmaId the dilemma it is about, or null for a round as a whole */
    record Unmet(String need, UUID dilemmaId) {}
}
