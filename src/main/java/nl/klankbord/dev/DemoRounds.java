// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.round.Stage;
import nl.klankbord.shared.Ids;
import nl.klankbord.shared.WorkingDays;

/** The rounds of the demo, each dilemma in the phase it is told to be in, with dates around today. */
final class DemoRounds {
    /** Working days a stage of the demo takes, and how many the present one still has. */
    private static final int LENGTH = 10;
    private static final int LEFT = 6;
    private final DemoRows rows;
    private final WorkingDays calendar;
    private final Instant now;
    private final UUID programme;
    private final UUID coordinator;
    private final UUID facilitator;
    private final UUID secondHost;
    private final UUID colleague;
    private final Map<String, UUID> people;
    private final Map<Integer, UUID> patterns = new HashMap<>();
    private final Map<Integer, Set<UUID>> authors = new HashMap<>();
    private final Map<Integer, UUID> hosts = new HashMap<>();

    DemoRounds(DemoRows rows, WorkingDays calendar, Instant now, UUID programme, UUID coordinator, UUID facilitator, UUID secondHost, UUID colleague, Map<String, UUID> people) {
        this.rows = rows;
        this.calendar = calendar;
        this.now = now;
        this.programme = programme;
        this.coordinator = coordinator;
        this.facilitator = facilitator;
        this.secondHost = secondHost;
        this.colleague = colleague;
        this.people = people;
    }

    /** Everyone behind the lesson of that number has said yes. */
    void consent(UUID lesson, int number) throws SQLException {
        for (UUID author : authors.getOrDefault(number, Set.of())) {
            rows.insert("lesson_consent", "id", Ids.next(), "lesson_id", lesson, "kind", "AUTHOR", "person_id", author, "asked_at", now, "due_at", now, "given", true,
                    "decided_by", author, "decided_at", now);
        }
        if (hosts.containsKey(number)) {
            rows.insert("lesson_consent", "id", Ids.next(), "lesson_id", lesson, "kind", "HOST", "dilemma_id", hosts.get(number), "asked_at", now, "due_at", now, "given", true,
                    "decided_by", coordinator, "decided_at", now);
        }
    }

    /** The pattern a lesson of that number rests on, or null. */
    UUID patternOf(int lesson) {
        return patterns.get(lesson);
    }

    void insert(JsonNode round) throws SQLException {
        UUID id = Ids.next();
        String phase = round.get("stage").asText();
        LocalDate opens = WorkingDays.dayOf(now).plusDays(round.get("opensInDays").asInt());
        rows.insert("round", "id", id, "programme_id", programme, "title", DemoLoader.text(round, "title"), "method_key", round.path("method").asText("standard"), "opens_on", opens, "phase", phase,
                "created_at", now, "version", 0);
        Stage present = switch (phase) {
            case "DRAFT" -> null;
            case "CALL" -> Stage.CALL;
            case "CLOSED" -> Stage.FOLLOW_UP;
            default -> Stage.REFLECTING;
        };
        LocalDate day = calendar.plus(opens, 0);
        for (Stage stage : Stage.values()) {
            day = present == null ? calendar.plus(day, LENGTH) : end(stage, present, phase.equals("CLOSED"));
            rows.insert("round_deadline", "round_id", id, "stage", stage, "ends_at", WorkingDays.endOf(day));
        }
        for (JsonNode dilemma : round.path("dilemmas")) {
            dilemma(id, dilemma);
        }
    }

    /** The day a stage ends when {@code present} is the one that runs now. */
    private LocalDate end(Stage stage, Stage present, boolean over) {
        LocalDate today = WorkingDays.dayOf(now);
        int steps = stage.ordinal() - present.ordinal();
        return over ? calendar.plus(today.minusDays(7L * 2 * (Stage.values().length - stage.ordinal())), 0)
                : steps < 0 ? calendar.plus(today.minusDays(14L * -steps), 0) : calendar.plus(today, LEFT + LENGTH * steps);
    }

    private void dilemma(UUID round, JsonNode dilemma) throws SQLException {
        UUID id = Ids.next();
        Phase phase = Phase.valueOf(dilemma.get("phase").asText());
        Stage stage = phase.stage().orElse(null);
        boolean started = phase.compareTo(Phase.CLARIFYING) >= 0;
        JsonNode closing = dilemma.path("closing");
        rows.insert("dilemma", "id", id, "programme_id", programme, "round_id", round, "host_municipality", dilemma.get("host").asText(), "canvas", dilemma.get("canvas").toString(),
                "title", DemoLoader.text(dilemma, "canvas", "title"), "phase", phase, "ends_at", stage == null ? null : WorkingDays.endOf(end(stage, stage, false)), "circle", "CIRCLE",
                "quorum", 2, "waited_for_quorum", false, "works", DemoLoader.text(closing, "works"), "next_step", DemoLoader.text(closing, "nextStep"),
                "still_open", DemoLoader.text(closing, "stillOpen"), "closed_at", closing.isObject() ? now : null, "created_at", now, "version", 0);
        for (Stage each : Stage.values()) {
            if (started && each.compareTo(Stage.CLARIFYING) >= 0) {
                rows.insert("dilemma_deadline", "dilemma_id", id, "stage", each, "ends_at", WorkingDays.endOf(end(each, stage == null ? Stage.FOLLOW_UP : stage, stage == null)));
            }
        }
        for (Phase reached : Phase.values()) {
            if (reached != Phase.DRAFT && reached.compareTo(phase) <= 0 && phase != Phase.DRAFT) {
                Instant moved = now.minus(Duration.ofHours(24L * (phase.ordinal() - reached.ordinal()) + 1));
                rows.insert("dilemma_move", "id", Ids.next(), "dilemma_id", id, "from_phase", Phase.values()[reached.ordinal() - 1], "to_phase", reached,
                        "moved_by", coordinator, "moved_at", moved);
                rows.insert("audit_event", "id", Ids.at(moved), "programme_id", programme, "dilemma_id", id, "kind", "DILEMMA_MOVED", "detail", reached, "thing_id", id,
                        "actor_id", coordinator, "happened_at", moved);
            }
        }
        if (phase != Phase.DRAFT) {
            rows.insert("dilemma_version", "id", Ids.next(), "dilemma_id", id, "kind", "SUBMITTED", "canvas", dilemma.get("canvas").toString(), "written_by", coordinator,
                    "written_at", now.minus(Duration.ofHours(24L * (phase.ordinal() - Phase.SUBMITTED.ordinal()) + 1)));
        }
        for (JsonNode pattern : dilemma.path("patterns")) {
            int lesson = pattern.get("lesson").asInt();
            hosts.put(lesson, id);
            for (JsonNode index : pattern.get("observations")) {
                JsonNode source = dilemma.get("contributions").get(dilemma.get("observations").get(index.asInt()).get("contribution").asInt());
                authors.computeIfAbsent(lesson, key -> new HashSet<>()).add(people.get(source.get("by").asText()));
            }
        }
        new DemoCircle(rows, calendar, now, programme, coordinator, facilitator, secondHost, colleague, people, patterns).insert(id, phase, stage, dilemma);
    }
}
