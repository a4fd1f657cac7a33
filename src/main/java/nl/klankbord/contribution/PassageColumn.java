// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import nl.klankbord.shared.Json;

/** A quoted passage kept as JSON. */
@Converter
class PassageColumn implements AttributeConverter<Passage, String> {
    @Override
    public String convertToDatabaseColumn(Passage passage) {
        return passage == null ? null : Json.write(passage);
    }

    @Override
    public Passage convertToEntityAttribute(String json) {
        return json == null ? null : Json.read(json, Passage.class);
    }
}
