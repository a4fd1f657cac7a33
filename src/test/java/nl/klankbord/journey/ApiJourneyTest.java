// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.shared.AdjustableClock;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The main job once through by the API, as the people of the demo: a council that asks for figures about its new
 * neighbourhood teams, from dilemma to a lesson that anyone finds. At each step those who may not know it look for it.
 */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class ApiJourneyTest {
    private static final Map<String, String> PEERS = Map.of("peer1", "GM0193", "peer2", "GM0080", "peer3", "GM0983");
    private static final List<String> OUTSIDERS = List.of("vreemd", "buiten", "beheer");
    private static final String TITLE = "De raad wil weten of de wijkteams werken";
    @Inject
    AdjustableClock clock;
    private final Map<String, String> seats = new HashMap<>();
    private final Map<String, String> reflections = new LinkedHashMap<>();
    private String programme;
    private String round;
    private String dilemma;
    private String session;
    private String question;

    @BeforeEach
    void aMondayInNovember() {
        clock.setTo(OffsetDateTime.parse("2026-11-23T09:30:00+01:00").toInstant());
    }

    @AfterEach
    void today() {
        clock.free();
    }

    @Test
    void the_register_holds_all_342_municipalities_with_their_national_identifiers() {
        Set<String> codes = new HashSet<>();
        String cursor = "";
        do {
            Answer page = Api.as("vreemd").get("/municipalities?limit=100" + cursor).is(200);
            for (JsonNode municipality : page.items()) {
                String code = municipality.get("code").asText();
                assertThat(code).matches("GM\\d{4}");
                assertThat(municipality.get("tooi").asText()).isEqualTo("https://identifier.overheid.nl/tooi/id/gemeente/" + code.toLowerCase());
                assertThat(municipality.get("province").asText()).isNotBlank();
                codes.add(code);
            }
            cursor = page.at("next") == null ? null : "&cursor=" + java.net.URLEncoder.encode(page.at("next"), java.nio.charset.StandardCharsets.UTF_8);
        } while (cursor != null);
        assertThat(codes).hasSize(342);
        JsonNode delft = Api.as("vreemd").get("/municipalities?query=elf").is(200).items();
        assertThat(delft.findValuesAsText("name")).contains("Delft", "Delfzijl".equals("") ? "" : "Delft");
        assertThat(Api.anonymous().get("/municipalities").status()).isEqualTo(401);
    }

    @Test
    void a_council_that_asks_for_figures_is_helped_from_dilemma_to_lesson() {
        programmeWithMembers();
        houseRulesComeFirst();
        roundWithEveryDate();
        conceptIsItsWritersOwn();
        submittedAndAccepted();
        seatsAreProposedAgreedAndAnswered();
        clarifying();
        sessionIsSet();
        reflectingInSilence();
        revealed();
        heldAndClosed();
        List<String> observations = harvested();
        String lesson = distilled(observations);
        published(lesson);
        Api.as("coordinator").post("/dilemmas/" + dilemma + "/phase-changes", Map.of("to", "FOLLOW_UP")).is(201);
    }

    private void programmeWithMembers() {
        Map<String, String> description = Map.of("name", "Wijkteams op koers", "purpose", "Samen leren sturen in het sociaal domein", "houseRules", "Wat hier gezegd wordt, blijft hier.");
        Api.as("host").post("/programmes", description).is(403);
        Answer made = Api.as("coordinator").post("/programmes", description).is(201);
        programme = made.id();
        assertThat(made.header("Location")).endsWith("/api/v1/programmes/" + programme);
        member("facilitator", "FACILITATOR");
        List.of("host", "host-bestuur", "peer1", "peer1-collega", "peer2", "peer3", "buiten").forEach(user -> member(user, "PARTICIPANT"));
        Api.as("coordinator").post("/programmes/" + programme + "/memberships", Map.of("email", People.email("host"), "role", "PARTICIPANT")).is(409);
        Api.as("host").get("/programmes/" + programme + "/memberships").is(403);
        assertThat(Api.as("beheer").get("/programmes/" + programme + "/memberships").is(200).items()).hasSize(9);
        nobodyElseKnows("/programmes/" + programme, List.of("vreemd"));
    }

    private void member(String user, String role) {
        Api.as("coordinator").post("/programmes/" + programme + "/memberships", Map.of("email", People.email(user), "role", role, "level", "POLICY")).is(201);
        assertThat(Api.as(user).get("/me").is(200).json().get("memberships").findValuesAsText("programmeId")).contains(programme);
    }

    private void houseRulesComeFirst() {
        Api.as("host").get("/programmes/" + programme + "/rounds").is(403);
        assertThat(Api.as("host").get("/programmes/" + programme).is(200).json().get("accepted").asBoolean()).isFalse();
        Api.as("vreemd").post("/programmes/" + programme + "/house-rules-acceptances", Map.of("version", 1)).is(404);
        Api.as("host").post("/programmes/" + programme + "/house-rules-acceptances", Map.of("version", 7)).is(422);
        for (String user : List.of("facilitator", "host", "host-bestuur", "peer1", "peer1-collega", "peer2", "peer3", "buiten")) {
            Api.as(user).post("/programmes/" + programme + "/house-rules-acceptances", Map.of("version", 1)).is(201);
        }
        Api.as("host").get("/programmes/" + programme + "/rounds").is(200);
    }

    private void roundWithEveryDate() {
        Answer made = Api.as("coordinator").post("/programmes/" + programme + "/rounds", Map.of("title", "Winterronde", "methodKey", "standard", "opensOn", "2026-11-23")).is(201);
        round = made.id();
        assertThat(made.json().get("timetable")).hasSize(7).allSatisfy(stage -> assertThat(stage.get("endsAt").asText()).isNotBlank());
        Api.as("host").post("/rounds/" + round + "/dilemmas", Map.of("title", TITLE)).is(409);
        Api.as("host").post("/rounds/" + round + "/phase-changes", Map.of("to", "CALL")).is(403);
        Api.as("coordinator").post("/rounds/" + round + "/phase-changes", Map.of("to", "CALL")).is(201);
        nobodyElseKnows("/rounds/" + round, List.of("vreemd", "beheer"));
    }

    private void conceptIsItsWritersOwn() {
        Api.as("coordinator").post("/rounds/" + round + "/dilemmas", Map.of("title", TITLE)).is(403);
        Answer concept = Api.as("host").post("/rounds/" + round + "/dilemmas", Map.of("title", TITLE, "question", "Wat laten wij de raad zien?")).is(201);
        dilemma = concept.id();
        assertThat(Api.as("coordinator").get("/dilemmas/" + dilemma).is(200).body()).contains("Delft").doesNotContain(TITLE, "laten wij");
        assertThat(Api.as("coordinator").get("/rounds/" + round).is(200).body()).contains(dilemma).doesNotContain(TITLE);
        nobodyElseKnows("/dilemmas/" + dilemma, List.of("vreemd", "buiten", "beheer", "peer1", "facilitator", "host-bestuur"));
        assertThat(Api.as("peer1").get("/rounds/" + round).is(200).body()).doesNotContain(dilemma);
        colleague("seat of the host", seatOf("host", "HOST"), "host", "host-bestuur");

        Api.as("host").post("/dilemmas/" + dilemma + "/submission").is(422);
        Map<String, Object> canvas = canvas();
        Api.as("host").put("/dilemmas/" + dilemma, canvas).is(428);
        Api.as("host").put("/dilemmas/" + dilemma, canvas, "If-Match", "\"77\"").is(412);
        Answer saved = Api.as("host").put("/dilemmas/" + dilemma, canvas, "If-Match", concept.etag()).is(200);
        Api.as("host-bestuur").put("/dilemmas/" + dilemma, canvas, "If-Match", concept.etag()).is(412);
        Api.as("host-bestuur").put("/dilemmas/" + dilemma, saved.body(), "If-Match", saved.etag()).is(200);
    }

    private static Map<String, Object> canvas() {
        Map<String, Object> canvas = new HashMap<>();
        canvas.put("title", TITLE);
        canvas.put("question", "Wat laten wij de raad zien over onze nieuwe wijkteams, zonder dat de teams vooral lijstjes gaan invullen?");
        canvas.put("intention", "De raad kan bijsturen en de teams herkennen zich in het beeld.");
        canvas.put("tension", "De raad wil zekerheid: worden mensen snel geholpen, doen we niets dubbel? De teams willen ruimte om te leren.");
        canvas.put("stip", "Over twee jaar praten raad en wijkteams aan één tafel over wat helpt.");
        canvas.put("foto", "Zes teams, elk met een eigen manier van vastleggen.");
        canvas.put("fotoDate", "2026-10-01");
        canvas.put("paths", List.of("Een vast lijstje van tien getallen", "Elk kwartaal drie verhalen uit de wijk"));
        canvas.put("assumptions", List.of("Wachttijd zegt iets over hulp", "De raad leest verhalen niet"));
        canvas.put("roles", List.of(Map.of("party", "Gemeenteraad", "role", "Kaders stellen", "interest", "Weten of het geld goed terechtkomt")));
        canvas.put("character", "STRUCTURAL");
        canvas.put("themes", List.of("Monitoring", "wijkteams"));
        return canvas;
    }

    private void submittedAndAccepted() {
        Api.as("host").post("/dilemmas/" + dilemma + "/submission").is(201);
        assertThat(Api.as("coordinator").get("/dilemmas/" + dilemma).is(200).body()).contains(TITLE, "lijstjes");
        nobodyElseKnows("/dilemmas/" + dilemma, List.of("vreemd", "buiten", "beheer", "peer1", "peer2", "facilitator"));
        Api.as("host").post("/dilemmas/" + dilemma + "/acceptance").is(403);
        Api.as("peer1").post("/dilemmas/" + dilemma + "/acceptance").is(404);
        Api.as("coordinator").post("/dilemmas/" + dilemma + "/acceptance").is(201);
        Api.as("coordinator").post("/rounds/" + round + "/phase-changes", Map.of("to", "MATCHING")).is(201);
        Answer unmet = Api.as("coordinator").post("/rounds/" + round + "/phase-changes", Map.of("to", "RUNNING")).is(409);
        assertThat(unmet.json().get("unmet").get(0).get("need").asText()).isEqualTo("peers");
        assertThat(unmet.json().get("unmet").get(0).get("dilemmaId").asText()).isEqualTo(dilemma);
    }

    private void seatsAreProposedAgreedAndAnswered() {
        JsonNode proposals = Api.as("coordinator").get("/dilemmas/" + dilemma + "/peer-proposals").is(200).items();
        assertThat(proposals.findValuesAsText("code")).containsExactlyInAnyOrder("GM0193", "GM0080", "GM0983", "GM0114");
        assertThat(proposals).allSatisfy(proposal -> assertThat(proposal.get("reasons")).isNotEmpty());
        PEERS.forEach((peer, municipality) -> {
            String seat = Api.as("coordinator").post("/dilemmas/" + dilemma + "/peers", Map.of("municipalityCode", municipality)).is(201).id();
            seats.put(peer, seat);
            nobodyElseKnows("/dilemmas/" + dilemma, List.of(peer));
            Api.as(peer).post("/seats/" + seat + "/host-agreements", Map.of("agreed", true)).is(404);
            Api.as("host").post("/seats/" + seat + "/host-agreements", Map.of("agreed", true)).is(201);
        });
        String facilitator = Api.as("coordinator").post("/dilemmas/" + dilemma + "/facilitators", Map.of("email", People.email("facilitator"))).is(201).id();
        Api.as("host").post("/seats/" + facilitator + "/host-agreements", Map.of("agreed", true)).is(201);
        seats.put("facilitator", facilitator);

        for (String invited : List.of("peer1", "peer1-collega", "facilitator")) {
            Answer seen = Api.as(invited).get("/dilemmas/" + dilemma).is(200);
            assertThat(seen.body()).contains(TITLE, "Delft").doesNotContain("lijstjes", "bijsturen", "zekerheid", "Gemeenteraad");
            Api.as(invited).get("/dilemmas/" + dilemma + "/contributions").is(403);
        }
        nobodyElseKnows("/dilemmas/" + dilemma, OUTSIDERS);
        for (String invited : List.of("peer1", "peer2", "peer3", "facilitator")) {
            Api.as("buiten").post("/seats/" + seats.get(invited) + "/answers", Map.of("accepted", true)).is(404);
            Api.as(invited).post("/seats/" + seats.get(invited) + "/answers", Map.of("accepted", true)).is(201);
            assertThat(Api.as(invited).get("/dilemmas/" + dilemma).is(200).body()).contains("lijstjes");
        }
        nobodyElseKnows("/dilemmas/" + dilemma, List.of("peer1-collega"));
        colleague("a peer's seat", seats.get("peer1"), "peer1", "peer1-collega");
        Api.as("coordinator").post("/rounds/" + round + "/phase-changes", Map.of("to", "RUNNING")).is(201);
        assertThat(phase()).isEqualTo("CLARIFYING");
    }

    private void colleague(String what, String seat, String who, String colleague) {
        Api.as(who).post("/seats/" + seat + "/people", Map.of("email", People.email("buiten"))).is(422);
        Api.as(who).post("/seats/" + seat + "/people", Map.of("email", People.email(colleague))).is(201);
        assertThat(Api.as(colleague).get("/dilemmas/" + dilemma).status()).as(what).isEqualTo(200);
    }

    private void clarifying() {
        Api.as("peer1").post("/seats/" + seats.get("peer1") + "/people", Map.of("email", People.email("peer1-collega"))).is(409);
        question = said("peer1", Map.of("kind", "QUESTION", "text", "Welke vraag wil de raad met het antwoord kunnen beslissen?",
                "passage", Map.of("field", "question", "exact", "lijstjes", "prefix", "vooral ", "suffix", " gaan")));
        said("facilitator", Map.of("kind", "QUESTION", "text", "Wie in de teams merkt het eerst dat iemand te lang wacht?"));
        for (String advice : List.of("REMARK", "REFLECTION")) {
            assertThat(Api.as("peer2").post("/dilemmas/" + dilemma + "/contributions", Map.of("kind", advice, "text", "Begin klein.")).is(409).at("type")).endsWith("advice-while-clarifying");
        }
        said("host", Map.of("kind", "ANSWER", "text", "Weten we niet. De raad vroeg om cijfers na één schrijnend verhaal.", "inReplyTo", question));
        nobodyElseKnows("/contributions/" + question, OUTSIDERS);
        nobodyElseKnows("/dilemmas/" + dilemma + "/contributions", OUTSIDERS);
        assertThat(Api.as("peer3").get("/dilemmas/" + dilemma + "/contributions").is(200).items()).hasSize(3);
    }

    private void sessionIsSet() {
        assertThat(Api.as("coordinator").post("/dilemmas/" + dilemma + "/phase-changes", Map.of("to", "REFLECTING")).is(409).json().get("unmet").findValuesAsText("need"))
                .containsExactly("session-date");
        String path = "/dilemmas/" + dilemma + "/session";
        Map<String, String> plan = Map.of("startsAt", "2027-02-15T13:30:00+01:00", "endsAt", "2027-02-15T15:30:00+01:00", "location", "Stadskantoor, zaal 4", "protocol", "consultancy");
        Map<String, String> tooSoon = new HashMap<>(plan);
        tooSoon.put("startsAt", "2026-12-15T13:30:00+01:00");
        tooSoon.put("endsAt", "2026-12-15T15:30:00+01:00");
        assertThat(Api.as("coordinator").put(path, tooSoon, "If-None-Match", "*").is(422).json().get("errors").findValuesAsText("field")).containsExactly("startsAt");
        Api.as("facilitator").put(path, plan, "If-None-Match", "*").is(403);
        session = Api.as("coordinator").put(path, plan, "If-None-Match", "*").is(201).id();
        nobodyElseKnows("/sessions/" + session, OUTSIDERS);
        nobodyElseKnows("/sessions/" + session + "/invitation.ics", OUTSIDERS);
        assertThat(Api.as("peer2").get("/sessions/" + session + "/invitation.ics").is(200).body()).contains("BEGIN:VCALENDAR").doesNotContain(TITLE, "Delft", "Stadskantoor", "ATTENDEE");
        try (Rows rows = Rows.open()) {
            List<String> invited = rows.all("select recipient from mail where calendar like ?", "%" + session + "%");
            assertThat(invited).containsExactlyInAnyOrderElementsOf(List.of("coordinator", "facilitator", "host", "host-bestuur", "peer1", "peer1-collega", "peer2", "peer3").stream().map(People::email).toList());
            assertThat(rows.all("select concat(subject, body, calendar) from mail where calendar like ?", "%" + session + "%")).allSatisfy(mail -> assertThat(mail).doesNotContain(TITLE, "Stadskantoor"));
        }
        Api.as("coordinator").post("/dilemmas/" + dilemma + "/phase-changes", Map.of("to", "REFLECTING")).is(201);
    }

    private void reflectingInSilence() {
        assertThat(Api.as("host").post("/dilemmas/" + dilemma + "/contributions", Map.of("kind", "ANSWER", "text", "Toch nog iets", "inReplyTo", question)).is(409).at("type")).endsWith("host-is-silent");
        Answer begun = Api.as("peer1").post("/dilemmas/" + dilemma + "/contributions", Map.of("kind", "REFLECTION", "text", "", "mirror", "Bij ons telt men ook vooral")).is(201);
        reflections.put("peer1", begun.id());
        Api.as("peer1-collega").post("/dilemmas/" + dilemma + "/contributions", Map.of("kind", "REFLECTION", "text", "Nog een")).is(409);
        Api.as("peer1").post("/contributions/" + begun.id() + "/submission").is(422);
        Api.as("peer1-collega").put("/contributions/" + begun.id(), Map.of("kind", "REFLECTION", "text", "Wij lieten het tellen los en begonnen met één vraag per kwartaal.",
                "example", "In onze wijk vroegen we: wie kwam terug met dezelfde vraag?", "advice", "Spreek af wat u niet meer vastlegt.", "assumptions", List.of("De raad leest verhalen niet"),
                "mirror", "Bij ons telt men vooral, ook ik"), "If-Match", begun.etag()).is(200);
        sealed("peer1", "één vraag per kwartaal");
        Api.as("peer1").post("/contributions/" + begun.id() + "/submission").is(201);
        Api.as("peer1-collega").put("/contributions/" + begun.id(), Map.of("kind", "REFLECTION", "text", "Anders"), "If-Match", begun.etag()).is(409);
        sealed("peer1", "één vraag per kwartaal");

        reflect("peer2", "Onze raad kreeg een doorkijkje: drie getallen en een gesprek erover.");
        assertThat(said("peer2")).contains("één vraag per kwartaal").contains("doorkijkje").doesNotContain("telt men");
        assertThat(said("peer1-collega")).contains("doorkijkje");
        assertThat(said("peer3")).doesNotContain("één vraag per kwartaal", "doorkijkje");
        Api.as("peer2").delete("/contributions/" + reflections.get("peer2")).is(409);

        assertThat(Api.as("host").get("/dilemmas/" + dilemma).is(200).json().get("peersDone").asInt()).isEqualTo(2);
        assertThat(Api.as("host").get("/dilemmas/" + dilemma).json().findValuesAsText("progress")).isEmpty();
        assertThat(Api.as("coordinator").get("/dilemmas/" + dilemma).is(200).json().findValuesAsText("progress")).containsExactlyInAnyOrder("SUBMITTED", "SUBMITTED", "NONE");
        assertThat(Api.as("peer1").get("/dilemmas/" + dilemma).is(200).json().has("peersDone")).isFalse();
        assertThat(Api.as("coordinator").post("/dilemmas/" + dilemma + "/phase-changes", Map.of("to", "SESSION")).is(409).json().get("unmet").findValuesAsText("need")).containsExactly("deadline");
        reflect("peer3", "Cijfers die niemand bespreekt, sturen niemand. Wij plannen eerst het gesprek.");
    }

    private void reflect(String peer, String text) {
        String id = Api.as(peer).post("/dilemmas/" + dilemma + "/contributions", Map.of("kind", "REFLECTION", "text", text, "mirror", "Spiegel van " + peer)).is(201).id();
        reflections.put(peer, id);
        sealed(peer, text);
        Api.as(peer).post("/contributions/" + id + "/submission").is(201);
    }

    /** Whoever has not submitted, and whoever runs the round, finds no trace of it. */
    private void sealed(String writer, String text) {
        List<String> shut = new ArrayList<>(OUTSIDERS);
        shut.addAll(List.of("host", "host-bestuur", "coordinator", "facilitator", "peer3"));
        shut.remove(writer);
        nobodyElseKnows("/contributions/" + reflections.get(writer), shut);
        List<String> others = new ArrayList<>(People.ALL);
        others.removeIf(user -> user.startsWith(writer));
        nobodyElseKnows("/contributions/" + reflections.get(writer) + "/mirror", others);
        for (String user : List.of("host", "coordinator", "facilitator")) {
            assertThat(said(user)).doesNotContain(text);
            assertThat(Api.as(user).get("/rounds/" + round).is(200).body()).doesNotContain(text);
        }
    }

    private String said(String user) {
        return Api.as(user).get("/dilemmas/" + dilemma + "/contributions").is(200).body();
    }

    private void revealed() {
        Api.as("facilitator").post("/dilemmas/" + dilemma + "/phase-changes", Map.of("to", "SESSION")).is(403);
        Api.as("coordinator").post("/dilemmas/" + dilemma + "/phase-changes", Map.of("to", "SESSION")).is(201);
        for (String user : List.of("host", "host-bestuur", "coordinator", "facilitator", "peer3")) {
            assertThat(said(user)).contains("één vraag per kwartaal", "doorkijkje", "Cijfers die niemand bespreekt").doesNotContain("telt men", "Spiegel van");
        }
        nobodyElseKnows("/contributions/" + reflections.get("peer1"), OUTSIDERS);
        nobodyElseKnows("/contributions/" + reflections.get("peer1") + "/mirror", List.of("host", "coordinator", "facilitator", "peer2", "beheer"));
        assertThat(Api.as("peer1-collega").get("/contributions/" + reflections.get("peer1") + "/mirror").is(200).at("text")).isEqualTo("Bij ons telt men vooral, ook ik");
        said("peer2", Map.of("kind", "REMARK", "text", "Die ene vraag per kwartaal nemen wij over.", "inReplyTo", reflections.get("peer1")));
        Api.as("peer3").post("/dilemmas/" + dilemma + "/recognitions", Map.of("example", "Onze raad vroeg precies hetzelfde")).is(201);
    }

    private void heldAndClosed() {
        assertThat(Api.as("facilitator").post("/sessions/" + session + "/finish").is(409).at("type")).endsWith("too-early");
        assertThat(Api.as("coordinator").post("/dilemmas/" + dilemma + "/phase-changes", Map.of("to", "HARVESTING")).is(409).json().get("unmet").findValuesAsText("need")).containsExactly("session-held");
        clock.setTo(OffsetDateTime.parse("2027-02-15T15:45:00+01:00").toInstant());
        Api.as("peer1").post("/sessions/" + session + "/finish").is(403);
        Api.as("facilitator").post("/sessions/" + session + "/finish").is(201);
        Api.as("coordinator").post("/dilemmas/" + dilemma + "/phase-changes", Map.of("to", "HARVESTING")).is(201);
        PEERS.keySet().forEach(peer -> Api.as("host").post("/seats/" + seats.get(peer) + "/host-responses", Map.of("choice", "TAKE_UP", "why", "Dit proberen wij in mei")).is(201));
        Api.as("coordinator").post("/dilemmas/" + dilemma + "/closing", Map.of("works", "w", "nextStep", "n", "stillOpen", "o")).is(403);
        Api.as("host").post("/dilemmas/" + dilemma + "/closing", Map.of("works", "Het gesprek eerst")).is(422);
        Api.as("host").post("/dilemmas/" + dilemma + "/closing", Map.of("works", "Het gesprek eerst plannen", "nextStep", "Een vraag per kwartaal", "stillOpen", "Wie schrapt de oude lijsten?")).is(201);
        assertThat(Api.as("peer2").get("/dilemmas/" + dilemma).is(200).body()).contains("Wie schrapt de oude lijsten?", "Dit proberen wij in mei");
    }

    private List<String> harvested() {
        List<String> marked = new ArrayList<>();
        Map<String, String> passages = Map.of("peer1", "Wij lieten het tellen los", "peer2", "drie getallen en een gesprek erover", "peer3", "Cijfers die niemand bespreekt, sturen niemand");
        passages.forEach((peer, exact) -> marked.add(Api.as("coordinator").post("/observations", Map.of("sourceType", "CONTRIBUTION", "sourceId", reflections.get(peer), "exact", exact,
                "themes", List.of("monitoring"))).is(201).id()));
        Api.as("buiten").post("/observations", Map.of("sourceType", "CONTRIBUTION", "sourceId", reflections.get("peer1"), "exact", "Wij lieten het tellen los")).is(404);
        Api.as("coordinator").post("/observations", Map.of("sourceType", "CONTRIBUTION", "sourceId", reflections.get("peer1"), "exact", "Bij ons telt men vooral")).is(422);
        nobodyElseKnows("/observations/" + marked.getFirst(), OUTSIDERS);
        assertThat(Api.as("buiten").get("/observations?programmeId=" + programme).is(200).items()).isEmpty();
        assertThat(Api.as("coordinator").post("/patterns", Map.of("statement", "Te weinig", "observationIds", marked.subList(0, 2))).is(422).json().get("errors").findValuesAsText("field"))
                .containsExactly("observationIds");
        return marked;
    }

    private String distilled(List<String> observations) {
        Api.as("host").post("/patterns", Map.of("statement", "Getallen vragen een gesprek", "observationIds", observations)).is(403);
        String pattern = Api.as("coordinator").post("/patterns", Map.of("statement", "Getallen vragen een gesprek", "observationIds", observations)).is(201).id();
        nobodyElseKnows("/patterns/" + pattern, OUTSIDERS);
        String lesson = Api.as("coordinator").post("/lessons", Map.of("title", "Plan het gesprek voordat u gaat tellen", "statement", "Een raad stuurt pas met cijfers als het gesprek erover al in de agenda staat.",
                "conditions", "Er is een vaste avond voor", "patternId", pattern, "themes", List.of("Monitoring"), "open", false)).is(201).id();
        // Of the reflection of Zwolle a colleague wrote every word; who began it wrote its mirror only, and is not asked.
        nobodyElseKnows("/lessons/" + lesson, List.of("vreemd", "buiten", "beheer", "facilitator", "peer1"));
        for (String user : List.of("peer2", "peer3", "peer1-collega")) {
            assertThat(Api.as(user).get("/lessons/" + lesson).is(200).json().get("sources")).hasSize(1);
        }
        assertThat(Api.as("coordinator").post("/lessons/" + lesson + "/publication").is(409).json().get("unmet").findValuesAsText("need")).contains("consents");
        assertThat(Api.as("vreemd").get("/search?q=agenda+gesprek+tellen").is(200).body()).doesNotContain(lesson);
        return lesson;
    }

    private void published(String lesson) {
        for (String user : List.of("peer1-collega", "peer2", "peer3", "host")) {
            Api.as(user).post("/lessons/" + lesson + "/consents", Map.of("given", true)).is(201);
        }
        Api.as("host").post("/lessons/" + lesson + "/publication").is(403);
        Api.as("coordinator").post("/lessons/" + lesson + "/publication").is(201);
        JsonNode found = Api.as("vreemd").get("/search?q=gesprekken+in+agenda's&limit=100".replace("'", "%27")).is(200).items();
        assertThat(found.findValuesAsText("id")).contains(lesson);
        Answer read = Api.as("vreemd").get("/lessons/" + lesson).is(200);
        assertThat(read.body()).contains("Plan het gesprek voordat u gaat tellen");
        assertThat(read.json().get("sources")).isEmpty();
        assertThat(Api.as("peer2").get("/lessons/" + lesson).is(200).json().get("sources")).hasSize(3);
        assertThat(Api.anonymous().get("/lessons/" + lesson).status()).isEqualTo(401);
        nobodyElseKnows("/dilemmas/" + dilemma, OUTSIDERS);
    }

    private String said(String user, Map<String, Object> contribution) {
        return Api.as(user).post("/dilemmas/" + dilemma + "/contributions", contribution).is(201).id();
    }

    private String phase() {
        return Api.as("host").get("/dilemmas/" + dilemma).is(200).at("phase");
    }

    private String seatOf(String user, String kind) {
        for (JsonNode seat : Api.as(user).get("/dilemmas/" + dilemma).is(200).json().get("seats")) {
            if (seat.get("kind").asText().equals(kind)) {
                return seat.get("id").asText();
            }
        }
        throw new AssertionError("no seat of a " + kind);
    }

    /** To these users it is as if it did not exist. */
    private static void nobodyElseKnows(String path, List<String> users) {
        String absent = path.replaceFirst("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", UUID.randomUUID().toString());
        for (String user : users) {
            Answer hidden = Api.as(user).get(path);
            assertThat(hidden.status()).as("%s as %s", path, user).isEqualTo(404);
            assertThat(hidden.body()).isEqualTo(Api.as(user).get(absent).body());
        }
    }
}
