// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import java.util.Optional;
import java.util.UUID;
import nl.klankbord.shared.Ids;

/**
 * Names one text of a dilemma that a reader can report, as in {@code field.question} or {@code response.} with the id of a seat.
 *
 * @param field of the dilemma, its restatement or its closing; else null
 * @param thing what else it stands at; else null
 */
public record TextName(String kind, String field, UUID thing) {

    public static Optional<TextName> parse(String name) {
        int dot = name == null ? -1 : name.indexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        String rest = name.substring(dot + 1);
        UUID id = Ids.parse(rest).orElse(null);
        return Optional.of(new TextName(name.substring(0, dot), id == null ? rest : null, id));
    }

    @Override
    public String toString() {
        return kind + "." + (thing == null ? field : thing);
    }
}
