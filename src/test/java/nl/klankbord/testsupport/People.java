// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.testsupport;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The people of the demo realm: password equals user name. Each has signed in once before a test needs their row. */
public final class People {
    public static final List<String> ALL = List.of("coordinator", "facilitator", "host", "host-bestuur", "peer1", "peer1-collega", "peer2", "peer3", "buiten", "vreemd", "beheer");
    /** Shorter than a token lives. */
    private static final Duration KEPT = Duration.ofMinutes(8);
    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();
    private static final Map<String, UUID> IDS = new ConcurrentHashMap<>();

    private People() {}

    public static String email(String user) {
        return user + "@demo.klankbord.example";
    }

    public static String token(String user) {
        return TOKENS.compute(user, (name, token) -> token != null && token.from.plus(KEPT).isAfter(Instant.now()) ? token : grant(name)).value;
    }

    /** Id of the person, who has signed in by now. */
    public static UUID id(String user) {
        return IDS.computeIfAbsent(user, name -> UUID.fromString(Api.as(name).get("/me").is(200).id()));
    }

    /** This person was erased: who signs in next with that name is somebody else. */
    public static void forget(String user) {
        IDS.remove(user);
    }

    /** What Keycloak says of this person changed: she signs in once more. */
    public static void signInAnew(String user) {
        TOKENS.remove(user);
    }

    private static Token grant(String user) {
        HttpResponse<String> response = App.send(App.request(App.realm() + "/protocol/openid-connect/token").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=password&client_id=klankbord-demo-cli&username=" + user + "&password=" + user)).build());
        return new Token(Answer.of(response).is(200).at("access_token"), Instant.now());
    }

    private record Token(String value, Instant from) {}
}
