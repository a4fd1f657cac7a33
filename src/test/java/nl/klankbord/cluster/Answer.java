// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came back over HTTP. @param address what was asked for, as the browser knows it */
record Answer(URI address, HttpResponse<String> response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Answer(HttpResponse<String> response) {
        this(response.request().uri(), response);
    }

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    /** What proves that a form was ours. */
    String token() {
        return find("name=\"csrf-token\" value=\"([^\"]+)\"");
    }

    JsonNode json() {
        try {
            return JSON.readTree(body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(status() + " without JSON: " + body(), e);
        }
    }

    /** The first group of what the page holds. */
    String find(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(body());
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in answer " + status() + ":\n" + body());
        }
        return found.group(1).replace("&amp;", "&");
    }
}
