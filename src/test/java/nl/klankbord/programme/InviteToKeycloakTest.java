// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private static final Pattern LINK = Pattern.compile("href=\"(http[^\"]+)\"");
    private static final Pattern PROCEED = Pattern.compile("href=\"([^\"]*action-token[^\"]*)\"");
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private final Fixture fixture = Fixture.in(Phase.DRAFT);
    private final String name = "nieuw-" + UUID.randomUUID();
    private final String email = name + "@delft.example";
    private final HttpClient browser = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    @Inject
    InviteToKeycloak invitations;
    @Inject
    MailAccountLink links;

    @BeforeEach
    void nobody_else_waits() {
        try (Rows rows = Rows.open()) {
            rows.change("delete from account_invitation");
            rows.change("delete from account_link");
            rows.change("update membership set proposed_municipality = null");
        }
    }

    @Test
    void by_the_personal_link_that_keycloak_mails_she_gets_an_account_that_speaks_for_that_municipality() {
        add();
        assertThat(CaughtMails.to(email)).as("nobody waits for Keycloak").isEmpty();
        assertThat(invitations.due()).isEqualTo(1);
        assertThat(waiting()).isEmpty();
        assertThat(CaughtMails.to(email).getFirst().subject()).doesNotContain(fixture.word("programme.name"));
        HttpResponse<String> page = submit(visit(link()), "username", name, "firstName", "Nieuw", "lastName", "Delft", "email", email, "password", name, "password-confirm", name);
        // Whoever got hold of that link has to read a second mail too, and only then chooses the password that holds.
        assertThat(page.uri().getQuery()).contains("VERIFY_EMAIL");
        submit(visit(link()), "password-new", name, "password-confirm", name);
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
    void whom_a_coordinator_adds_makes_an_account_by_one_personal_link_and_speaks_for_her_municipality_once_that_confirms_it() {
        String role = Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", email, "role", "PARTICIPANT", "municipalityCode", "GM0503")).is(201).id();
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/membership-imports"), Map.of("csv", email + ";gespreksleider;;Delft")).is(201);
        assertThat(waiting()).as("a coordinator invites to no organization").isEmpty();
        assertThat(links.due()).isEqualTo(1);
        assertThat(links.due()).isZero();
        assertThat(CaughtMails.to(email)).as("two roles, one link").hasSize(1).allSatisfy(mail -> assertThat(mail.subject() + mail.text()).doesNotContain(fixture.word("programme.name")));
        HttpResponse<String> page = submit(visit(HttpRequest.newBuilder(URI.create(proceed(visit(link()))))), "email", email, "firstName", "Nieuw", "lastName", "Delft");
        submit(page, "password-new", email, "password-confirm", email);
        JsonNode me = Api.as(email).get("/me").is(200).json();
        assertThat(me.get("municipality").isNull()).isTrue();
        assertThat(me.at("/awaits/municipality").asText()).isEqualTo("Delft");
        assertThat(me.at("/awaits/administrators")).isNotEmpty();
        assertThat(Browserless.as("host").get("/municipality").is(200).body()).contains(email, "Wacht op bevestiging");
        assertThat(Api.as(email).get(fixture.fill("/programmes/{programme}")).is(200).body()).contains(fixture.word("programme.name"));
        Api.as("host").post("/municipality/proposals/" + role + "/confirmation", Map.of()).is(201);
        Api.as("host").post("/municipality/proposals/" + role + "/confirmation", Map.of()).is(201);
        Api.as("host").delete("/municipality/proposals/" + role).is(409);
        assertThat(invitations.due()).isEqualTo(1);
        assertThat(waiting()).isEmpty();
        assertThat(CaughtMails.to(email)).as("no second link").hasSize(1);
        People.signInAnew(email);
        JsonNode now = Api.as(email).get("/me").is(200).json();
        assertThat(now.at("/municipality/code").asText()).isEqualTo("GM0503");
        assertThat(now.get("awaits").isNull()).isTrue();
        assertThat(Api.as("host").get("/municipality/proposals?limit=100").is(200).body()).doesNotContain(email);
    }

    @Test
    void an_account_that_belongs_to_another_municipality_is_not_moved_and_the_coordinator_reads_the_same_as_of_any_address() {
        String list = People.email("vreemd") + ";deelnemer;;Delft\n" + email + ";deelnemer;;Delft";
        JsonNode lines = Api.as("coordinator").post(fixture.fill("/programmes/{programme}/membership-imports"), Map.of("csv", list, "dryRun", true)).is(200).json().get("lines");
        assertThat(lines.get(0).toString().replace(People.email("vreemd"), email).replace("\"line\":1", "\"line\":2")).isEqualTo(lines.get(1).toString());
        int before = CaughtMails.to(People.email("vreemd")).size();
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/membership-imports"), Map.of("csv", list)).is(201);
        links.due();
        assertThat(CaughtMails.to(People.email("vreemd"))).as("she has an account").hasSize(before);
        Api.as("vreemd").get("/me").is(200);
        assertThat(Api.as("host").get("/municipality/proposals?limit=100").is(200).body()).contains(email).doesNotContain(People.email("vreemd"));
        try (Rows rows = Rows.open()) {
            String role = rows.one("select id from membership where programme_id = ? and email = ?", fixture.id("programme"), People.email("vreemd"));
            Api.as("host").post("/municipality/proposals/" + role + "/confirmation", Map.of()).is(404);
            rows.insert("account_invitation", "id", Ids.next(), "municipality_code", "GM0503", "email", People.email("vreemd"), "asked_at", Instant.now(), "next_attempt_at", Instant.now(), "attempts", 0);
            rows.change("update membership set person_id = null, confirmed_at = now(6) where id = ?", role);
            invitations.due();
            rows.change("delete from membership where id = ?", role);
        }
        People.signInAnew("vreemd");
        assertThat(Api.as("vreemd").get("/me").is(200).json().at("/municipality/code").asText()).isEqualTo("GM0034");
    }

    @Test
    void a_municipality_that_does_not_know_her_says_so_and_she_speaks_for_nobody() {
        String role = Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", email, "role", "PARTICIPANT", "municipalityCode", "Delft")).is(201).id();
        Api.as("peer1").delete("/municipality/proposals/" + role).is(404);
        Api.as("host").delete("/municipality/proposals/" + role).is(204);
        Api.as("host").post("/municipality/proposals/" + role + "/confirmation", Map.of()).is(404);
        assertThat(Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", "b" + email, "role", "PARTICIPANT", "municipalityCode", "Atlantis")).is(422).json().get("errors").findValuesAsText("field"))
                .containsExactly("municipalityCode");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void who_takes_up_her_municipality_s_invitation_gets_no_second_link_from_a_coordinator() {
        add();
        invitations.due();
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", email, "role", "FACILITATOR")).is(201);
        assertThat(links.due()).isZero();
        invitations.due();
        assertThat(CaughtMails.to(email)).hasSize(1);
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

    /** Of the last mail, from its HTML: the plain text that comes first has the link escaped. */
    private HttpRequest.Builder link() {
        String html = CaughtMails.to(email).getLast().calendar();
        Matcher link = LINK.matcher(html);
        assertThat(link.find()).as(html).isTrue();
        return HttpRequest.newBuilder(URI.create(plain(link.group(1))));
    }

    /** Keycloak first says what will be asked; mail scanners that open the link use nothing up. */
    private static String proceed(HttpResponse<String> page) {
        Matcher link = PROCEED.matcher(page.body());
        assertThat(link.find()).as(page.body()).isTrue();
        return page.uri().resolve(plain(link.group(1))).toString();
    }

    private HttpResponse<String> submit(HttpResponse<String> page, String... fields) {
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).as(page.body()).isTrue();
        String sent = IntStream.range(0, fields.length / 2).mapToObj(i -> fields[2 * i] + "=" + URLEncoder.encode(fields[2 * i + 1], StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return visit(HttpRequest.newBuilder(page.uri().resolve(plain(form.group(1)))).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(sent)));
    }

    /** In a browser of her own, until it would leave Keycloak; that its cookies are for https only is nothing to a browser on the same machine. */
    private HttpResponse<String> visit(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(cookie -> cookies.put(cookie.split("=")[0], cookie.split("=", 2)[1].split(";")[0]));
            String next = answer.headers().firstValue("Location").orElse("");
            return next.isEmpty() || !next.contains("/realms/") ? answer : visit(HttpRequest.newBuilder(answer.uri().resolve(next)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(String attribute) {
        return attribute.replace("&amp;", "&").replace("&#61;", "=");
    }
}
