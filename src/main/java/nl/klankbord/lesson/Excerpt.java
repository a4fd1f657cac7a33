// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a passage stands in its source, counted as the database counts, so that the words themselves need no copy.
 *
 * @param starts from 1, in characters; an emoji is one
 */
record Excerpt(String field, int starts, int length) {

    /** The first place the words stand. White space may differ: a browser sends other line ends than were typed. */
    static Optional<Excerpt> find(Map<String, String> fields, String exact) {
        Pattern words = Pattern.compile(Arrays.stream(exact.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+")));
        return fields.entrySet().stream().filter(field -> field.getValue() != null).flatMap(field -> {
            Matcher place = words.matcher(field.getValue());
            return place.find() ? Optional.of(at(field.getKey(), field.getValue(), place)).stream() : Optional.<Excerpt>empty().stream();
        }).findFirst();
    }

    private static Excerpt at(String field, String text, Matcher place) {
        return new Excerpt(field, text.codePointCount(0, place.start()) + 1, text.codePointCount(place.start(), place.end()));
    }
}
