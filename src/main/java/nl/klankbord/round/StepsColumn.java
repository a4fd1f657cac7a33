// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import nl.klankbord.shared.Json;

/** The steps of a method's own, kept as one JSON list; null where it has none. */
@Converter
class StepsColumn implements AttributeConverter<List<ProtocolStep>, String> {
    @Override
    public String convertToDatabaseColumn(List<ProtocolStep> steps) {
        return steps == null ? null : Json.write(steps);
    }

    @Override
    public List<ProtocolStep> convertToEntityAttribute(String json) {
        return json == null ? null : List.of(Json.read(json, ProtocolStep[].class));
    }
}
