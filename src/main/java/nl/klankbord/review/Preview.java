// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.util.List;
import java.util.stream.Stream;
import nl.klankbord.contribution.Questions;
import nl.klankbord.round.Question;
import nl.klankbord.web.Form;
import nl.klankbord.web.Language;

/**
 * A text as its readers would see it, before it is saved.
 *
 * @param label key of the name of its field
 * @param asked its name where a programme wrote the question, else null
 * @param items of what is a list, and has no text
 * @param own   whether one's own seat alone reads it
 */
public record Preview(String label, String asked, String text, List<String> items, boolean own) {

    Preview(String label, String text) {
        this(label, null, text, List.of(), false);
    }

    /** Of those fields that hold something. @param words key below which their names stand */
    static List<Preview> of(String words, Snapshot typed, String... fields) {
        return Stream.of(fields).filter(field -> !typed.text(field).isBlank()).map(field -> new Preview(words + "." + field, typed.text(field))).toList();
    }

    /** Of all that a reflection says. */
    static List<Preview> ofReflection(Questions asked, Snapshot typed) {
        return Both.of("", "reflection", asked, 0, null, typed, typed).fields().stream().filter(field -> !field.saved().isBlank())
                .map(field -> field.name().equals("assumptions") ? new Preview(field.getLabel(), field.asked(), "", Form.lines(field.saved()), false)
                        : new Preview(field.isReason() ? "reflection.skipWhy" : field.getLabel(), field.isReason() ? null : field.asked(), field.saved(), List.of(), field.name().equals("mirror"))).toList();
    }

    /** Of what was typed in a reflection, each text below the question it answers; also where that is asked no more. @param asked what a programme asks in its own words; null for none */
    static List<Preview> ofTyped(List<Question> asked, Snapshot typed, Language language) {
        return typed.texts().entrySet().stream().filter(one -> !one.getValue().isBlank())
                .map(one -> ofTyped(asked, new Both.Field(one.getKey(), "reflection", null, "", one.getValue(), "", List.of(), false), language)).toList();
    }

    private static Preview ofTyped(List<Question> asked, Both.Field field, Language language) {
        String words = Questions.words(asked, field.getQuestion());
        boolean list = field.name().equals("assumptions");
        String label = field.isReason() ? "reflection.skipWhy" : words != null || language.has(field.getLabel()) ? field.getLabel() : "reflection.else";
        return new Preview(label, field.isReason() ? null : words, list ? "" : field.typed(), list ? Form.lines(field.typed()) : List.of(), field.name().equals("mirror"));
    }
}
