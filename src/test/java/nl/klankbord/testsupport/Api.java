// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The API, asked by one of the demo's people with a bearer token, or by nobody, with cookies or without. Paths start below {@code /api/v1}. */
public record Api(String user, String cookies) {

    public static Api as(String user) {
        return new Api(user, null);
    }

    public static Api anonymous() {
        return new Api(null, null);
    }

    /** Without a token, and with the cookies of a browser, which should not count. */
    public static Api withCookiesOf(Browserless browser) {
        return new Api(null, browser.cookieHeader());
    }

    public Answer get(String path, String... headers) {
        return send("GET", "/api/v1" + path, null, headers);
    }

    public Answer post(String path) {
        return send("POST", "/api/v1" + path, null);
    }

    /** @param body a string goes as it is, anything else as JSON */
    public Answer post(String path, Object body, String... headers) {
        return send("POST", "/api/v1" + path, json(body), headers);
    }

    public Answer put(String path, Object body, String... headers) {
        return send("PUT", "/api/v1" + path, json(body), headers);
    }

    public Answer delete(String path) {
        return send("DELETE", "/api/v1" + path, null);
    }

    public Answer upload(String path, Multipart form) {
        HttpRequest.Builder request = App.request(App.url() + "/api/v1" + path).header("Content-Type", Multipart.TYPE).POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes()));
        return Answer.of(App.send(from(request).build()));
    }

    /** The bytes of an answer, as they came. */
    public byte[] bytes(String path) {
        return App.bytes(App.request(App.url() + "/api/v1" + path).header("Authorization", "Bearer " + People.token(user)).build());
    }

    /** @param path from the root; @param headers name, value, name, value … */
    public Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = App.request(App.url() + path).method(method, body == null ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        from(request);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body != null && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return Answer.of(App.send(request.build()));
    }

    private HttpRequest.Builder from(HttpRequest.Builder request) {
        return user != null ? request.header("Authorization", "Bearer " + People.token(user)) : cookies != null ? request.header("Cookie", cookies) : request;
    }

    /** The bytes of a file that a POST hands over. */
    public byte[] file(String path) {
        HttpResponse<byte[]> answer = App.send(App.request(App.url() + "/api/v1" + path).header("Authorization", "Bearer " + People.token(user)).POST(HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        return answer.body();
    }

    private static String json(Object body) {
        return body instanceof String text ? text : Texts.json(body);
    }
}
