// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.contribution.DraftKey;
import nl.klankbord.contribution.Questions;

/**
 * What is saved of a form and what somebody typed in it meanwhile, side by side, with a proposal to make them one.
 *
 * @param action  address of the form
 * @param version that is saved now
 * @param saved   what is saved now
 * @param fields  in the order of the form; those that only one of both changed are made one unseen, and those in which both are the same go along
 */
public record Both(String action, int version, Snapshot saved, List<Field> fields) {
    private static final Set<String> REPEATS = Set.of("paths", "assumptions", "roles");
    private static final Set<String> CHOICES = Set.of("title", "goal", "character", "circle", "fotoDate");
    private static final String ANSWERS = "answers.";

    /** @param words key below which its name stands; @param asked its name where a programme wrote the question, else null; @param merged both in one, to be looked at; @param differences from what is saved to what was typed; @param clashing whether both changed it, or nobody knows who did */
    public record Field(String name, String words, String asked, String saved, String typed, String merged, List<Difference.Part> differences, boolean clashing) {

        public boolean isDiffering() {
            return !saved.equals(typed);
        }

        /** Changed by one of both, whose words it has then. */
        public boolean isJoined() {
            return isDiffering() && !clashing;
        }

        /** What goes along where there is nothing to choose. */
        public String getSettled() {
            return isJoined() ? merged : saved;
        }

        /** Key of its name. */
        public String getLabel() {
            return words + "." + getQuestion();
        }

        /** What its form calls it. */
        public String getInput() {
            return !isAnswer() ? name : isReason() ? "skipped" : "answer";
        }

        /** The question that an answer belongs to; the form says it once, before both of its fields. */
        public String getQuestion() {
            return question(name);
        }

        public boolean isAnswer() {
            return name.startsWith(ANSWERS);
        }

        /** Why a question is passed over. */
        public boolean isReason() {
            return isAnswer() && name.endsWith(ReflectionForm.SKIPPED);
        }

        /** One of both, rather than some of each. */
        public boolean isChoice() {
            return CHOICES.contains(name);
        }

        /** How it is filled in, when each of what repeats stands on a line of its own. */
        public String getRepeats() {
            return REPEATS.contains(name) ? name.equals("roles") ? "roles" : "lines" : "text";
        }

        public List<Option> getOptions() {
            return List.of(new Option("saved", saved), new Option("typed", typed));
        }
    }

    /** @param from saved or typed */
    public record Option(String from, String value) {
        public Difference.Part getPart() {
            return new Difference.Part("same", value);
        }
    }

    /** Key of the draft that waits to be made one with what is saved. */
    static String aside(UUID dilemma, String form) {
        return DraftKey.unmerged(dilemma, form);
    }

    /** @param words key below which the names of its fields stand; @param base what was there when the writer began; null, or without a field, when nobody knows */
    static Both of(String action, String words, int version, Snapshot base, Snapshot saved, Snapshot typed) {
        return of(action, words, new Questions(null, List.of()), version, base, saved, typed);
    }

    /** @param asked what the fields are asked, whose words a programme may have written */
    static Both of(String action, String words, Questions asked, int version, Snapshot base, Snapshot saved, Snapshot typed) {
        return new Both(action, version, saved, saved.texts().keySet().stream().map(name -> field(name, words, asked, base == null ? null : base.texts().get(name), saved.text(name), typed.text(name))).toList());
    }

    private static Field field(String name, String words, Questions asked, String began, String saved, String typed) {
        boolean clashing = !saved.equals(typed) && (began == null || !saved.equals(began) && !typed.equals(began));
        return new Field(name, words, asked.words(question(name)), saved, typed, Merge.of(began, saved, typed), Difference.words(saved, typed), clashing);
    }

    /** Those to be looked at. */
    public List<Field> getClashes() {
        return fields.stream().filter(Field::clashing).toList();
    }

    /** Those that were made one without a question. */
    public List<Field> getJoined() {
        return fields.stream().filter(Field::isJoined).toList();
    }

    /** Whether it is about the mirror too. */
    public boolean isMirroring() {
        return fields.stream().anyMatch(field -> field.name.equals("mirror") && field.clashing);
    }

    private static String question(String field) {
        return field.startsWith(ANSWERS) ? field.substring(ANSWERS.length()).replace(ReflectionForm.SKIPPED, "") : field;
    }

    /** Whether a save may go on as if it had begun now: nobody changed what it is about, or both wrote the same. */
    static boolean agree(Snapshot base, Snapshot saved, Snapshot typed) {
        return saved.equals(base) || saved.equals(typed);
    }
}
