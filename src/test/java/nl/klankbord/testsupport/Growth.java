// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.testsupport;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.Ids;

/** More of everything a fixture has: programmes, people, rounds, dilemmas, seats, texts, passages, patterns, lessons. */
public final class Growth {
    private static final List<String> MUNICIPALITIES = List.of("GM0363", "GM0599", "GM0518", "GM0344", "GM0772", "GM0034", "GM0014", "GM0855", "GM0268", "GM0202");
    private final Fixture fixture;
    private final Rows rows;
    private final Instant now = Instant.now();

    private Growth(Fixture fixture, Rows rows) {
        this.fixture = fixture;
        this.rows = rows;
    }

    /** Ten times as much as there was. */
    public static void tenfold(Fixture fixture) {
        try (Rows rows = Rows.open().together()) {
            Growth growth = new Growth(fixture, rows);
            for (int i = 0; i < 9; i++) {
                growth.more(MUNICIPALITIES.get(i));
            }
        }
    }

    /** A programme in full swing: ten rounds of forty dilemmas, each with twelve peers of whom each has said thirty things or been answered. */
    public static void full(Fixture fixture) {
        try (Rows rows = Rows.open().together()) {
            new Growth(fixture, rows).fill();
        }
    }

    /** A circle as large as it gets: twelve peers, of whom nine come new and say thirty things each or are answered. */
    public static void crowd(Fixture fixture) {
        try (Rows rows = Rows.open().together()) {
            new Growth(fixture, rows).gather();
        }
    }

    /** Nine more municipalities that take part in the programme. */
    public static void participants(Fixture fixture) {
        try (Rows rows = Rows.open().together()) {
            Growth growth = new Growth(fixture, rows);
            MUNICIPALITIES.subList(0, 9).forEach(growth::person);
        }
    }

    private void more(String municipality) {
        UUID person = person(municipality);
        programme();
        UUID round = copy("round", fixture.id("round"), "title", "'Nog een ronde'");
        rows.change("insert into round_deadline (round_id, stage, ends_at) select ?, stage, ends_at from round_deadline where round_id = ?", round, fixture.id("round"));
        method();
        dilemmas(municipality, person);
        said(municipality, person);
        rows.change("insert into dilemma_version (id, dilemma_id, kind, canvas, written_by, written_at) select uuid(), dilemma_id, 'EDITED', canvas, written_by, ? from dilemma_version where dilemma_id = ? "
                + "and kind = 'SUBMITTED'", now, fixture.id("dilemma"));
        copy("audit_event", fixture.id("event"));
        harvest();
        closed(municipality);
        for (String step : List.of("step.zwolle", "step.host")) {
            copy("step", fixture.id(step));
        }
    }

    /** A round that is over, with a dilemma that took up the fixture's own. */
    private void closed(String municipality) {
        UUID round = copy("round", fixture.id("round"), "phase", "'CLOSED'", "title", "'Een eerdere ronde'");
        rows.change("insert into round_deadline (round_id, stage, ends_at) select ?, stage, ends_at from round_deadline where round_id = ?", round, fixture.id("round"));
        UUID dilemma = copy("dilemma", fixture.id("dilemma"), "phase", "'CLOSED'", "round_id", "'" + round + "'", "follows", "'" + fixture.id("dilemma") + "'", "ends_at", "null");
        sit(seat(dilemma, "HOST", municipality, "ACCEPTED"), dilemma, "HOST", fixture.id("person.host"));
    }

    /**
     * By the database itself, since one by one would take minutes: what has a number n has the id of its kind and n. Of each forty dilemmas host brings in one,
     * and peer1 sits at four; the coordinator and the facilitator are those of the fixture.
     */
    private void fill() {
        String programme = "'" + fixture.id("programme") + "'";
        rows.change("set unique_checks = 0, foreign_key_checks = 0");
        rows.change("create or replace temporary table gemeente as select code, row_number() over (order by code) - 1 n from municipality where code not in ('GM0503', 'GM0193') order by code limit 78");
        String gemeenten = "(select g.n, 0 fixed, " + id("person", "g.n") + " person, g.code from gemeente g union all select 78, 1, '" + fixture.id("person.host") + "', 'GM0503' union all select 79, 1, '"
                + fixture.id("person.peer1") + "', 'GM0193')";
        rows.change("create or replace temporary table sitting (primary key (n)) as select * from " + gemeenten + " all_of_them");
        rows.change("insert into organisation (id, alias, name, municipality_code) select " + id("organisation", "n") + ", concat('full-', " + id("organisation", "n") + "), 'Organisatie', code from sitting where fixed = 0");
        rows.change("insert into person (id, subject, name, email, organisation_id, created_at, version) select person, concat('full-', person), concat('Iemand ', n), concat(person, '@growth.example'), "
                + id("organisation", "n") + ", ?, 0 from sitting where fixed = 0", now);
        rows.change("insert into membership (id, programme_id, person_id, email, role, created_at) select uuid(), " + programme + ", person, concat(person, '@growth.example'), 'PARTICIPANT', ? from sitting where fixed = 0", now);
        many("round", fixture.id("round"), "select seq from seq_0_to_9", "title", "concat('Ronde ', n)", "phase", "'RUNNING'");
        rows.change("insert into round_deadline (round_id, stage, ends_at) select " + id("round", "seq") + ", stage, ends_at from round_deadline, seq_0_to_9 where round_id = ?", fixture.id("round"));
        many("dilemma", fixture.id("dilemma"), "select seq from seq_0_to_399", "round_id", id("round", "n div 40"), "host_municipality", "(select code from sitting where sitting.n = if(x.n mod 40 = 0, 78, x.n mod 78))",
                "phase", "elt(1 + n mod 6, 'CLARIFYING', 'REFLECTING', 'SESSION', 'HARVESTING', 'FOLLOW_UP', 'CLOSED')", "ends_at", "'2030-01-02 16:00:00'", "title", "concat('Dilemma ', n)");
        rows.change("insert into dilemma_deadline (dilemma_id, stage, ends_at) select " + id("dilemma", "seq") + ", stage, ends_at from dilemma_deadline, seq_0_to_399 where dilemma_id = ?", fixture.id("dilemma"));
        // Seat 0 is the host's; thirteen seats to a dilemma.
        rows.change("create or replace temporary table seated (primary key (dilemma, seat)) as select d.seq dilemma, s.seq seat, " + id("seat", "d.seq * 13 + s.seq") + " id, "
                + "if(s.seq = 0, if(d.seq mod 40 = 0, 78, d.seq mod 78), if(s.seq = 1 and d.seq mod 10 = 1, 79, (d.seq + s.seq) mod 78)) who from seq_0_to_399 d, seq_0_to_12 s");
        rows.change("insert into seat (id, dilemma_id, kind, municipality_code, status, accepted_at, reflection_submitted_at, version) select s.id, " + id("dilemma", "s.dilemma")
                + ", if(s.seat = 0, 'HOST', 'PEER'), w.code, 'ACCEPTED', ?, if(s.seat > 0 and s.dilemma mod 6 > 0, ?, null), 0 from seated s join sitting w on w.n = s.who", now, now);
        rows.change("insert into seat_person (seat_id, person_id, dilemma_id, kind, seated_at) select s.id, w.person, " + id("dilemma", "s.dilemma") + ", if(s.seat = 0, 'HOST', 'PEER'), ? from seated s join sitting w on w.n = s.who", now);
        // Of each peer fifteen questions with their answers; where reflecting has begun, a reflection in the place of the last one.
        String peers = " from seated s join sitting w on w.n = s.who join seq_1_to_15 k join seated h on h.dilemma = s.dilemma and h.seat = 0 join sitting hw on hw.n = h.who where s.seat > 0";
        String number = "(s.dilemma * 13 + s.seat) * 15 + k.seq";
        String columns = "insert into contribution (id, dilemma_id, seat_id, author_id, kind, text, in_reply_to, created_at, submitted_at, version) select ";
        rows.change(columns + id("said", number) + ", " + id("dilemma", "s.dilemma") + ", s.id, w.person, if(k.seq = 15 and s.dilemma mod 6 > 0, 'REFLECTION', 'QUESTION'), "
                + "concat('Hoe gaat het bij u met vraag ', k.seq, ' over wachten en vertrouwen?'), null, ?, ?, 0" + peers, now, now);
        rows.change(columns + id("answer", number) + ", " + id("dilemma", "s.dilemma") + ", h.id, hw.person, if(k.seq = 15 and s.dilemma mod 6 > 0, 'REMARK', 'ANSWER'), 'Daar praten we met de teams over, elke maand.', "
                + "if(k.seq = 15 and s.dilemma mod 6 > 0, null, " + id("said", number) + "), ?, ?, 0" + peers, now, now);
    }

    private void gather() {
        for (String municipality : MUNICIPALITIES.subList(0, 9)) {
            UUID person = person(municipality);
            UUID seat = seat(fixture.id("dilemma"), "PEER", municipality, "ACCEPTED");
            rows.change("update seat set reflection_submitted_at = ? where id = ?", fixture.from(Phase.REFLECTING) ? now : null, seat);
            sit(seat, fixture.id("dilemma"), "PEER", person);
            rows.insert("recognition", "seat_id", seat, "dilemma_id", fixture.id("dilemma"), "person_id", person, "example", "Ook hier", "created_at", now);
            for (int i = 0; i < 15; i++) {
                boolean reflection = i == 0 && fixture.from(Phase.REFLECTING);
                boolean remark = i % 2 == 0 && fixture.from(Phase.SESSION);
                UUID said = speak(seat, person, reflection ? "REFLECTION" : remark ? "REMARK" : "QUESTION", null);
                speak(fixture.id("seat.host"), fixture.id("person.host"), reflection || remark ? "REMARK" : "ANSWER", reflection ? null : said);
                if (i < 2) {
                    rows.insert("attachment", "id", Ids.next(), "dilemma_id", fixture.id("dilemma"), "contribution_id", said, "name", "Nog een bijlage.txt", "kind", "TEXT", "size", 5, "added_by", person, "added_at", now);
                }
            }
        }
    }

    private UUID speak(UUID seat, UUID person, String kind, UUID inReplyTo) {
        UUID id = Ids.next();
        rows.insert("contribution", "id", id, "dilemma_id", fixture.id("dilemma"), "seat_id", seat, "author_id", person, "kind", kind, "text", "Hoe gaat het bij u met wachten en vertrouwen?",
                "in_reply_to", inReplyTo, "created_at", now, "submitted_at", now, "version", 0);
        return id;
    }

    private String id(String kind, String number) {
        String digits = "md5(concat('" + fixture.id("programme") + kind + "', " + number + "))";
        return "cast(concat(left(" + digits + ", 12), '7', substr(" + digits + ", 14, 3), '8', substr(" + digits + ", 18)) as uuid)";
    }

    /** The same row once for each n. @param changes column, SQL, column, SQL … */
    private void many(String table, UUID from, String numbers, String... changes) {
        List<String> columns = columns(table);
        List<String> values = columns.stream().map(column -> column.equals("id") ? id(table, "n") : changed(column, changes)).toList();
        rows.change("insert into " + table + " (" + String.join(", ", columns) + ") select " + String.join(", ", values) + " from (select t.*, numbers.seq n from " + table + " t, (" + numbers + ") numbers where t.id = ?) x", from);
    }

    private UUID person(String municipality) {
        UUID organisation = Ids.next();
        UUID person = Ids.next();
        rows.insert("organisation", "id", organisation, "alias", "growth-" + organisation, "name", "Organisatie", "municipality_code", municipality);
        rows.insert("person", "id", person, "subject", "growth-" + person, "name", "Nog iemand", "email", person + "@growth.example", "organisation_id", organisation, "created_at", now, "version", 0);
        rows.insert("membership", "id", Ids.next(), "programme_id", fixture.id("programme"), "person_id", person, "email", person + "@growth.example", "role", "PARTICIPANT", "created_at", now);
        return person;
    }

    private void programme() {
        UUID programme = copy("programme", fixture.id("programme"), "name", "'Nog een programma'");
        rows.insert("house_rules", "programme_id", programme, "version", 1, "text", "Regels", "created_at", now);
        rows.change("insert into membership (id, programme_id, person_id, email, role, level, created_at) select uuid(), ?, person_id, email, role, level, created_at from membership where programme_id = ?",
                programme, fixture.id("programme"));
        rows.change("insert into house_rules_acceptance select person_id, ?, version, accepted_at from house_rules_acceptance where programme_id = ?", programme, fixture.id("programme"));
    }

    private void method() {
        UUID method = Ids.next();
        rows.insert("method", "method_key", method, "programme_id", fixture.id("programme"), "name", "Nog een werkvorm", "minimum_peers", 3, "quorum", 2, "protocol", "consultancy", "version", 0);
        rows.change("insert into method_phase select ?, stage, working_days from method_phase where method_key = 'standard'", method);
    }

    /** One in each of the phases that ask something of somebody, of the same host and with the same people. */
    private void dilemmas(String municipality, UUID person) {
        for (String phase : List.of("DRAFT", "SUBMITTED", "ACCEPTED", "CLARIFYING", "REFLECTING", "SESSION", "HARVESTING")) {
            UUID dilemma = copy("dilemma", fixture.id("dilemma"), "phase", "'" + phase + "'", "ends_at", "'2030-01-02 16:00:00'");
            rows.change("insert into dilemma_deadline select ?, stage, ends_at from dilemma_deadline where dilemma_id = ?", dilemma, fixture.id("dilemma"));
            UUID host = seat(dilemma, "HOST", "GM0503", "ACCEPTED");
            sit(host, dilemma, "HOST", fixture.id("person.host"));
            UUID peer = seat(dilemma, "PEER", "GM0193", "ACCEPTED");
            sit(peer, dilemma, "PEER", fixture.id("person.peer1"));
            sit(seat(dilemma, "PEER", municipality, "ACCEPTED"), dilemma, "PEER", person);
            seat(dilemma, "PEER", "GM0983", "INVITED");
            seat(dilemma, "PEER", "GM0758", "PROPOSED");
        }
    }

    private void said(String municipality, UUID person) {
        UUID dilemma = fixture.id("dilemma");
        UUID seat = seat(dilemma, "PEER", municipality, "ACCEPTED");
        rows.change("update seat set reflection_submitted_at = ?, host_choice = 'NOT' where id = ?", now, seat);
        sit(seat, dilemma, "PEER", person);
        rows.insert("recognition", "seat_id", seat, "dilemma_id", dilemma, "person_id", person, "example", "Ook hier", "created_at", now);
        for (String kind : List.of("QUESTION", "REMARK", "REFLECTION")) {
            UUID said = Ids.next();
            rows.insert("contribution", "id", said, "dilemma_id", dilemma, "seat_id", seat, "author_id", person, "kind", kind, "text", "Nog een " + kind, "answers",
                    kind.equals("REFLECTION") ? "{\"warm\":{\"text\":\"Nog een antwoord\"}}" : null, "created_at", now, "submitted_at", now, "version", 0);
            rows.insert("attachment", "id", Ids.next(), "dilemma_id", dilemma, "contribution_id", said, "name", "Nog een bijlage.txt", "kind", "TEXT", "size", 5, "added_by", person, "added_at", now);
            if (!kind.equals("REFLECTION")) {
                rows.insert("contribution", "id", Ids.next(), "dilemma_id", dilemma, "seat_id", fixture.id("seat.host"), "author_id", fixture.id("person.host"), "kind",
                        kind.equals("QUESTION") ? "ANSWER" : "REMARK", "text", "Antwoord", "in_reply_to", said, "created_at", now, "submitted_at", now, "version", 0);
            }
        }
    }

    private void harvest() {
        UUID pattern = copy("pattern", fixture.id("pattern"));
        rows.change("insert into pattern_dilemma select ?, dilemma_id from pattern_dilemma where pattern_id = ?", pattern, fixture.id("pattern"));
        for (String observation : List.of("zwolle", "hoorn", "leeuwarden")) {
            rows.change("insert into pattern_observation values (?, ?)", pattern, copy("observation", fixture.id("observation." + observation)));
        }
        for (String name : List.of("draft", "published", "open")) {
            UUID lesson = copy("lesson", fixture.id("lesson." + name), "changed_at", "utc_timestamp(6)");
            rows.change("insert into lesson_consent (id, lesson_id, kind, person_id, dilemma_id, asked_at, due_at, given) select uuid(), ?, kind, person_id, dilemma_id, asked_at, due_at, given "
                    + "from lesson_consent where lesson_id = ?", lesson, fixture.id("lesson." + name));
        }
    }

    private UUID seat(UUID dilemma, String kind, String municipality, String status) {
        UUID id = Ids.next();
        rows.insert("seat", "id", id, "dilemma_id", dilemma, "kind", kind, "municipality_code", municipality, "status", status, "accepted_at", status.equals("ACCEPTED") ? now : null, "version", 0);
        return id;
    }

    private void sit(UUID seat, UUID dilemma, String kind, UUID person) {
        rows.insert("seat_person", "seat_id", seat, "person_id", person, "dilemma_id", dilemma, "kind", kind, "seated_at", now);
    }

    /** The same row with another id. @param changes column, SQL, column, SQL … */
    private UUID copy(String table, UUID from, String... changes) {
        UUID id = Ids.next();
        List<String> columns = columns(table);
        List<String> values = columns.stream().map(column -> column.equals("id") ? "'" + id + "'" : changed(column, changes)).toList();
        rows.change("insert into " + table + " (" + String.join(", ", columns) + ") select " + String.join(", ", values) + " from " + table + " where id = ?", from);
        return id;
    }

    private List<String> columns(String table) {
        return rows.all("select column_name from information_schema.columns where table_schema = database() and table_name = ? and generation_expression is null order by ordinal_position", table);
    }

    private static String changed(String column, String... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i].equals(column)) {
                return changes[i + 1];
            }
        }
        return column;
    }
}
