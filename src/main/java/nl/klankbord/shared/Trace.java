// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.klankbord.shared.Outcome.FieldError;

/** What in a text may lead to one person. It warns: it finds what is written in the usual ways, and not all that could be. */
public enum Trace {
    /** A citizen service number: nine digits whose weighted sum is a multiple of eleven. */
    CITIZEN_NUMBER("(?<!\\d)\\d{4}[ .]?\\d{2}[ .]?\\d{3}(?!\\d)", Trace::elevenProof),
    PHONE("(?<![\\d-])(?:\\+31|0031|0)[ -]?[1-9](?:[ -]?\\d){8}(?!\\d)", found -> true),
    MAIL("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+", found -> true),
    ADDRESS("(?<!\\d)[1-9]\\d{3} ?[A-Z]{2}(?![A-Za-z])", found -> true),
    BIRTH("(?iu)\\b(?:geboren (?:op|in)|geb\\.|born (?:on|in))\\s+\\d", found -> true),
    NAMED("\\b(?:[Mm]evrouw|[Mm]eneer|[Dd]e heer|[Mm]w\\.|[Mm]evr\\.|[Dd]hr\\.|Mrs\\.?|Mr\\.?) (?:[A-Z]\\. ?)*(?:(?:van|de|der|den|ter|ten) )*\\p{Lu}[\\p{L}'-]*", found -> true);

    private final Pattern pattern;
    private final Predicate<String> holds;

    Trace(String pattern, Predicate<String> holds) {
        this.pattern = Pattern.compile(pattern);
        this.holds = holds;
    }

    /** The words that may lead to someone, each once, in the order of the kinds. */
    public static List<String> in(String... texts) {
        return Arrays.stream(values()).flatMap(kind -> Stream.of(texts).filter(text -> text != null)
                .flatMap(text -> kind.pattern.matcher(text).results().map(MatchResult::group).filter(kind.holds))).distinct().toList();
    }

    /**
     * What is wrong with texts that may lead to someone, as long as their writer has not said that nobody can be recognised.
     *
     * @param sure  whether she has
     * @param known what stood there before: it was asked about then
     */
    public static List<FieldError> unsure(boolean sure, Stream<String> texts, Stream<String> known) {
        if (sure) {
            return List.of();
        }
        Set<String> before = new HashSet<>(in(known.toArray(String[]::new)));
        List<String> found = in(texts.toArray(String[]::new)).stream().filter(trace -> !before.contains(trace)).toList();
        return found.isEmpty() ? List.of() : List.of(new FieldError("sure", "names-someone", List.of(String.join(", ", found))));
    }

    private static boolean elevenProof(String number) {
        String digits = number.replaceAll("\\D", "");
        int sum = -Character.digit(digits.charAt(8), 10);
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(digits.charAt(i), 10) * (9 - i);
        }
        return sum % 11 == 0 && !digits.chars().allMatch(digit -> digit == '0');
    }
}
