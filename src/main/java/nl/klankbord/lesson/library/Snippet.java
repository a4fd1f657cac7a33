// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson.library;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import nl.klankbord.lesson.LessonText;

/** A few words of a text around what was searched for; without such a place, its beginning. */
final class Snippet {
    private static final int LONG = 220;
    private static final int BEFORE = 60;

    private Snippet() {}

    static String of(LessonText text, String words) {
        List<String> stems = stems(words);
        return Stream.of(text.statement(), text.conditions(), text.counterExample(), text.frame(), text.localFilling(), text.counting(), text.telling())
                .filter(Objects::nonNull).filter(field -> place(field, stems) >= 0).findFirst()
                .map(field -> cut(field, place(field, stems))).orElseGet(() -> cut(text.statement(), 0));
    }

    static String of(String text, String words) {
        return cut(text, Math.max(0, place(text, stems(words))));
    }

    /** A word's beginning is what its forms share. */
    private static List<String> stems(String words) {
        return Dutch.telling(words == null ? "" : words).map(word -> word.length() > 5 ? word.substring(0, word.length() - 2) : word).toList();
    }

    private static int place(String field, List<String> stems) {
        String small = field.toLowerCase(Locale.ROOT);
        return stems.stream().mapToInt(small::indexOf).filter(at -> at >= 0).min().orElse(-1);
    }

    /** Signs of mark-up stay away: here they would only show as signs. */
    private static String cut(String field, int place) {
        String line = field.replaceAll("\\s", " ");
        int from = place <= BEFORE ? 0 : line.lastIndexOf(' ', place - BEFORE) + 1;
        int until = line.length() - from <= LONG ? line.length() : Math.max(line.lastIndexOf(' ', from + LONG), from + LONG / 2);
        return (from > 0 ? "… " : "") + line.substring(from, until).replaceAll("[*_`#>]+", "").strip() + (until < line.length() ? " …" : "");
    }
}
