// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.contribution.Passage;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.round.Stage;
import nl.klankbord.shared.Ids;
import nl.klankbord.shared.Json;
import nl.klankbord.shared.WorkingDays;

/** Who sits around one dilemma of the demo, what they said, when they meet and what was learned. */
record DemoCircle(DemoRows rows, WorkingDays calendar, Instant now, UUID programme, UUID coordinator, UUID facilitator, UUID secondHost, UUID colleague,
                  Map<String, UUID> people, Map<Integer, UUID> patterns) {
    private static final List<String> QUOTED = List.of("tension", "foto", "tried", "intention");
    private static final String DELFT = "GM0503";
    private static final String ZWOLLE = "GM0193";
    /** Has a place at the table of 's-Hertogenbosch; her personal link is in the mail of a demo that has just begun. */
    static final String GUEST = "gast@demo.klankbord.example";
    private static final String WITH_GUEST = "GM0796";

    void insert(UUID dilemma, Phase phase, Stage stage, JsonNode node) throws SQLException {
        String host = node.get("host").asText();
        Map<String, UUID> seats = new HashMap<>();
        seat(dilemma, seats, host, "HOST", null, false);
        if (host.equals(DELFT)) {
            sit(dilemma, seats.get(DELFT), secondHost, "HOST");
        }
        Set<String> submitted = new HashSet<>();
        node.path("contributions").forEach(c -> {
            if (c.get("kind").asText().equals("REFLECTION")) {
                submitted.add(c.get("by").asText());
            }
        });
        for (JsonNode peer : node.path("peers")) {
            seat(dilemma, seats, peer.asText(), "PEER", answer(node, peer.asText()), submitted.contains(peer.asText()));
        }
        if (host.equals(DELFT) && seats.containsKey(ZWOLLE)) {
            sit(dilemma, seats.get(ZWOLLE), colleague, "PEER");
        }
        if (phase.compareTo(Phase.CLARIFYING) >= 0) {
            UUID seat = Ids.next();
            rows.insert("seat", "id", seat, "dilemma_id", dilemma, "kind", "FACILITATOR", "invited_email", "facilitator@demo.klankbord.example", "status", "ACCEPTED",
                    "accepted_at", now, "version", 0);
            sit(dilemma, seat, facilitator, "FACILITATOR");
        }
        if (host.equals(WITH_GUEST) && phase == Phase.CLARIFYING) {
            guest(dilemma);
        }
        session(dilemma, phase, stage);
        if (phase == Phase.CLOSED) {
            contacts(dilemma, host, node);
        }
        List<UUID> said = contributions(dilemma, seats, node);
        for (JsonNode recognition : node.path("recognitions")) {
            String by = recognition.get("by").asText();
            rows.insert("recognition", "seat_id", seats.get(by), "dilemma_id", dilemma, "person_id", people.get(by), "example", DemoLoader.text(recognition, "example"), "created_at", now);
        }
        harvest(dilemma, node, said);
        steps(dilemma, seats, node, said);
    }

    private static JsonNode answer(JsonNode node, String code) {
        for (JsonNode response : node.path("hostResponses")) {
            if (response.get("to").asText().equals(code)) {
                return response;
            }
        }
        return null;
    }

    private void seat(UUID dilemma, Map<String, UUID> seats, String code, String kind, JsonNode answer, boolean submitted) throws SQLException {
        UUID id = Ids.next();
        seats.put(code, id);
        rows.insert("seat", "id", id, "dilemma_id", dilemma, "kind", kind, "municipality_code", code, "status", "ACCEPTED", "accepted_at", now.minus(Duration.ofDays(60)),
                "reflection_begun_at", submitted ? now.minus(Duration.ofDays(20)) : null, "reflection_submitted_at", submitted ? now.minus(Duration.ofDays(10)) : null,
                "host_choice", answer == null ? null : answer.get("choice").asText(), "host_why", answer == null ? null : DemoLoader.text(answer, "why"), "version", 0);
        sit(dilemma, id, people.get(code), kind);
    }

    private void guest(UUID dilemma) throws SQLException {
        UUID person = Ids.next();
        UUID seat = Ids.next();
        rows.insert("person", "id", person, "subject", "guest " + person, "name", "Sam de Inwoner (demo)", "email", GUEST, "guest", true, "created_at", now, "version", 0);
        rows.insert("house_rules_acceptance", "person_id", person, "programme_id", programme, "version", 1, "accepted_at", now);
        rows.insert("seat", "id", seat, "dilemma_id", dilemma, "kind", "GUEST", "guest_id", person, "voice", "RESIDENT", "status", "ACCEPTED", "accepted_at", now.minus(Duration.ofDays(60)), "version", 0);
        sit(dilemma, seat, person, "GUEST");
    }

    private void sit(UUID dilemma, UUID seat, UUID person, String kind) throws SQLException {
        rows.insert("seat_person", "seat_id", seat, "person_id", person, "dilemma_id", dilemma, "kind", kind, "seated_at", now.minus(Duration.ofDays(60)));
    }

    /** Afterwards the host and all peers but one let each other see their address. */
    private void contacts(UUID dilemma, String host, JsonNode node) throws SQLException {
        rows.insert("shared_address", "person_id", people.get(host), "dilemma_id", dilemma, "shared_at", now.minus(Duration.ofDays(5)));
        for (int i = 0; i < node.path("peers").size() - 1; i++) {
            rows.insert("shared_address", "person_id", people.get(node.get("peers").get(i).asText()), "dilemma_id", dilemma, "shared_at", now.minus(Duration.ofDays(4)));
        }
    }

    private void session(UUID dilemma, Phase phase, Stage stage) throws SQLException {
        if (phase.compareTo(Phase.REFLECTING) < 0) {
            return;
        }
        boolean held = phase.compareTo(Phase.SESSION) > 0;
        var day = held ? calendar.plus(WorkingDays.dayOf(now).minusDays(6), 0) : calendar.plus(WorkingDays.dayOf(now), stage == Stage.SESSION ? 3 : 13);
        Instant starts = day.atTime(LocalTime.of(14, 0)).atZone(WorkingDays.ZONE).toInstant();
        rows.insert("session", "id", Ids.next(), "dilemma_id", dilemma, "starts_at", starts, "ends_at", starts.plus(Duration.ofMinutes(90)), "location", "Online",
                "join_url", "https://vergaderen.example/kring", "protocol", "consultancy", "status", held ? "HELD" : "PLANNED", "sequence", 0, "version", 0);
    }

    private List<UUID> contributions(UUID dilemma, Map<String, UUID> seats, JsonNode node) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        for (JsonNode c : node.path("contributions")) {
            UUID id = Ids.next();
            ids.add(id);
            String by = c.get("by").asText();
            Instant at = WorkingDays.dayOf(now).minusDays(30).atTime(9, 10).atZone(WorkingDays.ZONE).toInstant().plus(Duration.ofMinutes(35L * ids.size()));
            rows.insert("contribution", "id", id, "dilemma_id", dilemma, "seat_id", seats.get(by), "author_id", people.get(by), "kind", c.get("kind").asText(), "text", c.get("text").asText(),
                    "example", DemoLoader.text(c, "example"), "advice", DemoLoader.text(c, "advice"), "in_reply_to", c.hasNonNull("inReplyTo") ? ids.get(c.get("inReplyTo").asInt()) : null,
                    "passage", c.get("kind").asText().equals("QUESTION") ? passage(node.get("canvas"), ids.size() / 2) : null, "created_at", at, "submitted_at", at, "version", 0);
            if (c.hasNonNull("mirror")) {
                rows.insert("mirror", "contribution_id", id, "seat_id", seats.get(by), "text", c.get("mirror").asText(), "updated_at", at);
            }
        }
        return ids;
    }

    /** What somebody means to do, or did, since she looked into the mirror. */
    private void steps(UUID dilemma, Map<String, UUID> seats, JsonNode node, List<UUID> said) throws SQLException {
        for (JsonNode step : node.path("steps")) {
            String by = step.get("by").asText();
            boolean reported = step.hasNonNull("outcome");
            int mirror = 0;
            while (!node.get("contributions").get(mirror).hasNonNull("mirror") || !node.get("contributions").get(mirror).get("by").asText().equals(by)) {
                mirror++;
            }
            rows.insert("step", "id", Ids.next(), "dilemma_id", dilemma, "seat_id", seats.get(by), "author_id", people.get(by), "written_by", people.get(by), "owner_id", people.get(by),
                    "text", step.get("text").asText(), "due_on", WorkingDays.dayOf(now).plusDays(step.get("dueInDays").asInt()), "from_mirror", said.get(mirror),
                    "outcome", DemoLoader.text(step, "outcome"), "report", DemoLoader.text(step, "report"), "reported_by", reported ? people.get(by) : null,
                    "reported_at", reported ? now.minus(Duration.ofDays(13)) : null, "created_at", now.minus(Duration.ofDays(19)), "version", 0);
        }
    }

    /** Questions stand beside the text: each quotes the first sentence of a part. */
    private static String passage(JsonNode canvas, int number) {
        String field = QUOTED.get(number % QUOTED.size());
        String text = canvas.path(field).asText();
        int end = text.indexOf(". ");
        return text.isBlank() ? null : Json.write(new Passage(field, end < 0 ? text : text.substring(0, end + 1), "", ""));
    }

    private void harvest(UUID dilemma, JsonNode node, List<UUID> said) throws SQLException {
        List<UUID> observations = new ArrayList<>();
        for (JsonNode o : node.path("observations")) {
            UUID id = Ids.next();
            observations.add(id);
            int index = o.get("contribution").asInt();
            String text = node.get("contributions").get(index).get("text").asText();
            String exact = o.get("exact").asText();
            rows.insert("observation", "id", id, "programme_id", programme, "dilemma_id", dilemma, "source_type", "CONTRIBUTION", "source_id", said.get(index), "field", "text",
                    "starts", text.codePointCount(0, text.indexOf(exact)) + 1, "length", exact.codePointCount(0, exact.length()), "themes", o.get("themes").toString(),
                    "marked_by", coordinator, "created_at", now);
        }
        for (JsonNode p : node.path("patterns")) {
            UUID id = Ids.next();
            rows.insert("pattern", "id", id, "programme_id", programme, "statement", p.get("statement").asText(), "made_by", coordinator, "created_at", now);
            rows.insert("pattern_dilemma", "pattern_id", id, "dilemma_id", dilemma);
            for (JsonNode index : p.get("observations")) {
                rows.insert("pattern_observation", "pattern_id", id, "observation_id", observations.get(index.asInt()));
            }
            patterns.put(p.get("lesson").asInt(), id);
        }
    }
}
