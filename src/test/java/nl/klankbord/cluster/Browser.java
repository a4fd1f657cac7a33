// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.cluster;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser without scripts. It knows one public address; the balancer in between sends each request to the instance of the moment. */
final class Browser {
    private static final HttpClient HTTP = Instance.HTTP;
    private static final int MOST_REDIRECTS = 15;
    private final Map<String, HttpCookie> cookies = new LinkedHashMap<>();
    private Instance instance;

    Browser(Instance instance) {
        this.instance = instance;
    }

    /** From now on the balancer sends requests there. */
    Browser through(Instance instance) {
        this.instance = instance;
        return this;
    }

    /** Through Keycloak's own form and back. */
    Answer signIn(String username) {
        Answer form = get("/login");
        return submit(URI.create(form.find("action=\"([^\"]+)\"")), Map.of("username", username, "password", username));
    }

    /** A page, after any redirects. */
    Answer get(String path) {
        return follow(send("GET", URI.create("http://" + Cluster.PUBLIC_HOST + path), null, Map.of()), 0);
    }

    /** A form, and the page it leads to. */
    Answer post(String path, Map<String, String> fields) {
        return submit(URI.create("http://" + Cluster.PUBLIC_HOST + path), fields);
    }

    /** Without following where the answer leads. */
    Answer bare(String method, String path, Map<String, String> fields, Map<String, String> headers) {
        return send(method, URI.create("http://" + Cluster.PUBLIC_HOST + path), fields, headers);
    }

    private Answer submit(URI address, Map<String, String> fields) {
        return follow(send("POST", address, fields, Map.of()), 0);
    }

    private Answer follow(Answer answer, int redirects) {
        String location = answer.header("Location");
        if (location == null || answer.status() / 100 != 3) {
            return answer;
        }
        if (redirects == MOST_REDIRECTS) {
            throw new AssertionError("redirects without end, the last to " + location);
        }
        return follow(send("GET", answer.response().request().uri().resolve(location), null, Map.of()), redirects + 1);
    }

    private Answer send(String method, URI address, Map<String, String> fields, Map<String, String> headers) {
        boolean ours = address.getAuthority().equals(Cluster.PUBLIC_HOST);
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (ours) {
            request.uri(URI.create("http://localhost:" + instance.port + address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery())));
            request.header("X-Forwarded-Host", Cluster.PUBLIC_HOST).header("X-Forwarded-Proto", "http").header("X-Forwarded-For", "192.0.2.1");
        }
        String sent = cookies.values().stream().filter(cookie -> address.getPath().startsWith(cookie.getPath())).map(cookie -> cookie.getName() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            request.header("Cookie", sent);
        }
        headers.forEach(request::header);
        if (fields != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        request.method(method, fields == null ? BodyPublishers.noBody() : BodyPublishers.ofString(encoded(fields)));
        try {
            Answer answer = new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
            answer.response().headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new AssertionError(method + " " + address, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        for (HttpCookie cookie : HttpCookie.parse(header)) {
            cookie.setPath(cookie.getPath() == null ? "/" : cookie.getPath());
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
