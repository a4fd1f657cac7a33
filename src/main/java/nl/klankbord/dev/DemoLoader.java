// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dev;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nl.klankbord.identity.Actor;
import nl.klankbord.matching.InviteGuest;
import nl.klankbord.round.Stage;
import nl.klankbord.shared.Ids;
import nl.klankbord.shared.Site;
import nl.klankbord.shared.WorkingDays;
import org.jboss.logging.Logger;

/** Fills an empty database with the demo, when this installation is one. Everything in it is made up. */
@ApplicationScoped
class DemoLoader {
    private static final Logger LOG = Logger.getLogger(DemoLoader.class);
    /** Before the library looks for lessons. */
    private static final int EARLY = 100;
    @Inject
    Site site;
    @Inject
    DataSource database;
    @Inject
    InviteGuest inviteGuest;
    @Inject
    ObjectMapper json;
    @Inject
    WorkingDays calendar;
    @Inject
    Clock clock;

    @Transactional
    void load(@Observes @Priority(EARLY) StartupEvent start) throws SQLException, IOException {
        if (!site.demo()) {
            return;
        }
        try (Connection connection = database.getConnection(); var in = getClass().getResourceAsStream("/demo/demo.json")) {
            DemoRows rows = new DemoRows(connection);
            // Of two instances that start together on an empty database one loads, the other waits for it.
            rows.one("select name from municipality where code = ? for update", "GM0503");
            if (rows.empty("programme")) {
                load(rows, json.readTree(in));
                LOG.info("the demo has been loaded");
            }
        }
    }

    private void load(DemoRows rows, JsonNode demo) throws SQLException {
        UUID programme = Ids.next();
        var now = clock.instant();
        rows.insert("programme", "id", programme, "name", text(demo, "programme", "name"), "purpose", text(demo, "programme", "purpose"),
                "house_rules_version", 1, "created_at", now, "version", 0);
        rows.insert("house_rules", "programme_id", programme, "version", 1, "text", text(demo, "programme", "houseRules"), "created_at", now);
        Map<String, UUID> organisations = new HashMap<>();
        Map<String, UUID> people = new HashMap<>();
        Map<String, UUID> byCode = new HashMap<>();
        for (DemoPeople.Demo person : DemoPeople.all()) {
            if (!organisations.containsKey(person.alias())) {
                organisations.put(person.alias(), Ids.next());
                rows.insert("organisation", "id", organisations.get(person.alias()), "alias", person.alias(), "name", name(rows, person.code()), "municipality_code", person.code());
            }
            UUID id = Ids.next();
            people.put(person.username(), id);
            // Who speaks for a municipality in the demo's texts: a participant other than buiten.
            if (person.role().equals("PARTICIPANT") && person.accepted()) {
                byCode.putIfAbsent(person.code(), id);
            }
            rows.insert("person", "id", id, "subject", person.subject(), "name", person.name(), "email", person.email(),
                    "organisation_id", organisations.get(person.alias()), "created_at", now, "version", 0);
            rows.insert("membership", "id", Ids.next(), "programme_id", programme, "person_id", id, "email", person.email(), "role", person.role(),
                    "level", person.level(), "created_at", now);
            if (person.accepted()) {
                rows.insert("house_rules_acceptance", "person_id", id, "programme_id", programme, "version", 1, "accepted_at", now);
            }
        }
        administer(rows, people.get("host-bestuur"), now);
        // Waits for Delft to say that she speaks for it.
        rows.insert("membership", "id", Ids.next(), "programme_id", programme, "email", "nieuwe.collega@demo.klankbord.example", "role", "PARTICIPANT", "level", "POLICY",
                "proposed_municipality", "GM0503", "created_at", now);
        method(rows, programme, demo.get("method"));
        DemoRounds rounds = new DemoRounds(rows, calendar, now, programme, people.get("coordinator"), people.get("facilitator"), people.get("host-bestuur"), people.get("peer1-collega"), byCode);
        for (JsonNode round : demo.get("rounds")) {
            rounds.insert(round);
        }
        for (int i = 0; i < demo.get("lessons").size(); i++) {
            JsonNode lesson = demo.get("lessons").get(i);
            UUID id = Ids.next();
            rows.insert("lesson", "id", id, "programme_id", programme, "pattern_id", rounds.patternOf(i), "title", text(lesson, "title"), "statement", text(lesson, "statement"),
                    "conditions", text(lesson, "conditions"), "counter_example", text(lesson, "counterExample"), "frame", text(lesson, "frame"),
                    "local_filling", text(lesson, "localFilling"), "counting", text(lesson, "counting"), "telling", text(lesson, "telling"),
                    "themes", lesson.get("themes").toString(), "status", "PUBLISHED", "open", lesson.path("open").asBoolean(), "published_at", now, "created_at", now,
                    "changed_at", now, "version", 0);
            rounds.consent(id, i);
        }
        inviteGuest.renewLink(Actor.system(), DemoCircle.GUEST);
    }

    /** Somebody manages the colleagues of Delft, named by the administrator. */
    private void administer(DemoRows rows, UUID person, Instant now) throws SQLException {
        UUID administrator = Ids.next();
        rows.insert("person", "id", administrator, "subject", "0de30000-0000-4000-8000-000000000011", "name", "Beheer Demo", "email", "beheer@demo.klankbord.example", "created_at", now, "version", 0);
        rows.insert("municipality_administrator", "id", Ids.next(), "municipality_code", "GM0503", "person_id", person, "email", "host-bestuur@demo.klankbord.example",
                "named_by", administrator, "created_at", now);
    }

    /** A copy that the programme made its own and no round uses yet, so that it can be tried out. */
    private static void method(DemoRows rows, UUID programme, JsonNode method) throws SQLException {
        UUID key = Ids.next();
        rows.insert("method", "method_key", key.toString(), "programme_id", programme, "name", text(method, "name"), "minimum_peers", 3, "quorum", 2, "protocol", "consultancy",
                "own_steps", method.get("steps").toString(), "question_set", "open", "own_questions", method.get("questions").toString(), "version", 0);
        for (Stage stage : Stage.values()) {
            rows.insert("method_phase", "method_key", key.toString(), "stage", stage, "working_days",
                    rows.one("select working_days from method_phase where method_key = 'standard' and stage = ?", stage.name()));
        }
    }

    private static String name(DemoRows rows, String code) throws SQLException {
        return rows.one("select name from municipality where code = ?", code);
    }

    static String text(JsonNode node, String... path) {
        JsonNode found = node;
        for (String step : path) {
            found = found.path(step);
        }
        return found.isMissingNode() || found.isNull() ? null : found.asText();
    }
}
