// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import nl.klankbord.shared.Texts;
import nl.klankbord.web.Form;
import org.jboss.resteasy.reactive.RestForm;

/**
 * What was typed of the steps of a method's own session, a list for each field of a row.
 *
 * @param own whether the form shows them; else it names a protocol
 */
record StepRows(@RestForm("ownSteps") String own, @RestForm("stepKey") List<String> keys, @RestForm("stepName") List<String> names, @RestForm("stepMinutes") List<String> minutes,
                @RestForm("stepSpeaker") List<String> speakers) {
    static final String NAME = "protocolSteps";
    /** Stands for a number that is none, so that its field says so. */
    private static final int NO_NUMBER = -1;

    public record Row(int index, String key, String name, String minutes, String speaker) {
        static final Row EMPTY = new Row(0, "", "", "", Speaker.EVERYBODY.name());

        static Row of(ProtocolStep said) {
            return new Row(0, Objects.toString(said.key(), ""), said.name(), String.valueOf(said.minutes()), said.speaker().name());
        }

        Row at(int place) {
            return new Row(place, key, name, minutes, speaker);
        }

        boolean isEmpty() {
            return name.isBlank() && minutes.isBlank();
        }

        ProtocolStep step() {
            return new ProtocolStep(key.isEmpty() ? null : key, name, Objects.requireNonNullElse(number(), NO_NUMBER), Form.choice(Speaker.class, speaker));
        }

        Integer number() {
            return Form.number(minutes.strip());
        }

        public String id(String field) {
            return NAME + "[" + index + "]." + field;
        }

        public int getNumber() {
            return index + 1;
        }
    }

    /** As they were typed, or an empty list when the form names a protocol. */
    List<Row> rows() {
        return own == null || names == null ? List.of() : numbered(IntStream.range(0, names.size()).mapToObj(i -> new Row(i, at(keys, i), at(names, i), at(minutes, i), at(speakers, i))).toList());
    }

    /** Without the rows that nothing was typed in: those are how one leaves a step out. */
    List<Row> filled() {
        return numbered(rows().stream().filter(row -> !row.isEmpty()).toList());
    }

    /** Null: those of the protocol. */
    List<ProtocolStep> steps() {
        return own == null ? null : filled().stream().map(Row::step).toList();
    }

    static List<Row> of(List<ProtocolStep> steps, Texts texts, Locale locale) {
        return numbered(steps.stream().map(step -> Row.of(step.said(texts, locale))).toList());
    }

    static List<Row> numbered(List<Row> rows) {
        return IntStream.range(0, rows.size()).mapToObj(i -> rows.get(i).at(i)).toList();
    }

    /** Together, as far as they are numbers. */
    static int total(List<Row> rows) {
        return rows.stream().map(Row::number).filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
    }

    private static String at(List<String> values, int index) {
        return values == null || index >= values.size() ? "" : Objects.toString(values.get(index), "");
    }
}
