// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import nl.klankbord.shared.Json;

/** The questions of a method's own, kept as one JSON list; null where it has none. */
@Converter
class QuestionsColumn implements AttributeConverter<List<Question>, String> {
    @Override
    public String convertToDatabaseColumn(List<Question> questions) {
        return questions == null ? null : Json.write(questions);
    }

    @Override
    public List<Question> convertToEntityAttribute(String json) {
        return json == null ? null : List.of(Json.read(json, Question[].class));
    }
}
