// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.cluster;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser without scripts. It knows one public address; the balancer in between sends each request to the instance of the moment. */
final class Browser {
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
        return submitSignIn(get("/login"), username);
    }

    Answer submitSignIn(Answer form, String username) {
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
        return sendForm(method, URI.create("http://" + Cluster.PUBLIC_HOST + path), fields, headers);
    }

    Answer json(String method, String path, String body) {
        return send(method, URI.create("http://" + Cluster.PUBLIC_HOST + path), body, Map.of("Content-Type", "application/json"));
    }

    /** The value of a cookie that the browser holds, or null. */
    String cookie(String name) {
        return cookies.containsKey(name) ? cookies.get(name).getValue() : null;
    }

    /** As if its time had passed. */
    void forget(String cookie) {
        cookies.keySet().removeIf(name -> name.startsWith(cookie));
    }

    void replace(String cookie, String value) {
        HttpCookie replaced = new HttpCookie(cookie, value);
        replaced.setPath("/");
        forget(cookie);
        cookies.put(cookie, replaced);
    }

    /** To wherever an answer leads. */
    Answer follow(Answer answer) {
        return follow(answer, 0);
    }

    private Answer submit(URI address, Map<String, String> fields) {
        return follow(sendForm("POST", address, fields, Map.of()), 0);
    }

    private Answer follow(Answer answer, int redirects) {
        String location = answer.header("Location");
        if (location == null || answer.status() / 100 != 3) {
            return answer;
        }
        if (redirects == MOST_REDIRECTS) {
            throw new AssertionError("redirects without end, the last to " + location);
        }
        return follow(send("GET", answer.address().resolve(location), null, Map.of()), redirects + 1);
    }

    private Answer sendForm(String method, URI address, Map<String, String> fields, Map<String, String> headers) {
        if (fields == null) {
            return send(method, address, null, headers);
        }
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        return send(method, address, encoded(fields), all);
    }

    private Answer send(String method, URI address, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (address.getAuthority().equals(Cluster.PUBLIC_HOST)) {
            request.uri(instance.at(address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery())))
                    .setHeader("X-Forwarded-Host", Cluster.PUBLIC_HOST).setHeader("X-Forwarded-Proto", "http").setHeader("X-Forwarded-For", "192.0.2.1");
        }
        String sent = cookies.values().stream().filter(cookie -> address.getPath().startsWith(cookie.getPath()))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            request.setHeader("Cookie", sent);
        }
        headers.forEach(request::setHeader);
        try {
            Answer answer = new Answer(address, Instance.HTTP.send(request.build(), BodyHandlers.ofString()));
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
