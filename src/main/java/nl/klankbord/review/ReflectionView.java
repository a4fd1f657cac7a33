// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.util.List;
import java.util.Objects;
import nl.klankbord.contribution.Questions;
import nl.klankbord.round.Nature;
import nl.klankbord.round.Question;

/**
 * The form of a reflection: what its round asks, facts apart from views.
 *
 * @param set key of the question set; null where the programme asks questions of its own; {@code mirrorClosed}: colleagues wrote one that they have not opened to the reader
 */
public record ReflectionView(String set, List<Group> groups, String mirror, boolean mirrorClosed) {

    static ReflectionView of(Questions questions, ReflectionForm form, List<String> offered, boolean mirrorClosed) {
        List<Group> groups = questions.list().stream().map(Question::nature).distinct()
                .map(nature -> new Group(nature, questions.list().stream().filter(question -> question.nature() == nature).map(question -> Field.of(question, form, offered)).toList())).toList();
        return new ReflectionView(questions.set(), groups, form.mirror(), mirrorClosed);
    }

    /** Questions of one nature, in the order they are asked; the nature that is asked first comes first. */
    public record Group(Nature nature, List<Field> fields) {}

    /**
     * @param name    of its field
     * @param id      by which an error names it
     * @param skipped why it is passed over
     * @param choices of assumptions: those of the host's own list
     */
    public record Field(Question question, String name, String id, String said, String skipped, List<Choice> choices) {
        static Field of(Question question, ReflectionForm form, List<String> offered) {
            String key = question.key();
            return new Field(question, Questions.isNamed(key) ? key : "answer", Questions.field(key), form.said(key), form.reason(key), key.equals("assumptions") ? form.choices(offered) : List.of());
        }

        public boolean isNamed() {
            return Questions.isNamed(question.key());
        }

        /** What stands below words that a programme wrote; null below those of Klankbord, which have a hint of their own. */
        public String getOwnHint() {
            return question.own() ? Objects.toString(question.hint(), "") : null;
        }

        public String getKey() {
            return question.key();
        }
    }

    public record Choice(String assumption, boolean picked) {}
}
