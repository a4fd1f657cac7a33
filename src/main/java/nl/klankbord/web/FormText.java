// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Text as it was typed: browsers send a line end as two characters, which would count twice and make an unchanged text
 * differ from the one that is kept; and a character without meaning means nothing.
 */
@Provider
public class FormText implements ParamConverterProvider {
    private static final ParamConverter<String> TEXT = new ParamConverter<>() {
        @Override
        public String fromString(String value) {
            return value == null ? null : value.replace("\r\n", "\n").replace("\0", "");
        }

        @Override
        public String toString(String value) {
            return value;
        }
    };

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        return rawType == String.class ? (ParamConverter<T>) TEXT : null;
    }
}
