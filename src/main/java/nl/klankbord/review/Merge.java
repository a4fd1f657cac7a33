// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes one text of two that grew from the same one. What only one of both changed is taken over; where both wrote, both
 * stay, the saved text first: what is too much a person sees and takes out, what is gone nobody sees.
 */
final class Merge {
    private static final Pattern WORDS = Pattern.compile("\\s+|\\S+");
    // Only \n ends a line: what Word and PDFs put between lines stays with the text before it.
    private static final Pattern SENTENCES = Pattern.compile("[^\\n]*?(?:[.!?]+[ \\t]+|\\n)|[^\\n]+");

    private Merge() {}

    /** @param base what both began from, or null when nobody knows: then what they have in common */
    static String of(String base, String saved, String typed) {
        if (base == null) {
            return sentences(common(pieces(SENTENCES, saved), pieces(SENTENCES, typed)), saved, typed);
        }
        return saved.equals(typed) || typed.equals(base) ? saved : saved.equals(base) ? typed : byWord(base, saved, typed).orElseGet(() -> sentences(pieces(SENTENCES, base), saved, typed));
    }

    /** Empty when both changed the same words. */
    private static Optional<String> byWord(String base, String saved, String typed) {
        StringBuilder merged = new StringBuilder();
        for (Region region : regions(pieces(WORDS, base), pieces(WORDS, saved), pieces(WORDS, typed))) {
            if (region.settled() == null && !region.base.isEmpty()) {
                return Optional.empty();
            }
            merged.append(region.settled() != null ? region.settled() : both(region, base.isBlank() ? "\n\n" : " "));
        }
        return Optional.of(merged.toString().strip());
    }

    private static String sentences(List<String> base, String saved, String typed) {
        StringBuilder merged = new StringBuilder();
        for (Region region : regions(base, pieces(SENTENCES, saved), pieces(SENTENCES, typed))) {
            merged.append(region.settled() != null ? region.settled() : both(region, "\n"));
            if (!merged.isEmpty() && !Character.isWhitespace(merged.charAt(merged.length() - 1))) {
                merged.append('\n');
            }
        }
        return merged.toString().strip();
    }

    private static String both(Region region, String between) {
        boolean apart = region.saved.isBlank() || region.typed.isBlank() || Character.isWhitespace(region.saved.charAt(region.saved.length() - 1)) || Character.isWhitespace(region.typed.charAt(0));
        return region.saved + (apart ? "" : between) + region.typed;
    }

    /** The base from beginning to end, cut where somebody changed it. */
    private static List<Region> regions(List<String> base, List<String> saved, List<String> typed) {
        List<AbstractDelta<String>> ours = DiffUtils.diff(base, saved).getDeltas();
        List<AbstractDelta<String>> theirs = DiffUtils.diff(base, typed).getDeltas();
        List<Region> regions = new ArrayList<>();
        int at = 0;
        int i = 0;
        int j = 0;
        while (i < ours.size() || j < theirs.size()) {
            int start = Math.min(i < ours.size() ? start(ours.get(i)) : base.size(), j < theirs.size() ? start(theirs.get(j)) : base.size());
            int end = start;
            int firstOfOurs = i;
            int firstOfTheirs = j;
            // Changes that touch the same words belong together, and so do those that touch these.
            for (boolean grown = true; grown;) {
                grown = false;
                if (i < ours.size() && within(ours.get(i), start, end)) {
                    end = Math.max(end, end(ours.get(i++)));
                    grown = true;
                }
                if (j < theirs.size() && within(theirs.get(j), start, end)) {
                    end = Math.max(end, end(theirs.get(j++)));
                    grown = true;
                }
            }
            String same = String.join("", base.subList(at, start));
            if (!same.isEmpty()) {
                regions.add(new Region(same, same, same));
            }
            regions.add(new Region(String.join("", base.subList(start, end)), changed(base, start, end, ours.subList(firstOfOurs, i)), changed(base, start, end, theirs.subList(firstOfTheirs, j))));
            at = end;
        }
        String rest = String.join("", base.subList(at, base.size()));
        return rest.isEmpty() ? regions : java.util.stream.Stream.concat(regions.stream(), java.util.stream.Stream.of(new Region(rest, rest, rest))).toList();
    }

    private static boolean within(AbstractDelta<String> delta, int start, int end) {
        return start(delta) == start || start(delta) < end;
    }

    private static int start(AbstractDelta<String> delta) {
        return delta.getSource().getPosition();
    }

    private static int end(AbstractDelta<String> delta) {
        return delta.getSource().getPosition() + delta.getSource().size();
    }

    private static String changed(List<String> base, int start, int end, List<AbstractDelta<String>> deltas) {
        StringBuilder text = new StringBuilder();
        int at = start;
        for (AbstractDelta<String> delta : deltas) {
            text.append(String.join("", base.subList(at, start(delta)))).append(String.join("", delta.getTarget().getLines()));
            at = end(delta);
        }
        return text.append(String.join("", base.subList(at, end))).toString();
    }

    private static List<String> common(List<String> one, List<String> other) {
        List<String> same = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(one, other).getDeltas()) {
            same.addAll(one.subList(at, start(delta)));
            at = end(delta);
        }
        same.addAll(one.subList(at, one.size()));
        return same;
    }

    private static List<String> pieces(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    /** A part of the base, and what each made of it. */
    private record Region(String base, String saved, String typed) {
        /** What it becomes where at most one changed it, or both the same; else null. */
        String settled() {
            return saved.equals(typed) || typed.equals(base) ? saved : saved.equals(base) ? typed : null;
        }
    }
}
