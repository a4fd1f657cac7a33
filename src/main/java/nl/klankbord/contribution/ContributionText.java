// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Trace;

/**
 * What someone writes.
 *
 * @param text        the question, answer or remark; of a reflection the recognition and what one sees, where its round asks that
 * @param assumptions of a reflection: the host's assumptions it challenges
 * @param example     of a reflection: from one's own practice
 * @param mirror      of a reflection: what it means for one's own municipality; stays on one's own seat; null leaves what
 *                    is there, empty clears it
 * @param answers     of a reflection: to what else its round asks
 * @param sure        whether the writer has looked at what may lead to a person; a program is asked when it says that it has not
 */
public record ContributionText(
        @NotNull(message = "{required}") ContributionKind kind,
        @Size(max = 8000, message = "{too-long}") String text, @Valid Passage passage, UUID inReplyTo,
        @Size(max = 20, message = "{too-many}") List<@Size(max = 1000, message = "{too-long}") String> assumptions,
        @Size(max = 8000, message = "{too-long}") String example, @Size(max = 8000, message = "{too-long}") String advice,
        @Size(max = 8000, message = "{too-long}") String mirror,
        @Size(max = 20, message = "{too-many}") List<Answer> answers, boolean sure) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    public ContributionText {
        text = text == null ? "" : text.strip();
        example = blankToNull(example);
        advice = blankToNull(advice);
        mirror = mirror == null ? null : mirror.strip();
        assumptions = assumptions == null ? List.of() : assumptions.stream().filter(a -> a != null && !a.isBlank()).map(String::strip).distinct().toList();
        answers = answers == null ? List.of() : answers.stream().filter(Objects::nonNull).toList();
    }

    /** One that says nothing to a question of a set of its own. */
    public ContributionText(ContributionKind kind, String text, Passage passage, UUID inReplyTo, List<String> assumptions, String example, String advice, String mirror, boolean sure) {
        this(kind, text, passage, inReplyTo, assumptions, example, advice, mirror, List.of(), sure);
    }

    /** Whether nothing is written yet, but for its mirror. */
    boolean blank() {
        return text.isEmpty() && example == null && advice == null && assumptions.isEmpty() && answers.isEmpty();
    }

    /** The mirror apart. */
    boolean saysTheSame(ContributionText other) {
        return text.equals(other.text) && Objects.equals(example, other.example) && Objects.equals(advice, other.advice) && assumptions.equals(other.assumptions) && answers.equals(other.answers);
    }

    /** Literally the same, about the same, in reply to the same. */
    boolean isAgain(ContributionText other) {
        return kind == other.kind && saysTheSame(other) && Objects.equals(passage, other.passage) && Objects.equals(inReplyTo, other.inReplyTo);
    }

    /** What its kind asks for: a reflection may start empty, the others say something and nothing but that. */
    List<FieldError> errorsOfKind() {
        List<FieldError> errors = new ArrayList<>();
        if (kind == ContributionKind.REFLECTION) {
            return errors;
        }
        // Spaces that do not show are no text either.
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            errors.add(new FieldError("text", "required", List.of()));
        }
        if (advice != null) {
            errors.add(new FieldError("advice", kind == ContributionKind.QUESTION ? "advice-while-clarifying" : "only-in-reflection", List.of()));
        }
        if (example != null) {
            errors.add(new FieldError("example", "only-in-reflection", List.of()));
        }
        if (mirror != null && !mirror.isEmpty()) {
            errors.add(new FieldError("mirror", "only-in-reflection", List.of()));
        }
        if (!assumptions.isEmpty()) {
            errors.add(new FieldError("assumptions", "only-in-reflection", List.of()));
        }
        if (!answers.isEmpty()) {
            errors.add(new FieldError("answers", "only-in-reflection", List.of()));
        }
        return errors;
    }

    /** What may lead to somebody, and its writer has not said that it does not. */
    List<FieldError> unsure() {
        return Trace.unsure(sure, Stream.of(Stream.of(text, example, advice), assumptions.stream(), answers.stream().map(Answer::text), answers.stream().map(Answer::skipped)).flatMap(part -> part), Stream.of());
    }

    /** Whether a reflection says enough to open those of others: a dot does not, nor does one key held down or one word over and over. */
    static boolean says(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        int[] letters = plain.codePoints().filter(Character::isLetterOrDigit).toArray();
        return letters.length >= 10 && Arrays.stream(letters).distinct().count() >= 5 && WORD.matcher(plain).results().map(MatchResult::group).distinct().count() >= 2;
    }

    /** What a reflection says to a question; null when nothing. */
    String said(String question) {
        return switch (question) {
            case "text" -> blankToNull(text);
            case "example" -> example;
            case "advice" -> advice;
            case "assumptions" -> assumptions.isEmpty() ? null : String.join(" ", assumptions);
            default -> answer(question).map(Answer::text).orElse(null);
        };
    }

    /** Why it passes a question over, or null. */
    String skipped(String question) {
        return answer(question).map(Answer::skipped).orElse(null);
    }

    private Optional<Answer> answer(String question) {
        return answers.stream().filter(answer -> question.equals(answer.question())).findFirst();
    }

    ContributionText with(List<Answer> others) {
        return new ContributionText(kind, text, passage, inReplyTo, assumptions, example, advice, mirror, others, sure);
    }

    static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
