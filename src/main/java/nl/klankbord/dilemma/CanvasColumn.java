// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import nl.klankbord.shared.Json;

/** A canvas is one document: kept as JSON, always read and written whole. */
@Converter
class CanvasColumn implements AttributeConverter<Canvas, String> {
    @Override
    public String convertToDatabaseColumn(Canvas canvas) {
        return canvas == null ? null : Json.write(canvas);
    }

    @Override
    public Canvas convertToEntityAttribute(String json) {
        return json == null ? null : Json.read(json, Canvas.class);
    }
}
