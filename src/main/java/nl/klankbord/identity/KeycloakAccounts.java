// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks Keycloak to invite somebody to the organization of her municipality, by a client of its own that may do so. These are
 * four calls of its administration; a library for all of it would bring more to keep up with than it saves.
 */
@ApplicationScoped
public class KeycloakAccounts {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CONFLICT = 409;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String realm;
    @ConfigProperty(name = "klankbord.accounts.client-id")
    Optional<String> clientId;
    @ConfigProperty(name = "klankbord.accounts.client-secret")
    Optional<String> clientSecret;
    @Inject
    ObjectMapper json;

    public enum Answer {
        /** Keycloak mailed her a personal link. */
        INVITED,
        /** She has an account, of this organization or of another: that is hers and her organisation's to arrange. */
        HAS_ACCOUNT,
        /** Keycloak knows no organization with this code, yet. */
        NO_ORGANISATION
    }

    /** Whether this installation may invite at all. */
    public boolean invites() {
        return clientId.isPresent() && clientSecret.isPresent();
    }

    /** @throws UncheckedIOException when Keycloak does not answer, or not as it should */
    public Answer invite(String code, String email) {
        String token = read(send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .POST(form(Map.of("grant_type", "client_credentials", "client_id", clientId.orElseThrow(), "client_secret", clientSecret.orElseThrow()))), null)).path("access_token").asText();
        if (!read(send(get("/users?exact=true&max=1&email=" + encoded(email)), token)).isEmpty()) {
            return Answer.HAS_ACCOUNT;
        }
        for (JsonNode organisation : read(send(get("/organizations?max=10&q=" + encoded("cbs:" + code)), token))) {
            HttpResponse<String> response = send(HttpRequest.newBuilder(address("/organizations/" + organisation.path("id").asText() + "/members/invite-user")).POST(form(Map.of("email", email))), token);
            // Somebody asked the same before, and the link still works.
            if (response.statusCode() != CONFLICT) {
                read(response);
            }
            return Answer.INVITED;
        }
        return Answer.NO_ORGANISATION;
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(address(path)).GET();
    }

    private URI address(String path) {
        return URI.create(realm.replaceFirst("/realms/(?=[^/]+$)", "/admin/realms/") + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String token) {
        request.timeout(PATIENCE).header("Content-Type", "application/x-www-form-urlencoded");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted"));
        }
    }

    /** Its words may hold an address: they go no further. */
    private JsonNode read(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new UncheckedIOException(new IOException("Keycloak answered " + response.statusCode()));
        }
        try {
            return response.body().isBlank() ? json.createArrayNode() : json.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpRequest.BodyPublisher form(Map<String, String> fields) {
        return HttpRequest.BodyPublishers.ofString(fields.entrySet().stream().map(field -> field.getKey() + "=" + encoded(field.getValue())).collect(Collectors.joining("&")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
