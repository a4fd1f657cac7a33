// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klankbord.round.Question;
import nl.klankbord.shared.Outcome.FieldError;

/**
 * What the reflections in a dilemma are asked, and whether one fits that.
 *
 * @param set key of the question set; null where the method has questions of its own
 */
public record Questions(String set, List<Question> list) {
    /** Those that have a field of their own, in every set that asks them. */
    private static final Set<String> NAMED = Set.of("text", "assumptions", "example", "advice");
    private static final int LONGEST = 8000;
    private static final int LONGEST_REASON = 2000;

    public static boolean isNamed(String question) {
        return NAMED.contains(question);
    }

    /** The field of a question, as a form and the API name it. */
    public static String field(String question) {
        return isNamed(question) ? question : "answers." + question;
    }

    /** The words of a question that a programme wrote itself; null for those of Klankbord. */
    public String words(String question) {
        return words(list, question);
    }

    /** @param questions null for none */
    public static String words(List<Question> questions, String question) {
        return questions == null ? null : questions.stream().filter(one -> one.key().equals(question)).map(Question::text).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** What does not belong in a reflection here, or is too long. What is not filled in yet is no error: it may be a draft. */
    List<FieldError> errors(ContributionText content) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> asked = list.stream().map(Question::key).collect(Collectors.toSet());
        NAMED.stream().sorted().filter(name -> !asked.contains(name) && content.said(name) != null).forEach(name -> errors.add(new FieldError(name, "not-asked", List.of())));
        content.answers().forEach(answer -> errors.addAll(errors(answer)));
        long different = content.answers().stream().map(Answer::question).distinct().count();
        if (different < content.answers().size()) {
            errors.add(new FieldError("answers", "answered-twice", List.of()));
        }
        return errors;
    }

    private List<FieldError> errors(Answer answer) {
        Question question = list.stream().filter(one -> one.key().equals(answer.question()) && !isNamed(one.key())).findFirst().orElse(null);
        if (question == null) {
            return List.of(new FieldError("answers", "unknown-question", List.of()));
        }
        List<FieldError> errors = new ArrayList<>();
        if (answer.text() != null && answer.text().length() > LONGEST) {
            errors.add(new FieldError(field(question.key()), "too-long", List.of(LONGEST)));
        }
        if (answer.skipped() != null && !question.skippable()) {
            errors.add(new FieldError(field(question.key()), "not-skippable", List.of()));
        } else if (answer.skipped() != null && answer.skipped().length() > LONGEST_REASON) {
            errors.add(new FieldError(field(question.key()) + ".skipped", "too-long", List.of(LONGEST_REASON)));
        }
        return errors;
    }

    /** What it still needs before it opens those of others. */
    public List<FieldError> unfilled(ContributionText reflection) {
        List<FieldError> errors = new ArrayList<>();
        for (Question question : list) {
            String said = reflection.said(question.key());
            String skipped = reflection.skipped(question.key());
            if (said != null && skipped != null) {
                errors.add(new FieldError(field(question.key()), "answer-or-skip", List.of()));
            } else if (question.required() && !says(said) && !says(skipped)) {
                errors.add(new FieldError(field(question.key()), question.skippable() ? "answer-or-reason" : "says-too-little", List.of()));
            }
        }
        if (errors.isEmpty() && list.stream().noneMatch(question -> says(reflection.said(question.key())))) {
            errors.add(new FieldError(field(list.getFirst().key()), "skips-all", List.of()));
        }
        return errors;
    }

    private static boolean says(String text) {
        return text != null && ContributionText.says(text);
    }

    /** With what was answered or passed over, in the order it is asked, and nothing of the rest. */
    ContributionText inOrder(ContributionText content) {
        return content.with(list.stream().flatMap(question -> content.answers().stream()
                .filter(answer -> question.key().equals(answer.question()) && (answer.text() != null || answer.skipped() != null))).toList());
    }
}
