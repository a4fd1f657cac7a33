// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.Ids;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.CaughtMails;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A colleague without an account is invited by Keycloak to the organization of the municipality that lets her take part. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class InviteToKeycloakTest {
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/realms/klankbord/[^\\s\"]+");
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private final Fixture fixture = Fixture.in(Phase.DRAFT);
    private final String name = "nieuw-" + UUID.randomUUID();
    private final String email = name + "@delft.example";
    @Inject
    InviteToKeycloak invitations;

    @BeforeEach
    void nobody_else_waits() {
        try (Rows rows = Rows.open()) {
            rows.change("delete from account_invitation");
        }
    }

    @Test
    void by_the_personal_link_that_keycloak_mails_she_gets_an_account_that_speaks_for_that_municipality() throws IOException, InterruptedException {
        add();
        assertThat(CaughtMails.to(email)).as("nobody waits for Keycloak").isEmpty();
        assertThat(invitations.due()).isEqualTo(1);
        assertThat(waiting()).isEmpty();
        CaughtMails.Caught mail = CaughtMails.to(email).getFirst();
        assertThat(mail.subject()).doesNotContain(fixture.word("programme.name"));
        // The second part of the mail, in HTML: the plain text that comes first has the link escaped.
        String html = mail.calendar();
        Matcher link = LINK.matcher(html.replace("&amp;", "&").replace("&#61;", "="));
        assertThat(link.find()).as(html).isTrue();
        register(link.group());
        assertThat(Api.as(name).get("/me").is(200).json().at("/municipality/code").asText()).isEqualTo("GM0503");
        assertThat(Api.as(name).get("/me").is(200).json().at("/memberships/0/programmeId").asText()).isEqualTo(fixture.id("programme").toString());
    }

    @Test
    void who_has_an_account_is_not_invited_whatever_organization_it_is_of() {
        // Nobody of this name has signed in here yet, but Keycloak knows her.
        try (Rows rows = Rows.open()) {
            rows.insert("account_invitation", "id", Ids.next(), "municipality_code", "GM0503", "email", People.email("vreemd"), "asked_at", Instant.now(), "next_attempt_at", Instant.now(), "attempts", 0);
            rows.insert("membership", "id", Ids.next(), "programme_id", fixture.id("programme"), "municipality_code", "GM0503", "email", People.email("vreemd"), "role", "PARTICIPANT", "created_at", Instant.now());
        }
        int before = CaughtMails.to(People.email("vreemd")).size();
        assertThat(invitations.due()).isEqualTo(1);
        assertThat(waiting()).isEmpty();
        assertThat(CaughtMails.to(People.email("vreemd"))).hasSize(before);
        assertThat(Api.as("vreemd").get("/me").is(200).json().at("/municipality/code").asText()).isEqualTo("GM0034");
    }

    @Test
    void a_coordinator_invites_to_no_organization() {
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", email, "role", "PARTICIPANT")).is(201);
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/membership-imports"), Map.of("csv", "b" + email + ";deelnemer")).is(201);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void who_was_taken_out_again_is_not_invited_any_more() {
        String role = add();
        Api.as("host").delete("/municipality/colleagues/" + role).is(204);
        invitations.due();
        assertThat(waiting()).isEmpty();
        assertThat(CaughtMails.to(email)).isEmpty();
    }

    @Test
    void while_keycloak_has_no_organization_for_the_municipality_it_is_tried_again_later() {
        try (Rows rows = Rows.open()) {
            rows.insert("account_invitation", "id", Ids.next(), "municipality_code", "GM0096", "email", email, "asked_at", Instant.now(), "next_attempt_at", Instant.now(), "attempts", 0);
            rows.insert("membership", "id", Ids.next(), "programme_id", fixture.id("programme"), "municipality_code", "GM0096", "email", email, "role", "PARTICIPANT", "created_at", Instant.now());
            invitations.due();
            assertThat(rows.one("select attempts from account_invitation where email = ? and next_attempt_at > asked_at", email)).isEqualTo("1");
            assertThat(invitations.due()).as("not at once").isZero();
            rows.change("update account_invitation set asked_at = date_sub(now(6), interval 31 day), next_attempt_at = date_sub(now(6), interval 1 day)");
            invitations.due();
            assertThat(waiting()).as("given up").isEmpty();
        }
    }

    @Test
    void the_page_says_what_becomes_of_a_colleague_without_an_account() {
        assertThat(Browserless.as("host").get("/municipality").is(200).body()).contains("een mail met een persoonlijke link");
    }

    private String add() {
        return Api.as("host").post("/municipality/colleagues", Map.of("programmeId", fixture.id("programme"), "email", email)).is(201).id();
    }

    private static List<String> waiting() {
        try (Rows rows = Rows.open()) {
            return rows.all("select email from account_invitation");
        }
    }

    /** In a browser of her own, as Keycloak's form asks. */
    private void register(String link) throws IOException, InterruptedException {
        HttpClient browser = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).cookieHandler(new CookieManager()).build();
        HttpResponse<String> page = browser.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString());
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).as(page.body()).isTrue();
        String fields = "username=" + name + "&firstName=Nieuw&lastName=Delft&email=" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&password=" + name + "&password-confirm=" + name;
        HttpResponse<String> done = browser.send(HttpRequest.newBuilder(page.uri().resolve(form.group(1).replace("&amp;", "&"))).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(done.body()).doesNotContain("kc-register-form");
    }
}
