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
 * What was typed of the questions of a method's own, a list for each field of a row.
 *
 * @param own whether the form shows them; else it names a set
 */
record QuestionRows(@RestForm("ownQuestions") String own, @RestForm("questionKey") List<String> keys, @RestForm("questionText") List<String> texts, @RestForm("questionHint") List<String> hints,
                    @RestForm("questionNature") List<String> natures, @RestForm("questionNeed") List<String> needs) {
    static final String NAME = "questions";

    /** What an answer is: needed, needed unless one says why not, or left to the peer. */
    public enum Need { REQUIRED, SKIPPABLE, OPTIONAL }

    /** @param need name of a {@link Need} */
    public record Row(int index, String key, String text, String hint, String nature, String need) {
        static final Row EMPTY = new Row(0, "", "", "", Nature.VIEW.name(), Need.OPTIONAL.name());

        static Row of(Question said) {
            return new Row(0, said.key(), said.text(), Objects.toString(said.hint(), ""), said.nature().name(), (said.skippable() ? Need.SKIPPABLE : said.required() ? Need.REQUIRED : Need.OPTIONAL).name());
        }

        Row at(int place) {
            return new Row(place, key, text, hint, nature, need);
        }

        boolean isEmpty() {
            return text.isBlank() && hint.isBlank();
        }

        Question question() {
            Need chosen = Form.choice(Need.class, need);
            return new Question(key.isEmpty() ? null : key, Form.choice(Nature.class, nature), chosen == Need.REQUIRED || chosen == Need.SKIPPABLE, chosen == Need.SKIPPABLE, text, hint);
        }

        public String id(String field) {
            return NAME + "[" + index + "]." + field;
        }

        public int getNumber() {
            return index + 1;
        }

        public boolean isPicked() {
            return OwnQuestions.PICKED.equals(key);
        }
    }

    /** As they were typed, or an empty list when the form names a set. */
    List<Row> rows() {
        return own == null || texts == null ? List.of() : numbered(IntStream.range(0, texts.size())
                .mapToObj(i -> new Row(i, at(keys, i), at(texts, i), at(hints, i), at(natures, i), at(needs, i))).toList());
    }

    /** Without the rows that nothing was typed in: those are how one leaves a question out. */
    List<Row> filled() {
        return numbered(rows().stream().filter(row -> !row.isEmpty()).toList());
    }

    /** Null: those of the set. */
    List<Question> questions() {
        return own == null ? null : filled().stream().map(Row::question).toList();
    }

    static List<Row> of(List<Question> questions, Texts texts, Locale locale) {
        return numbered(questions.stream().map(question -> Row.of(question.said(texts, locale))).toList());
    }

    static List<Row> numbered(List<Row> rows) {
        return IntStream.range(0, rows.size()).mapToObj(i -> rows.get(i).at(i)).toList();
    }

    private static String at(List<String> values, int index) {
        return values == null || index >= values.size() ? "" : Objects.toString(values.get(index), "");
    }
}
