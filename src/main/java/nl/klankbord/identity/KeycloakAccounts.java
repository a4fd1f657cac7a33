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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks Keycloak to let somebody make an account or to take her up in the organization of her municipality, by a client of its
 * own that may do so. These are a few calls of its administration; a library for all of it would bring more to keep up with
 * than it saves.
 */
@ApplicationScoped
public class KeycloakAccounts {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** How long a link works to make an account. */
    private static final Duration LINK_WORKS = Duration.ofDays(7);
    private static final int CONFLICT = 409;
    private static final String TYPE = "Content-Type";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    /** What she does by the link: a password and a name of her own. */
    private static final List<String> FIRST_STEPS = List.of("UPDATE_PASSWORD", "UPDATE_PROFILE");
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String realm;
    @ConfigProperty(name = "quarkus.oidc.client-id")
    String webClient;
    @ConfigProperty(name = "klankbord.accounts.client-id")
    Optional<String> clientId;
    @ConfigProperty(name = "klankbord.accounts.client-secret")
    Optional<String> clientSecret;
    @Inject
    ObjectMapper json;

    public enum Answer {
        /** Keycloak mailed her a personal link, or took her account up in the organization. */
        INVITED,
        /** She has an account; what organization it belongs to, if any, is hers and her organisation's to arrange. */
        HAS_ACCOUNT,
        /** Keycloak knows no organization with this code, or nobody has shown that the account at this address is hers. */
        NOT_YET
    }

    /** Whether this installation may invite at all. */
    public boolean invites() {
        return clientId.isPresent() && clientSecret.isPresent();
    }

    /**
     * To the organization of a municipality: who has no account is mailed a link to make one there, and an account without any
     * organization is taken up.
     *
     * @throws UncheckedIOException when Keycloak does not answer, or not as it should
     */
    public Answer invite(String code, String email) {
        String token = token();
        Optional<JsonNode> account = account(email, token);
        if (account.isPresent() && !read(send(get("/organizations/members/" + id(account.get()) + "/organizations"), token)).isEmpty()) {
            return Answer.HAS_ACCOUNT;
        }
        if (account.isPresent() && !provenTo(account.get())) {
            return Answer.NOT_YET;
        }
        for (JsonNode organisation : read(send(get("/organizations?max=10&q=" + encoded("cbs:" + code)), token))) {
            HttpRequest.Builder request = HttpRequest.newBuilder(address("/organizations/" + id(organisation) + "/members" + (account.isPresent() ? "" : "/invite-user")));
            HttpResponse<String> response = send(account.isPresent() ? request.header(TYPE, JSON).POST(json(id(account.get()))) : request.header(TYPE, FORM).POST(form(Map.of("email", email))), token);
            // Somebody asked the same before: she is a member by now, or the link still works.
            if (response.statusCode() != CONFLICT) {
                read(response);
            }
            return Answer.INVITED;
        }
        return Answer.NOT_YET;
    }

    /**
     * To an account that belongs to no organization. The link shows that the address is hers; until then nobody can sign in with it.
     *
     * @param backTo where she goes from there
     * @throws UncheckedIOException when Keycloak does not answer, or not as it should
     */
    public Answer link(String email, String backTo) {
        String token = token();
        Optional<JsonNode> account = account(email, token);
        if (account.isPresent() && !unused(account.get())) {
            return Answer.HAS_ACCOUNT;
        }
        if (account.isEmpty()) {
            HttpResponse<String> made = send(HttpRequest.newBuilder(address("/users")).header(TYPE, JSON)
                    .POST(json(Map.of("username", email, "email", email, "enabled", true, "emailVerified", false, "requiredActions", FIRST_STEPS))), token);
            // Somebody else signs in by this address as a name; who manages Keycloak can help her.
            if (made.statusCode() == CONFLICT) {
                return Answer.HAS_ACCOUNT;
            }
            read(made);
        }
        // Made before and not used yet: a mail that could not go out is tried again.
        String user = id(account.or(() -> account(email, token)).orElseThrow(() -> new UncheckedIOException(new IOException("Keycloak does not know an account it just made"))));
        read(send(HttpRequest.newBuilder(address("/users/" + user + "/execute-actions-email?client_id=" + encoded(webClient) + "&redirect_uri=" + encoded(backTo) + "&lifespan=" + LINK_WORKS.toSeconds()))
                .header(TYPE, JSON).PUT(json(FIRST_STEPS)), token));
        return Answer.INVITED;
    }

    private String token() {
        return read(send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token")).header(TYPE, FORM)
                .POST(form(Map.of("grant_type", "client_credentials", "client_id", clientId.orElseThrow(), "client_secret", clientSecret.orElseThrow()))), null)).path("access_token").asText();
    }

    private Optional<JsonNode> account(String email, String token) {
        JsonNode found = read(send(get("/users?exact=true&max=1&email=" + encoded(email)), token));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asText();
    }

    /** Whether it can only be used by who reads the mail of its address. */
    private static boolean provenTo(JsonNode account) {
        return account.path("emailVerified").asBoolean() || unused(account);
    }

    /** Made for her and without a password that anyone knows. */
    private static boolean unused(JsonNode account) {
        return !account.path("emailVerified").asBoolean() && account.path("requiredActions").toString().contains(FIRST_STEPS.getFirst());
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(address(path)).GET();
    }

    private URI address(String path) {
        return URI.create(realm.replaceFirst("/realms/(?=[^/]+$)", "/admin/realms/") + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String token) {
        request.timeout(PATIENCE);
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

    private HttpRequest.BodyPublisher json(Object value) {
        try {
            return HttpRequest.BodyPublishers.ofString(json.writeValueAsString(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
