// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Canvas;

/**
 * How a part of a text was restated, word by word.
 *
 * @param field of the canvas
 */
public record Difference(String field, List<Part> parts) {

    /** @param kind same, removed or added */
    public record Part(String kind, String text) {}

    /** The parts that changed. */
    static List<Difference> between(Canvas original, Canvas restated) {
        Canvas before = original.tidy();
        Canvas after = restated.tidy();
        return Stream.of(of("title", before.title(), after.title()), of("question", before.question(), after.question()), of("intention", before.intention(), after.intention()),
                of("tension", before.tension(), after.tension()), of("assumptions", String.join("\n", before.assumptions()), String.join("\n", after.assumptions())))
                .filter(Objects::nonNull).toList();
    }

    private static Difference of(String field, String before, String after) {
        return before.equals(after) ? null : new Difference(field, parts(words(before), words(after)));
    }

    private static List<Part> parts(List<String> before, List<String> after) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            add(parts, "same", before.subList(at, delta.getSource().getPosition()));
            add(parts, "removed", delta.getSource().getLines());
            add(parts, "added", delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(parts, "same", before.subList(at, before.size()));
        return parts;
    }

    private static void add(List<Part> parts, String kind, List<String> words) {
        if (!words.isEmpty()) {
            parts.add(new Part(kind, String.join("", words)));
        }
    }

    /** Each word with the space behind it. */
    private static List<String> words(String text) {
        return List.of(text.split("(?<=\\s)(?=\\S)"));
    }
}
