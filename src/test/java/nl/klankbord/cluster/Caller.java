// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.klankbord.testsupport.LocalServices;

/** A demo person who uses the API, on any instance. */
record Caller(String token) {
    private static final Map<String, Caller> KNOWN = new ConcurrentHashMap<>();

    static Caller as(String username) {
        return KNOWN.computeIfAbsent(username, Caller::signIn);
    }

    private static Caller signIn(String username) {
        URI address = URI.create("http://localhost:" + LocalServices.ports().keycloak() + "/realms/klankbord/protocol/openid-connect/token");
        return new Caller(send(HttpRequest.newBuilder(address).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=klankbord-demo-cli&username=" + username + "&password=" + username))).json().get("access_token").asText());
    }

    Answer get(Instance instance, String path) {
        return call(instance, "GET", path, null);
    }

    Answer post(Instance instance, String path, String json) {
        return call(instance, "POST", path, json);
    }

    Answer delete(Instance instance, String path) {
        return call(instance, "DELETE", path, null);
    }

    /** Over the version that {@code etag} names. */
    Answer put(Instance instance, String path, String etag, String json) {
        return send(request(instance, "PUT", path, json).header("If-Match", etag));
    }

    /** For the first time. */
    Answer putNew(Instance instance, String path, String json) {
        return send(request(instance, "PUT", path, json).header("If-None-Match", "*"));
    }

    private Answer call(Instance instance, String method, String path, String json) {
        return send(request(instance, method, path, json));
    }

    private HttpRequest.Builder request(Instance instance, String method, String path, String json) {
        return HttpRequest.newBuilder(instance.at("/api/v1" + path)).header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(Instance.HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
