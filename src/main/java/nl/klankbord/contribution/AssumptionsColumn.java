// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import nl.klankbord.shared.Json;

/** Short texts kept as one JSON array. */
@Converter
class AssumptionsColumn implements AttributeConverter<List<String>, String> {
    @Override
    public String convertToDatabaseColumn(List<String> items) {
        return items == null || items.isEmpty() ? null : Json.write(items);
    }

    @Override
    public List<String> convertToEntityAttribute(String json) {
        return json == null ? List.of() : List.of(Json.read(json, String[].class));
    }
}
