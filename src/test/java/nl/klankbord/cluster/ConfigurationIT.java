// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an installation gets when nobody asked for a demo. */
class ConfigurationIT {
    private static Database database;
    private static Instance plain;

    @BeforeAll
    static void start() {
        database = Database.empty("klankbord_plain");
        plain = Instance.start("plain", Cluster.environment(database)).awaitReady();
    }

    @AfterAll
    static void stop() {
        plain.kill();
    }

    @Test
    void withoutASecretItDoesNotStartAndNamesItInOneLine() {
        for (String variable : List.of("KLANKBORD_COOKIE_SECRET", "KLANKBORD_OIDC_CLIENT_SECRET", "KLANKBORD_DB_PASSWORD")) {
            refused(variable, null);
        }
        refused("KLANKBORD_COOKIE_SECRET", "too short to be one");
    }

    private static void refused(String variable, String value) {
        Map<String, String> environment = new HashMap<>(Cluster.environment(database));
        environment.remove(variable);
        if (value != null) {
            environment.put(variable, value);
        }
        Instance refused = Instance.start("incomplete", environment);
        assertThat(refused.awaitEnd()).as(variable).isNotZero();
        List<String> words = refused.log().lines().filter(line -> !line.isBlank()).toList();
        assertThat(words.getLast()).contains(variable);
        assertThat(words).as("one line for each refusal").allMatch(line -> line.startsWith("Klankbord did not start. "));
    }

    @Test
    void withoutTheFlagThereIsNoDemo() {
        assertThat(database.count("select count(*) from programme")).isZero();
        assertThat(database.count("select count(*) from person")).isZero();
        Browser anyone = new Browser(plain);
        assertThat(anyone.bare("GET", "/dev/clock", null, Map.of()).status()).isEqualTo(404);
        assertThat(anyone.json("PUT", "/dev/clock", "{\"now\": \"2030-01-01T00:00:00Z\"}").status()).isEqualTo(404);
        assertThat(anyone.json("DELETE", "/dev/clock", null).status()).isEqualTo(404);
        assertThat(anyone.bare("GET", "/dev/post", null, Map.of()).status()).isEqualTo(404);
        assertThat(anyone.get("/").body()).doesNotContain("kb-demo");
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtectItsReader() {
        for (String path : List.of("/", "/help", "/programmes", "/nergens", "/api/v1/me", "/api/v1/nergens", "/openapi.json", "/q/health/ready", "/js/klankbord.js")) {
            Answer answer = new Browser(plain).bare("GET", path, null, Map.of());
            assertThat(answer.header("Content-Security-Policy")).as(path).contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
            if (path.startsWith("/js/")) {
                assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-cache");
            } else {
                assertThat(answer.header("Cache-Control")).as(path).contains("no-store");
            }
        }
    }

    @Test
    void onlyABalancerThatIsTrustedCanSayThatTheReaderCameByTls() {
        Map<String, String> tls = Map.of("X-Forwarded-Proto", "https");
        Cluster cluster = Cluster.up();
        assertThat(new Browser(plain).bare("GET", "/", null, tls).header("Strict-Transport-Security")).isNull();
        assertThat(new Browser(cluster.a()).bare("GET", "/", null, Map.of()).header("Strict-Transport-Security")).isNull();
        assertThat(new Browser(cluster.a()).bare("GET", "/", null, tls).header("Strict-Transport-Security")).startsWith("max-age=63072000");
    }

    @Test
    void behindTlsTheSignInGoesOverTlsToo() {
        Answer answer = new Browser(Cluster.up().a()).bare("GET", "/login", null, Map.of("X-Forwarded-Proto", "https"));
        assertThat(answer.header("Location")).contains("redirect_uri=https%3A%2F%2F");
        assertThat(answer.response().headers().allValues("Set-Cookie")).isNotEmpty().allMatch(cookie -> cookie.contains("; Secure") || cookie.contains("; secure"))
                .allMatch(cookie -> cookie.toLowerCase().contains("httponly"));
    }
}
