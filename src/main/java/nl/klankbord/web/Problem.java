// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.klankbord.shared.Outcome.Unmet;

/** An error of the API, as RFC 9457 has it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, List<Form.Error> errors, List<Unmet> unmet) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String slug, String title, String detail) {
        return new Problem("urn:klankbord:problem:" + slug, title, status, detail, null, null);
    }

    /** Cut off before anybody looked at it. */
    public static Problem tooLarge(String title, String detail, Form.Error error) {
        return of(413, "too-large", title, detail).withErrors(List.of(error));
    }

    Problem withErrors(List<Form.Error> errors) {
        return new Problem(type, title, status, detail, errors, unmet);
    }

    Problem withUnmet(List<Unmet> unmet) {
        return new Problem(type, title, status, detail, errors, unmet);
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
