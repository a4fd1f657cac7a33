// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Texts;

/**
 * The questions of a method's own. One that still has Klankbord's words stays Klankbord's, in both languages; one with other
 * words gets a key that no other has, so that nothing ever shows under words it did not answer.
 */
final class OwnQuestions {
    static final int MOST = 12;
    static final int LONGEST_TEXT = 200;
    static final int LONGEST_HINT = 400;
    /** Shows the host's assumptions to pick from, whatever its words are. */
    static final String PICKED = "assumptions";
    /** These have a column of their own in a contribution, which has no place for a reason to skip. */
    private static final Set<String> NAMED = Set.of("text", PICKED, "example", "advice");
    /** What comes before the number in a key of a programme's own. */
    private static final String PREFIX = "q";

    private OwnQuestions() {}

    /** Whether a question has a key and the words of Klankbord's, in any language. @param known Klankbord's keys */
    static Predicate<Question> klankbords(Set<String> known, Texts texts) {
        return one -> one.key() != null && known.contains(one.key()) && (!one.own() || Texts.LANGUAGES.stream().anyMatch(language -> new Question(one.key(), null, false, false).said(texts, language).saysAs(one)));
    }

    /** @param keys those that the method's own questions have now; @param klankbords whether a question has its key and its words */
    static List<Question> kept(List<Question> typed, Set<String> keys, Predicate<Question> klankbords) {
        List<Question> rows = typed.stream().map(one -> one == null ? new Question(null, null, false, false) : one).toList();
        Set<String> taken = new HashSet<>();
        rows.forEach(one -> taken.add(Objects.toString(one.key(), "")));
        taken.addAll(keys);
        Set<String> used = new HashSet<>();
        List<Question> kept = new ArrayList<>();
        for (Question one : rows) {
            boolean first = one.key() != null && !used.contains(one.key());
            boolean bundled = first && klankbords.test(one);
            String key = bundled || first && (one.key().equals(PICKED) || keys.contains(one.key()) && one.key().matches(PREFIX + "\\d+")) ? one.key() : next(taken);
            used.add(key);
            kept.add(bundled ? new Question(key, one.nature(), one.required(), one.skippable())
                    : new Question(key, one.nature(), one.required(), one.skippable(), strip(one.text()), one.hint() == null || one.hint().isBlank() ? null : one.hint().strip()));
        }
        return kept;
    }

    private static String next(Set<String> taken) {
        String free = IntStream.iterate(1, i -> i + 1).mapToObj(i -> PREFIX + i).filter(key -> !taken.contains(key)).findFirst().orElseThrow();
        taken.add(free);
        return free;
    }

    private static String strip(String text) {
        return text == null ? "" : text.strip();
    }

    static List<FieldError> errors(List<Question> questions) {
        List<FieldError> errors = new ArrayList<>();
        if (questions.isEmpty()) {
            errors.add(new FieldError("questions", "no-question", List.of()));
        } else if (questions.size() > MOST) {
            errors.add(new FieldError("questions", "too-many-questions", List.of(MOST)));
        } else if (questions.stream().noneMatch(Question::required)) {
            errors.add(new FieldError("questions", "none-required", List.of()));
        }
        IntStream.range(0, questions.size()).forEach(i -> errors.addAll(errors("questions[" + i + "].", questions.get(i))));
        return errors;
    }

    private static List<FieldError> errors(String at, Question question) {
        List<FieldError> errors = new ArrayList<>();
        if (question.own() && question.text().isEmpty()) {
            errors.add(new FieldError(at + "text", "required", List.of()));
        } else if (question.own() && question.text().length() > LONGEST_TEXT) {
            errors.add(new FieldError(at + "text", "too-long", List.of(LONGEST_TEXT)));
        }
        if (question.hint() != null && question.hint().length() > LONGEST_HINT) {
            errors.add(new FieldError(at + "hint", "too-long", List.of(LONGEST_HINT)));
        }
        if (question.nature() == null) {
            errors.add(new FieldError(at + "nature", "required", List.of()));
        }
        if (question.skippable() && NAMED.contains(question.key())) {
            errors.add(new FieldError(at + "skippable", "never-skipped", List.of()));
        } else if (question.skippable() && !question.required()) {
            errors.add(new FieldError(at + "skippable", "skip-optional", List.of()));
        }
        return errors;
    }
}
