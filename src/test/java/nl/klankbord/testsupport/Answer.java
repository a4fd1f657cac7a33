// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What the application answered to one request. */
public record Answer(String request, int status, HttpHeaders headers, String body) {
    static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.request().method() + " " + response.uri().getPath(), response.statusCode(), response.headers(), response.body());
    }

    /** This answer, if it has that status; else a failure that shows it. */
    public Answer is(int expected) {
        assertThat(status).as("%s: %s", request, body).isEqualTo(expected);
        return this;
    }

    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    public String etag() {
        return header("ETag");
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(request + " gave no JSON: " + body, e);
        }
    }

    /** A field of the answer as text; null when it is not there. */
    public String at(String... path) {
        JsonNode node = json();
        for (String step : path) {
            node = node.path(step);
        }
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }

    public String id() {
        return at("id");
    }

    /** The items of a list. */
    public JsonNode items() {
        return json().path("items");
    }
}
