// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.util.List;
import java.util.stream.Stream;

/**
 * A text as its readers would see it, before it is saved.
 *
 * @param label key of the name of its field
 */
public record Preview(String label, String text) {

    /** Of those fields that hold something. @param words key below which their names stand */
    static List<Preview> of(String words, Snapshot typed, String... fields) {
        return Stream.of(fields).filter(field -> !typed.text(field).isBlank()).map(field -> new Preview(words + "." + field, typed.text(field))).toList();
    }

    /** Of all that a reflection says but the assumptions, which are a list. */
    static List<Preview> ofReflection(Snapshot typed) {
        return Both.of("", "reflection", 0, null, typed, typed).fields().stream().filter(field -> !field.name().equals("assumptions") && !field.saved().isBlank())
                .map(field -> new Preview(field.isReason() ? "reflection.skipWhy" : field.getLabel(), field.saved())).toList();
    }
}
