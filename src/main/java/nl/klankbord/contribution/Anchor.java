// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.web.SafeHtml;

/**
 * Where the words that a contribution is about stand in the text as it is now. Only letters and digits count, so that
 * mark-up, spaces and line ends are in nobody's way.
 *
 * @param start of the words among the letters of their field, 0 when they are gone; @param end behind them, 0 for all of it
 */
public record Anchor(State state, int start, int end) {
    private static final int FEWEST = 8;
    private static final int CHANGED_AT_MOST_ONE_IN = 4;

    public enum State {
        /** Word for word. */
        EXACT,
        /** Almost so: the text was changed since. */
        CHANGED,
        GONE
    }

    /** @param field letters of the field, as {@link #fields} gives them */
    public static Anchor of(Passage passage, String field) {
        if (passage.exact() == null) {
            return field.isEmpty() ? new Anchor(State.GONE, 0, 0) : new Anchor(State.EXACT, 0, 0);
        }
        String words = SafeHtml.lettersOf(passage.exact());
        List<Integer> places = places(words, field);
        if (places.isEmpty()) {
            // Quoted from the source, with its mark-up.
            words = SafeHtml.letters(passage.exact());
            places = places(words, field);
        }
        return places.isEmpty() ? similar(words, field) : exact(best(places, words.length(), field, passage), words.length());
    }

    /** The letters a reader sees of each field that can be quoted. */
    public static Map<String, String> fields(Canvas canvas) {
        Canvas c = canvas.tidy();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", SafeHtml.lettersOf(c.title()));
        fields.put("question", SafeHtml.letters(c.question()));
        fields.put("intention", SafeHtml.letters(c.intention()));
        fields.put("outcome", SafeHtml.letters(c.outcome()));
        fields.put("tension", SafeHtml.letters(c.tension()));
        fields.put("stip", SafeHtml.letters(c.stip()));
        fields.put("foto", SafeHtml.letters(c.foto()));
        fields.put("paths", SafeHtml.lettersOf(String.join(" ", c.paths())));
        fields.put("experiment", SafeHtml.letters(c.experiment()));
        fields.put("stopList", SafeHtml.letters(c.stopList()));
        fields.put("assumptions", SafeHtml.lettersOf(String.join(" ", c.assumptions())));
        fields.put("tried", SafeHtml.letters(c.tried()));
        fields.put("roles", SafeHtml.lettersOf(c.roles().stream().map(role -> Objects.toString(role.party(), "") + Objects.toString(role.role(), "") + Objects.toString(role.interest(), "")).collect(Collectors.joining())));
        return fields;
    }

    /** The first field that holds these words, or null. */
    public static String fieldOf(String words, Canvas canvas) {
        return fields(canvas).entrySet().stream().filter(field -> of(new Passage(field.getKey(), words, null, null), field.getValue()).state == State.EXACT).map(Map.Entry::getKey).findFirst().orElse(null);
    }

    private static Anchor exact(int start, int length) {
        return new Anchor(State.EXACT, start, start + length);
    }

    private static List<Integer> places(String words, String field) {
        List<Integer> places = new ArrayList<>();
        for (int at = words.isEmpty() ? -1 : field.indexOf(words); at >= 0; at = field.indexOf(words, at + 1)) {
            places.add(at);
        }
        return places;
    }

    /** The place with the most of what stood around the words, and else the first. */
    private static int best(List<Integer> places, int length, String field, Passage passage) {
        String before = SafeHtml.lettersOf(Objects.toString(passage.prefix(), ""));
        String after = SafeHtml.lettersOf(Objects.toString(passage.suffix(), ""));
        int best = places.getFirst();
        int most = -1;
        for (int place : places) {
            int around = alike(new StringBuilder(field.substring(0, place)).reverse(), new StringBuilder(before).reverse()) + alike(field.substring(place + length), after);
            if (around > most) {
                most = around;
                best = place;
            }
        }
        return best;
    }

    private static int alike(CharSequence one, CharSequence other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    /** The part of the field that takes the fewest changes to become the words (Sellers), if those are few. */
    private static Anchor similar(String words, String field) {
        int[] cost = new int[words.length() + 1];
        int[] start = new int[words.length() + 1];
        for (int i = 0; i < cost.length; i++) {
            cost[i] = i;
        }
        int fewest = words.length() / CHANGED_AT_MOST_ONE_IN + 1;
        Anchor best = new Anchor(State.GONE, 0, 0);
        for (int at = 0; at < field.length() && words.length() >= FEWEST; at++) {
            int diagonal = cost[0];
            int diagonalStart = start[0];
            start[0] = at + 1;
            for (int i = 1; i < cost.length; i++) {
                int replaced = diagonal + (words.charAt(i - 1) == field.charAt(at) ? 0 : 1);
                int left = cost[i] + 1;
                int above = cost[i - 1] + 1;
                diagonal = cost[i];
                int from = replaced <= left && replaced <= above ? diagonalStart : left <= above ? start[i] : start[i - 1];
                diagonalStart = start[i];
                cost[i] = Math.min(replaced, Math.min(left, above));
                start[i] = from;
            }
            if (cost[words.length()] < fewest) {
                fewest = cost[words.length()];
                best = new Anchor(State.CHANGED, start[words.length()], at + 1);
            }
        }
        return best;
    }
}
