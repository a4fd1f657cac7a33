// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.testsupport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.round.Stage;
import nl.klankbord.shared.Ids;
import nl.klankbord.shared.WorkingDays;

/**
 * One dilemma of Delft in a given phase with everything that belongs to it, in a programme of its own. Zwolle (peer1,
 * peer1-collega) has submitted its reflection, Leeuwarden (peer2) has begun one, Venlo (peer3) is invited, Emmen
 * (buiten) only takes part in the programme; host-bestuur sits with the host and has not accepted the house rules; host
 * manages the colleagues of Delft. Hoorn, Gouda and who else sits there are rows only; one of Hoorn came when it ran
 * already, one of Zwolle waits for the host; afterwards both of Hoorn share their mail address. Every text holds one word of its own, by which it is known anywhere.
 */
public final class Fixture {
    private static final WorkingDays CALENDAR = new WorkingDays();
    private static final Pattern NAME = Pattern.compile("\\{([a-z0-9.-]+)}");
    /** Stands in an address for a step of the intake, which has no id. */
    private static final String STEP = "step";
    /** Stands in an address for the name of a text that can be reported. */
    private static final String TEXT = "text";
    /** Working days a stage takes, and how many the present one still has. */
    private static final int LENGTH = 10;
    private static final int LEFT = 6;
    public final Phase phase;
    private final Phase reached;
    private final Instant now;
    private final Map<String, String> cast;
    private final Map<String, UUID> ids = new LinkedHashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();
    private Rows rows;

    private Fixture(Phase phase, Instant now, Map<String, String> cast) {
        this.phase = phase;
        this.reached = phase == Phase.WITHDRAWN ? Phase.REFLECTING : phase;
        this.now = now;
        this.cast = cast;
    }

    private String player(String part) {
        return cast.getOrDefault(part, part);
    }

    /** As of the system's own time. */
    public static Fixture in(Phase phase) {
        return in(phase, Instant.now());
    }

    public static Fixture in(Phase phase, Instant now) {
        return in(phase, now, Map.of());
    }

    /** @param cast who plays the part of whom; who is not named plays her own */
    public static Fixture cast(Phase phase, Map<String, String> cast) {
        return in(phase, Instant.now(), cast);
    }

    private static Fixture in(Phase phase, Instant now, Map<String, String> cast) {
        Fixture fixture = new Fixture(phase, now, cast);
        People.ALL.forEach(user -> fixture.ids.put("person." + user, People.id(fixture.player(user))));
        try (Rows rows = Rows.open().gathered()) {
            fixture.rows = rows;
            fixture.insert();
            return fixture;
        } finally {
            fixture.rows = null;
        }
    }

    public UUID id(String name) {
        if (!ids.containsKey(name)) {
            throw new IllegalArgumentException("no " + name + " in " + phase + ": " + ids.keySet());
        }
        return ids.get(name);
    }

    /** Names of all that has an id. */
    public Set<String> names() {
        return ids.keySet();
    }

    public boolean has(String name) {
        return ids.containsKey(name) || name.equals(STEP) || name.equals(TEXT);
    }

    /** Nothing at all: fills in ids that nobody has. */
    public static Fixture absent() {
        return new Fixture(null, null, Map.of());
    }

    /** A path or body with every {@code {name}} replaced by its id. */
    public String fill(String template) {
        return NAME.matcher(template).replaceAll(found -> found.group(1).equals(STEP) ? "question" : found.group(1).equals(TEXT) ? "field.question" : (phase == null ? Ids.next() : id(found.group(1))).toString());
    }

    /** The words of all texts, by what they stand in. */
    public Map<String, String> words() {
        return words;
    }

    public String word(String name) {
        if (!words.containsKey(name)) {
            throw new IllegalArgumentException("no word " + name + " in " + phase);
        }
        return words.get(name);
    }

    /** The version of a row, as one reads it before one changes it. */
    public int version(String table, String name) {
        try (Rows rows = Rows.open()) {
            return Integer.parseInt(rows.one("select version from " + table + " where id = ?", id(name)));
        }
    }

    /** All that is stored about this programme and its dilemma, in one line, to see that a refused write has changed nothing. */
    public String fingerprint(Rows rows) {
        return rows.one(Fingerprint.query(rows).replace("@programme", "'" + id("programme") + "'").replace("@dilemma", "'" + id("dilemma") + "'"));
    }

    /** Nobody has a part in it any more: what comes after need not read past it. */
    public void leave(Rows rows) {
        rows.change("delete from membership where programme_id = ?", id("programme"));
        rows.change("delete from house_rules_acceptance where programme_id = ?", id("programme"));
    }

    private void insert() {
        fresh("draft");
        fresh("any");
        programme();
        round();
        dilemma();
        host();
        file("dilemma", null, "host");
        if (from(Phase.ACCEPTED)) {
            seats();
        }
        audit();
        if (from(Phase.CLARIFYING)) {
            session();
            clarifying();
            newcomers();
        }
        if (from(Phase.REFLECTING)) {
            reflecting();
            step("step.zwolle", "seat.zwolle", "peer1", "reflection.zwolle");
            step("step.leeuwarden", "seat.leeuwarden", "peer2", null);
            step("step.host", "seat.host", "host", null);
        }
        if (from(Phase.SESSION)) {
            said("remark.coordinator", "REMARK", null, "coordinator", true);
            said("remark.host", "REMARK", "seat.host", "host", true);
        }
        if (from(Phase.HARVESTING)) {
            new FixtureHarvest(this, rows, now).insert();
        }
        if (from(Phase.FOLLOW_UP)) {
            shares("hoorn", now);
            shares("later", now.plusMillis(2));
        }
    }

    boolean from(Phase earliest) {
        return reached.compareTo(earliest) >= 0;
    }

    private void programme() {
        UUID id = fresh("programme");
        rows.insert("programme", "id", id, "name", fill("Programma", "programme.name"), "purpose", fill("Samen leren over", "programme.purpose"), "house_rules_version", 1, "created_at", now, "version", 0);
        rows.insert("house_rules", "programme_id", id, "version", 1, "text", fill("Wees open.", "programme.rules"), "created_at", now);
        member("coordinator", "COORDINATOR", true);
        member("facilitator", "FACILITATOR", true);
        for (String user : List.of("host", "peer1", "peer1-collega", "peer2", "peer3", "buiten")) {
            member(user, "PARTICIPANT", true);
        }
        member("host-bestuur", "PARTICIPANT", false);
        method();
        stranger("hoorn", "GM0405");
        stranger("gouda", "GM0513");
        stranger("breda", "GM0758");
        stranger("later", "GM0405");
        stranger("named", "GM0193");
        for (String other : List.of("hoorn", "gouda", "breda", "later", "named")) {
            member(other, "PARTICIPANT", true);
        }
        rows.insert("membership", "id", fresh("membership.proposed"), "programme_id", id("programme"), "email", id("membership.proposed") + "@voorgesteld.example", "role", "PARTICIPANT",
                "proposed_municipality", "GM0503", "created_at", now);
        stranger("guest", null);
        rows.change("update person set guest = true where id = ?", id("person.guest"));
        // Of all fixtures together: who is it of one is it of all.
        rows.change("insert ignore into municipality_administrator (id, municipality_code, person_id, email, named_by, created_at) values (?, 'GM0503', ?, ?, ?, ?)",
                Ids.next(), People.id("host"), People.email("host"), id("person.beheer"), now);
    }

    /** One of the programme's own that no round was made with. */
    private void method() {
        UUID id = fresh("method");
        rows.insert("method", "method_key", id, "programme_id", id("programme"), "name", fill("Werkvorm", "method.name"), "minimum_peers", 3, "maximum_peers", 5, "quorum", 2,
                "protocol", "consultancy", "own_steps", "[{\"name\":\"" + fill("Stap", "method.step") + "\",\"minutes\":20,\"speaker\":\"PEERS\"}]",
                "own_questions", "[{\"key\":\"q1\",\"nature\":\"VIEW\",\"required\":true,\"skippable\":false,\"text\":\"" + fill("Vraag", "method.question") + "\",\"hint\":\"" + fill("Uitleg", "method.hint")
                        + "\"}]", "version", 0);
        rows.change("insert into method_phase select ?, stage, working_days from method_phase where method_key = 'standard'", id);
        rows.insert("method_holiday_region", "method_key", id, "region", "NORTH");
    }

    private void member(String who, String role, boolean accepted) {
        rows.insert("membership", "id", fresh("membership." + who), "programme_id", id("programme"), "person_id", id("person." + who), "email",
                People.ALL.contains(who) ? People.email(player(who)) : email(who), "role", role, "created_at", now);
        if (accepted) {
            rows.insert("house_rules_acceptance", "person_id", id("person." + who), "programme_id", id("programme"), "version", 1, "accepted_at", now);
        }
    }

    /** Somebody who never signs in. */
    private void stranger(String who, String municipality) {
        UUID organisation = Ids.next();
        UUID person = fresh("person." + who);
        rows.insert("organisation", "id", organisation, "alias", "fixture-" + organisation, "name", "Organisatie van " + who, "municipality_code", municipality);
        rows.insert("person", "id", person, "subject", "fixture-" + person, "name", fill("Persoon", "name." + who), "email", email(who), "organisation_id", organisation,
                "created_at", now, "version", 0);
    }

    private String email(String who) {
        return fill("adres", "email." + who).replace(' ', '.') + "@fixture.example";
    }

    private void round() {
        String at = switch (reached) {
            case DRAFT, SUBMITTED -> "CALL";
            case ACCEPTED -> "MATCHING";
            case CLOSED -> "CLOSED";
            default -> "RUNNING";
        };
        rows.insert("round", "id", fresh("round"), "programme_id", id("programme"), "title", fill("Ronde", "round.title"), "method_key", "standard",
                "opens_on", WorkingDays.dayOf(now).minusDays(60), "phase", at, "created_at", now, "version", 0);
        for (Stage stage : Stage.values()) {
            rows.insert("round_deadline", "round_id", id("round"), "stage", stage, "ends_at", end(stage));
        }
    }

    /** The present stage has some days left; what is before it is over, what comes after follows. */
    private Instant end(Stage stage) {
        Stage present = reached.stage().orElse(switch (reached) {
            case DRAFT, SUBMITTED -> Stage.CALL;
            case ACCEPTED -> Stage.MATCHING;
            default -> null;
        });
        int steps = present == null ? stage.ordinal() - Stage.values().length : stage.ordinal() - present.ordinal();
        var today = WorkingDays.dayOf(now);
        return WorkingDays.endOf(steps < 0 ? CALENDAR.plus(today.plusDays(14L * steps), 0) : CALENDAR.plus(today, LEFT + LENGTH * steps));
    }

    private void dilemma() {
        Map<String, Object> canvas = new LinkedHashMap<>();
        for (String field : List.of("title", "question", "intention", "tension", "outcome", "stip", "foto", "experiment", "stopList", "tried")) {
            canvas.put(field, fill("Dilemma", "dilemma." + field));
        }
        canvas.put("fotoDate", "2026-10-01");
        canvas.put("paths", List.of(fill("Pad", "dilemma.path"), "Alles laten zoals het is"));
        canvas.put("assumptions", List.of(fill("Aanname", "dilemma.assumption")));
        canvas.put("themes", List.of(coin("dilemma.theme")));
        canvas.put("roles", List.of(Map.of("party", fill("Partij", "dilemma.party"), "role", fill("Rol", "dilemma.role"), "interest", fill("Belang", "dilemma.interest"))));
        canvas.put("goal", "OUTPUT");
        dilemma("dilemma", "GM0503", phase, canvas);
        if (from(Phase.SUBMITTED)) {
            version("EDITED", canvas, 20);
            canvas.put("question", fill("Eerst stond hier", "version.question"));
            version("SUBMITTED", canvas, 30);
        }
        for (Stage stage : Stage.values()) {
            if (from(Phase.CLARIFYING) && stage.compareTo(Stage.CLARIFYING) >= 0) {
                rows.insert("dilemma_deadline", "dilemma_id", id("dilemma"), "stage", stage, "ends_at", end(stage));
            }
        }
        for (Phase each : Phase.values()) {
            if (each != Phase.DRAFT && each != Phase.WITHDRAWN && from(each)) {
                moved(Phase.values()[each.ordinal() - 1], each);
            }
        }
        if (phase == Phase.WITHDRAWN) {
            moved(reached, phase);
        }
        dilemma("concept", "GM0513", Phase.DRAFT, Map.of("title", fill("Concept", "concept.title")));
        seat("seat.concept", "concept", "HOST", "GM0513", "ACCEPTED", "gouda");
    }

    private void dilemma(String name, String host, Phase at, Map<String, Object> canvas) {
        boolean closed = at == Phase.FOLLOW_UP || at == Phase.CLOSED;
        rows.insert("dilemma", "id", fresh(name), "programme_id", id("programme"), "round_id", id("round"), "host_municipality", host, "canvas", Texts.json(canvas), "title", canvas.get("title"),
                "phase", at, "ends_at", at.stage().map(this::end).orElse(null), "circle", "CIRCLE", "quorum", 2, "waited_for_quorum", false,
                "works", closed ? fill("Het werkt", "closing.works") : null, "next_step", closed ? fill("De volgende stap", "closing.nextStep") : null,
                "still_open", closed ? fill("Nog open", "closing.stillOpen") : null, "closed_at", closed ? now : null, "created_at", now, "version", 0);
    }

    private void version(String kind, Map<String, Object> canvas, int daysAgo) {
        rows.insert("dilemma_version", "id", Ids.next(), "dilemma_id", id("dilemma"), "kind", kind, "canvas", Texts.json(canvas), "written_by", id("person.host"), "written_at", now.minus(Duration.ofDays(daysAgo)));
    }

    private void moved(Phase before, Phase after) {
        rows.insert("dilemma_move", "id", Ids.next(), "dilemma_id", id("dilemma"), "from_phase", before, "to_phase", after, "moved_by", id("person.coordinator"),
                "moved_at", now.minus(Duration.ofDays(reached.ordinal() - Math.min(after.ordinal(), reached.ordinal()))));
    }

    /** What the log of the programme holds: a role that was given, a phase, and somebody without an account who took a seat. */
    private void audit() {
        event("ROLE_GIVEN", "PARTICIPANT", fresh("event"), null, id("person.coordinator"), id("person.hoorn"));
        event("DILEMMA_MOVED", phase.name(), Ids.next(), id("dilemma"), id("person.coordinator"), null);
        event("SEAT_ANSWERED", null, Ids.next(), id("dilemma"), id("person.guest"), null);
    }

    private void event(String kind, String detail, UUID id, UUID dilemma, UUID actor, UUID about) {
        rows.insert("audit_event", "id", id, "programme_id", id("programme"), "dilemma_id", dilemma, "kind", kind, "detail", detail, "thing_id", id("dilemma"), "actor_id", actor, "about_id", about, "happened_at", now);
    }

    private void host() {
        seat("seat.host", "dilemma", "HOST", "GM0503", "ACCEPTED", "host", "host-bestuur");
    }

    private void seats() {
        seat("seat.zwolle", "dilemma", "PEER", "GM0193", "ACCEPTED", "peer1", "peer1-collega");
        seat("seat.leeuwarden", "dilemma", "PEER", "GM0080", "ACCEPTED", "peer2");
        seat("seat.hoorn", "dilemma", "PEER", "GM0405", "ACCEPTED", "hoorn");
        seat("seat.guest", "dilemma", "GUEST", null, "ACCEPTED", "guest");
        rows.change("update seat set guest_id = ?, voice = 'PROVIDER' where id = ?", id("person.guest"), id("seat.guest"));
        seat("seat.facilitator", "dilemma", "FACILITATOR", null, "ACCEPTED", "facilitator");
        seat("seat.venlo", "dilemma", "PEER", "GM0983", from(Phase.CLARIFYING) ? "LAPSED" : "INVITED");
        seat("seat.breda", "dilemma", "PEER", "GM0758", from(Phase.CLARIFYING) ? "LAPSED" : "PROPOSED");
        seat("seat.refused", "dilemma", "PEER", "GM0392", "REFUSED");
        seat("seat.declined", "dilemma", "PEER", "GM0200", "DECLINED");
        seat("seat.conflict", "dilemma", "PEER", "GM0307", "CONFLICT");
        rows.change("update seat set reason = ? where id = ?", fill("Te druk", "seat.reason"), id("seat.declined"));
        rows.change("update seat set conflict = ? where id = ?", fill("Zelfde aanbieder", "seat.conflict"), id("seat.conflict"));
        // Somebody of Gouda sat there and left.
        seat("seat.left", "dilemma", "PEER", "GM0513", "LEFT", "gouda");
        rows.change("update seat_person set left_at = ? where seat_id = ?", now, id("seat.left"));
    }

    private void seat(String name, String dilemma, String kind, String municipality, String status, String... people) {
        rows.insert("seat", "id", fresh(name), "dilemma_id", id(dilemma), "kind", kind, "municipality_code", municipality, "invited_email",
                kind.equals("FACILITATOR") ? People.email(player("facilitator")) : null, "status", status, "accepted_at", people.length > 0 ? now : null, "version", 0);
        for (String who : people) {
            rows.insert("seat_person", "seat_id", id(name), "person_id", id("person." + who), "dilemma_id", id(dilemma), "kind", kind, "seated_at", now);
        }
    }

    private void session() {
        boolean held = from(Phase.HARVESTING);
        Instant starts = held ? now.minus(Duration.ofDays(3)) : reached == Phase.SESSION ? now.minus(Duration.ofHours(1)) : end(Stage.SESSION).minus(Duration.ofHours(3));
        rows.insert("session", "id", fresh("session"), "dilemma_id", id("dilemma"), "starts_at", starts, "ends_at", starts.plus(Duration.ofHours(2)), "location",
                fill("Zaal", "session.location"), "join_url", "https://vergaderen.example/" + coin("session.join"), "protocol", "consultancy",
                "status", held ? "HELD" : "PLANNED", "sequence", 0, "version", 0);
    }

    private void clarifying() {
        said("question.zwolle", "QUESTION", "seat.zwolle", "peer1", true, "passage",
                Texts.json(Map.of("field", "question", "exact", fill("Dilemma", "passage"), "prefix", "", "suffix", "")));
        said("answer", "ANSWER", "seat.host", "host", true, "in_reply_to", id("question.zwolle"));
        said("question.leeuwarden", "QUESTION", "seat.leeuwarden", "peer2", true);
        said("question.facilitator", "QUESTION", "seat.facilitator", "facilitator", true);
        said("question.withdrawn", "QUESTION", "seat.zwolle", "peer1", true, "withdrawn_at", now);
        file("question", "question.zwolle", "peer1");
        file("withdrawn", "question.withdrawn", "peer1");
        rows.insert("recognition", "seat_id", id("seat.hoorn"), "dilemma_id", id("dilemma"), "person_id", id("person.hoorn"), "example", fill("Bij ons", "recognition"), "created_at", now);
        rows.insert("text_draft", "person_id", id("person.peer1"), "draft_key", "question." + id("dilemma"), "text", fill("Ik denk nog na over", "typing.question"), "updated_at", now, "version", 0);
        rows.insert("text_draft", "person_id", id("person.peer1"), "draft_key", "remark." + id("dilemma"), "text", fill("Ik denk nog na over", "typing.remark"), "updated_at", now, "version", 0);
    }

    /** Somebody more for Hoorn, after all that is said; and somebody for Zwolle, about whom the host has not answered. */
    private void newcomers() {
        rows.insert("seat_person", "seat_id", id("seat.hoorn"), "person_id", id("person.later"), "dilemma_id", id("dilemma"), "kind", "PEER", "seated_at", now.plusMillis(1));
        rows.insert("newcomer", "id", fresh("newcomer"), "dilemma_id", id("dilemma"), "seat_id", id("seat.zwolle"), "person_id", id("person.named"), "named_by", id("person.peer1"),
                "opens_own", false, "named_at", now);
    }

    private void reflecting() {
        reflection("zwolle", "peer1", true);
        reflection("hoorn", "hoorn", true);
        reflection("leeuwarden", "peer2", false);
        reflection("left", "gouda", false);
        file("zwolle", "reflection.zwolle", "peer1");
        file("hoorn", "reflection.hoorn", "hoorn");
        file("leeuwarden", "reflection.leeuwarden", "peer2");
    }

    private void reflection(String seat, String author, boolean submitted) {
        String name = "reflection." + seat;
        said(name, "REFLECTION", "seat." + seat, author, submitted, "example", fill("Voorbeeld", name + ".example"), "advice", fill("Advies", name + ".advice"),
                "assumptions", Texts.json(List.of(fill("Aanname", name + ".assumption"))),
                "answers", Texts.json(Map.of("trust", Map.of("text", fill("Antwoord", name + ".answer"), "skipped", fill("Overgeslagen", name + ".skip")))));
        rows.insert("mirror", "contribution_id", id(name), "seat_id", id("seat." + seat), "text", fill("En bij ons", "mirror." + seat), "updated_at", now);
        rows.change("insert into contribution_writer (contribution_id, person_id, dilemma_id, wrote_since, text, example, advice, answers, assumptions, mirror_since, mirror) select c.id, c.author_id, c.dilemma_id, c.created_at, "
                + "c.text, c.example, c.advice, c.answers, c.assumptions, mr.updated_at, mr.text from contribution c join mirror mr on mr.contribution_id = c.id where c.id = ?", id(name));
        rows.change("update seat set reflection_begun_at = ?, reflection_submitted_at = ? where id = ?", now, submitted ? now : null, id("seat." + seat));
    }

    /** With a word of its own in its name and one in its content. @param of the contribution it belongs to, or null for the dilemma */
    private void file(String name, String of, String by) {
        byte[] content = fill("Inhoud", "file." + name + ".content").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        rows.insert("attachment", "id", fresh("file." + name), "dilemma_id", id("dilemma"), "contribution_id", of == null ? null : id(of), "name", fill("Bijlage", "file." + name + ".name") + ".txt",
                "kind", "TEXT", "size", content.length, "added_by", id("person." + by), "added_at", now);
        rows.insert("attachment_part", "attachment_id", id("file." + name), "part", 0, "bytes", content);
    }

    private void said(String name, String kind, String seat, String author, boolean submitted, Object... more) {
        List<Object> columns = new ArrayList<>(List.of("id", fresh(name), "dilemma_id", id("dilemma"), "author_id", id("person." + author), "kind", kind,
                "text", fill("Gezegd wordt hier:", name), "created_at", now, "version", 0));
        if (seat != null) {
            columns.addAll(List.of("seat_id", id(seat)));
        }
        if (submitted) {
            columns.addAll(List.of("submitted_at", now));
        }
        columns.addAll(List.of(more));
        rows.insert("contribution", columns.toArray());
    }

    private void step(String name, String seat, String author, String fromMirror) {
        rows.insert("step", "id", fresh(name), "dilemma_id", id("dilemma"), "seat_id", id(seat), "author_id", id("person." + author), "written_by", id("person." + author), "owner_id", id("person." + author),
                "text", fill("Deze maand", name), "due_on", WorkingDays.dayOf(now).plusDays(10), "from_mirror", fromMirror == null ? null : id(fromMirror), "outcome", "GOING_ON",
                "report", fill("Het eerste gesprek was er", name + ".report"), "reported_by", id("person." + author), "reported_at", now, "created_at", now, "version", 0);
    }

    /** Lets those of the circle who do so too see her mail address. */
    private void shares(String who, Instant since) {
        rows.insert("shared_address", "person_id", id("person." + who), "dilemma_id", id("dilemma"), "shared_at", since);
    }

    UUID fresh(String name) {
        UUID id = Ids.next();
        ids.put(name, id);
        return id;
    }

    /** A text that holds a word of its own, known by that name. */
    String fill(String text, String name) {
        return text + " " + coin(name);
    }

    private String coin(String name) {
        return words.computeIfAbsent(name, ignored -> ThreadLocalRandom.current().ints(12, 'a', 'z' + 1)
                .collect(() -> new StringBuilder("qz"), StringBuilder::appendCodePoint, StringBuilder::append).toString());
    }
}
