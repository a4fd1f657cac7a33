// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.testsupport;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Documents as a column or a request holds them. */
final class Texts {
    private Texts() {}

    static String json(Object value) {
        try {
            return Answer.JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
