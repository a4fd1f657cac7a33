// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Locale;
import nl.klankbord.shared.Json;

/** What something is about, in a few words of one's own: in small letters, each once. */
public record Themes(List<String> names) {
    public static final Themes NONE = new Themes(List.of());

    public static Themes of(List<String> names) {
        return names == null ? NONE : new Themes(names.stream().filter(name -> name != null && !name.isBlank())
                .map(name -> name.strip().toLowerCase(Locale.ROOT)).distinct().toList());
    }

    /** Kept as a JSON list. */
    @Converter
    static class Column implements AttributeConverter<Themes, String> {
        @Override
        public String convertToDatabaseColumn(Themes themes) {
            return Json.write((themes == null ? NONE : themes).names.toArray());
        }

        @Override
        public Themes convertToEntityAttribute(String json) {
            return json == null ? NONE : new Themes(List.of(Json.read(json, String[].class)));
        }
    }
}
