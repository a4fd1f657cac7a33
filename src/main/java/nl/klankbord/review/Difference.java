// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Canvas;

/**
 * How a part of a text was restated, word by word.
 *
 * @param field of the canvas
 */
public record Difference(String field, List<Part> parts) {
    private static final int FEWEST_WORDS = 8;

    /** @param kind same, removed or added */
    public record Part(String kind, String text) {
        /** As a date, of a field that holds one. */
        public LocalDate day() {
            return LocalDate.parse(text.strip());
        }
    }

    /** The parts that changed. */
    static List<Difference> between(Canvas original, Canvas restated) {
        Canvas before = original.tidy();
        Canvas after = restated.tidy();
        return Stream.of(of("title", before.title(), after.title()), of("question", before.question(), after.question()), of("intention", before.intention(), after.intention()),
                of("tension", before.tension(), after.tension()), of("assumptions", String.join("\n", before.assumptions()), String.join("\n", after.assumptions())))
                .filter(Objects::nonNull).toList();
    }

    /** The parts that changed, of all there are. */
    static List<Difference> ofAll(Canvas original, Canvas changed) {
        Map<String, String> before = texts(original.tidy());
        Map<String, String> after = texts(changed.tidy());
        return after.keySet().stream().map(field -> of(field, before.get(field), after.get(field))).filter(Objects::nonNull).toList();
    }

    /** All that was said, changed from nothing. */
    static List<Difference> whole(Canvas canvas) {
        return texts(canvas.tidy()).entrySet().stream().filter(text -> !text.getValue().isEmpty()).map(text -> new Difference(text.getKey(), List.of(new Part("same", text.getValue())))).toList();
    }

    /** What each field says, in the order of the page. */
    static Map<String, String> texts(Canvas c) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", c.title());
        texts.put("question", c.question());
        texts.put("intention", c.intention());
        texts.put("goal", Objects.toString(c.goal(), ""));
        texts.put("outcome", c.outcome());
        texts.put("tension", c.tension());
        texts.put("stip", c.stip());
        texts.put("foto", c.foto());
        texts.put("fotoDate", Objects.toString(c.fotoDate(), ""));
        texts.put("paths", String.join("\n", c.paths()));
        texts.put("experiment", c.experiment());
        texts.put("stopList", c.stopList());
        texts.put("assumptions", String.join("\n", c.assumptions()));
        texts.put("tried", c.tried());
        texts.put("roles", c.roles().stream().map(role -> Stream.of(role.party(), role.role(), role.interest()).filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining(", "))).collect(Collectors.joining("\n")));
        texts.put("character", Objects.toString(c.character(), ""));
        texts.put("themes", String.join(", ", c.themes()));
        return texts;
    }

    private static Difference of(String field, String before, String after) {
        return before.equals(after) ? null : new Difference(field, parts(words(before), words(after)));
    }

    /** From one text to another, word by word. */
    static List<Part> words(String before, String after) {
        return parts(words(before), words(after));
    }

    private static List<Part> parts(List<String> before, List<String> after) {
        List<Part> parts = byWord(before, after);
        int same = parts.stream().filter(part -> part.kind.equals("same")).mapToInt(part -> part.text.length()).sum();
        boolean rewritten = Math.min(before.size(), after.size()) >= FEWEST_WORDS && 2 * same < Math.max(String.join("", before).length(), String.join("", after).length());
        // What was rewritten is easier to read in full, before and after, than word by word.
        return !rewritten ? parts : List.of(new Part("removed", String.join("", before)), new Part("added", String.join("", after)));
    }

    private static List<Part> byWord(List<String> before, List<String> after) {
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
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\s)(?=\\S)"));
    }
}
