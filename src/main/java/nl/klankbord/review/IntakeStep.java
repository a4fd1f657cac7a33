// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.dilemma.Writing;

/** The short steps in which a dilemma is written down, each at its own address. */
public enum IntakeStep {
    QUESTION("title", "question"),
    INTENTION("intention", "goal", "outcome", "tension"),
    DIRECTION("stip", "foto", "fotoDate", "paths", "experiment", "stopList"),
    ASSUMPTIONS("assumptions", "tried", "roles"),
    THEMES("themes", "character"),
    /** All of it as others will read it. */
    CHECK();

    private final List<String> fields;

    IntakeStep(String... fields) {
        this.fields = List.of(fields);
    }

    static Optional<IntakeStep> at(String slug) {
        return Arrays.stream(values()).filter(step -> step.getSlug().equals(slug)).findFirst();
    }

    List<String> fields() {
        return fields;
    }

    /** Where a field is filled in. */
    static IntakeStep of(String field) {
        return Arrays.stream(values()).filter(step -> step.fields.contains(field)).findFirst().orElseThrow();
    }

    /** The first that is not filled in yet. */
    static IntakeStep first(Canvas canvas) {
        return Arrays.stream(values()).filter(step -> !step.filledIn(canvas)).findFirst().orElse(CHECK);
    }

    /** What is needed is there, or something where nothing is needed. */
    boolean filledIn(Canvas saved) {
        Canvas c = saved.tidy();
        return switch (this) {
            case QUESTION, INTENTION -> c.missing().stream().noneMatch(fields::contains);
            case DIRECTION -> (Stream.of(c.stip(), c.foto(), c.experiment(), c.stopList()).anyMatch(text -> !text.isEmpty()) || !c.paths().isEmpty()) && c.unfinished().isEmpty();
            case ASSUMPTIONS -> !c.assumptions().isEmpty() || !c.tried().isEmpty() || !c.roles().isEmpty();
            case THEMES -> c.character() != null || !c.themes().isEmpty();
            case CHECK -> false;
        };
    }

    IntakeStep next() {
        return values()[Math.min(ordinal() + 1, CHECK.ordinal())];
    }

    IntakeStep previous() {
        return values()[Math.max(ordinal() - 1, 0)];
    }

    /** Its place in an address. */
    public String getSlug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int getNumber() {
        return ordinal() + 1;
    }

    public int getMinutes() {
        return Writing.valueOf(name()).minutes();
    }
}
