// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klankbord.shared.Json;

/** Answers kept as one JSON object, {@code {question: {text, skipped}}}: a query finds each of them by its path. */
@Converter
class AnswersColumn implements AttributeConverter<List<Answer>, String> {
    @Override
    public String convertToDatabaseColumn(List<Answer> answers) {
        return answers == null || answers.isEmpty() ? null : Json.write(answers.stream().collect(Collectors.toMap(Answer::question, AnswersColumn::parts, (one, other) -> one, LinkedHashMap::new)));
    }

    private static Map<String, String> parts(Answer answer) {
        return Stream.of("text", "skipped").filter(part -> part(answer, part) != null).collect(Collectors.toMap(part -> part, part -> part(answer, part), (one, other) -> one, LinkedHashMap::new));
    }

    private static String part(Answer answer, String part) {
        return part.equals("text") ? answer.text() : answer.skipped();
    }

    @Override
    public List<Answer> convertToEntityAttribute(String json) {
        return json == null ? List.of() : Json.read(json, JsonNode.class).properties().stream()
                .map(one -> new Answer(one.getKey(), one.getValue().path("text").asText(null), one.getValue().path("skipped").asText(null))).toList();
    }
}
