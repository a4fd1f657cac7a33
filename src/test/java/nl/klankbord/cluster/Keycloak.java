// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import nl.klankbord.testsupport.LocalServices;

/** Settings of the test's own Keycloak, changed while it runs. */
final class Keycloak {
    private Keycloak() {}

    /** How many seconds a sign-in of the pages lasts before it has to be prolonged. */
    static void tokensOfPagesLast(int seconds) {
        ObjectNode client = (ObjectNode) admin("GET", "/admin/realms/klankbord/clients?clientId=klankbord-web", null).json().get(0);
        client.withObject("/attributes").put("access.token.lifespan", String.valueOf(seconds));
        admin("PUT", "/admin/realms/klankbord/clients/" + client.get("id").asText(), client);
    }

    private static Answer admin(String method, String path, JsonNode body) {
        String token = send(HttpRequest.newBuilder(at("/realms/master/protocol/openid-connect/token")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=admin&password=admin"))).json().get("access_token").asText();
        return send(HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString())));
    }

    private static URI at(String path) {
        return URI.create("http://localhost:" + LocalServices.ports().keycloak() + path);
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
