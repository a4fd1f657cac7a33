// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import nl.klankbord.dilemma.MoveDilemma;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.MoveRound;
import nl.klankbord.shared.AdjustableClock;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What moves when its time has come, what waits, and what nobody can hurry. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class MovesTest {
    private static final int READERS = 200;
    private static final int THREADS = 8;
    @Inject
    MoveDilemma moveDilemma;
    @Inject
    MoveRound moveRound;
    @Inject
    AdjustableClock clock;
    @Inject
    WorkingDays calendar;
    private Rows rows;

    @BeforeEach
    void nothingElseIsDue() {
        rows = Rows.open();
        rows.change("update dilemma set phase = 'CLOSED', ends_at = null where phase not in ('CLOSED', 'WITHDRAWN')");
        rows.change("update round set phase = 'CLOSED'");
    }

    @AfterEach
    void today() {
        clock.free();
        rows.close();
    }

    @Test
    void a_passed_deadline_closes_writing_at_once_and_opens_nothing() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        clock.setTo(deadline(fixture).plusSeconds(1));
        String draft = fixture.fill("/contributions/{reflection.leeuwarden}");
        assertThat(Api.as("peer2").put(draft, Map.of("kind", "REFLECTION", "text", "Nog snel iets erbij"), "If-Match", "\"0\"").is(409).at("type")).endsWith("deadline-passed");
        assertThat(Api.as("peer2").post(draft + "/submission").is(409).at("type")).endsWith("deadline-passed");
        assertThat(phase(fixture)).isEqualTo("REFLECTING");
        Api.as("host").get(fixture.fill("/contributions/{reflection.zwolle}")).is(404);
        Api.as("coordinator").get(fixture.fill("/contributions/{reflection.zwolle}")).is(404);

        Fixture clarifying = Fixture.in(Phase.CLARIFYING);
        clock.setTo(deadline(clarifying).plusSeconds(1));
        for (Map.Entry<String, Map<String, String>> late : Map.of("peer1", Map.of("kind", "QUESTION", "text", "Nog een vraag?"),
                "host", Map.of("kind", "ANSWER", "text", "Nog een antwoord", "inReplyTo", clarifying.id("question.leeuwarden").toString())).entrySet()) {
            assertThat(Api.as(late.getKey()).post(clarifying.fill("/dilemmas/{dilemma}/contributions"), late.getValue()).is(409).at("type")).endsWith("deadline-passed");
        }
    }

    @Test
    void writing_ends_at_the_second_of_the_deadline_and_not_before() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        clock.setTo(deadline(fixture).minusSeconds(30));
        Api.as("peer2").post(fixture.fill("/contributions/{reflection.leeuwarden}/submission")).is(201);
    }

    @Test
    void the_end_of_summer_time_opens_nothing_an_hour_early() {
        Fixture fixture = Fixture.in(Phase.REFLECTING, Instant.parse("2027-10-22T10:00:00Z"));
        // Five o'clock in winter time. By the clock of the day it was planned on, that would be an hour sooner.
        Instant end = Instant.parse("2027-11-01T16:00:00Z");
        assertThat(deadline(fixture)).isEqualTo(end);
        for (Duration early : List.of(Duration.ofHours(1), Duration.ofSeconds(30))) {
            clock.setTo(end.minus(early));
            assertThat(moveDilemma.due(Actor.system())).isZero();
            Api.as("host").get(fixture.fill("/contributions/{reflection.zwolle}")).is(404);
        }
        clock.setTo(end);
        assertThat(moveDilemma.due(Actor.system())).isOne();
        Api.as("host").get(fixture.fill("/contributions/{reflection.zwolle}")).is(200);
    }

    @Test
    void a_due_dilemma_moves_exactly_once_though_eight_try_at_the_same_time() throws Exception {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        clock.setTo(deadline(fixture));
        assertThat(atTheSameTime(() -> moveDilemma.due(Actor.system()))).containsOnlyOnce(1).hasSize(THREADS).filteredOn(moved -> moved == 0).hasSize(THREADS - 1);
        assertThat(phase(fixture)).isEqualTo("SESSION");
        assertThat(moves(fixture, "SESSION")).isEqualTo(1);
        assertThat(rows.one("select if(moved_by is null, 'the system', 'a person') from dilemma_move where dilemma_id = ? and to_phase = 'SESSION'", fixture.id("dilemma"))).isEqualTo("the system");
        Api.as("host").get(fixture.fill("/contributions/{reflection.zwolle}")).is(200);
    }

    /** Readers who never let go, while the phase moves under their hands: of the list, the page, the search and what one takes along. Also where an hour comes twice. */
    @ParameterizedTest
    @ValueSource(strings = {"today", "2027-10-22T10:00:00Z"})
    void two_hundred_readers_see_nothing_before_the_move_and_all_of_it_after(String begun) throws Exception {
        Fixture fixture = begun.equals("today") ? Fixture.in(Phase.REFLECTING) : Fixture.in(Phase.REFLECTING, Instant.parse(begun));
        String word = fixture.word("reflection.zwolle");
        clock.setTo(deadline(fixture));
        List<String> readers = List.of("host", "coordinator", "facilitator", "peer2");
        AtomicLong movedFrom = new AtomicLong(Long.MAX_VALUE);
        AtomicInteger early = new AtomicInteger();
        AtomicInteger before = new AtomicInteger();
        CyclicBarrier start = new CyclicBarrier(READERS + 1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                String reader = readers.get(i % readers.size());
                Place place = Place.of(i / readers.size());
                done.add(threads.submit(() -> {
                    start.await();
                    for (boolean open = false; !open; ) {
                        boolean found = place.tells(fixture, reader, word);
                        boolean soon = System.nanoTime() < movedFrom.get();
                        early.addAndGet(found && (soon || place == Place.EXPORT) ? 1 : 0);
                        before.addAndGet(soon ? 1 : 0);
                        // Somebody else's words are never taken along.
                        open = found || place == Place.EXPORT && !soon;
                    }
                    return null;
                }));
            }
            start.await();
            // Until many have looked in vain.
            while (before.get() < READERS) {
                Thread.onSpinWait();
            }
            movedFrom.set(System.nanoTime());
            assertThat(moveDilemma.due(Actor.system())).isEqualTo(1);
            for (Future<?> one : done) {
                one.get();
            }
        }
        assertThat(early).hasValue(0);
        System.out.printf("reveal: %d readers, %d reads before the move, 0 early%n", READERS, before.get());
    }

    private enum Place {
        LIST, PAGE, SEARCH, EXPORT;

        /** The list for most, as what is read fastest comes soonest; every tenth turn each of the others. */
        static Place of(int turn) {
            return turn % 10 < values().length ? values()[turn % 10] : LIST;
        }

        boolean tells(Fixture fixture, String reader, String word) {
            return switch (this) {
                case LIST -> Api.as(reader).get(fixture.fill("/dilemmas/{dilemma}/contributions")).is(200).body().contains(word);
                case PAGE -> Browserless.as(reader).get(fixture.fill("/dilemmas/{dilemma}")).is(200).body().contains(word);
                case SEARCH -> !Api.as(reader).get("/search?scope=mine&q=" + word).is(200).items().isEmpty();
                case EXPORT -> Api.as(reader).get("/me/export").is(200).body().contains(word);
            };
        }
    }

    @Test
    void a_due_round_moves_exactly_once_though_eight_try_at_the_same_time() throws Exception {
        Fixture fixture = Fixture.in(Phase.SUBMITTED);
        clock.setTo(at("select ends_at from round_deadline where stage = 'CALL' and round_id = ?", fixture.id("round")));
        assertThat(atTheSameTime(() -> moveRound.due(Actor.system())).stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(rows.all("select to_phase from round_move where round_id = ?", fixture.id("round"))).containsExactly("MATCHING");
    }

    @Test
    void by_hand_too_a_dilemma_moves_once_though_eight_try_at_the_same_time() throws Exception {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        List<Integer> answers = atTheSameTime(() -> Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/phase-changes"), Map.of("to", "REFLECTING")).status());
        assertThat(answers).containsOnlyOnce(201).contains(409).hasSize(THREADS);
        assertThat(moves(fixture, "REFLECTING")).isEqualTo(1);
    }

    @Test
    void a_pause_stops_the_clock_of_one_dilemma_and_moves_its_reveal_for_all_its_seats() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        Fixture other = Fixture.in(Phase.REFLECTING);
        Instant reveal = deadline(fixture);
        Instant others = deadline(other);
        clock.setTo(reveal.minus(1, ChronoUnit.DAYS));
        assertThat(Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/pause")).is(201).json().has("pausedAt")).isTrue();
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/pause")).is(409);
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/phase-changes"), Map.of("to", "SESSION")).is(409);
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/extension"), Map.of("until", reveal.plus(7, ChronoUnit.DAYS).toString())).is(409);
        clock.setTo(reveal.plus(30, ChronoUnit.DAYS));
        assertThat(moveDilemma.due(Actor.system())).as("the other one").isEqualTo(1);
        assertThat(phase(fixture)).isEqualTo("REFLECTING");
        Api.as("host").get(fixture.fill("/contributions/{reflection.zwolle}")).is(404);
        // Who was still writing goes on.
        Api.as("peer2").post(fixture.fill("/contributions/{reflection.leeuwarden}/submission")).is(201);
        Api.as("coordinator").delete(fixture.fill("/dilemmas/{dilemma}/pause")).is(200);
        Api.as("coordinator").delete(fixture.fill("/dilemmas/{dilemma}/pause")).is(409);
        int paused = calendar.between(WorkingDays.dayOf(reveal.minus(1, ChronoUnit.DAYS)), WorkingDays.dayOf(clock.instant()));
        assertThat(deadline(fixture)).isEqualTo(WorkingDays.endOf(calendar.plus(WorkingDays.dayOf(reveal), paused)));
        assertThat(deadline(other)).isNotEqualTo(deadline(fixture)).isAfter(others);
        rows.change("update seat set reflection_submitted_at = null where id = ?", fixture.id("seat.hoorn"));
        assertThat(moveDilemma.due(Actor.system())).isZero();
        clock.setTo(deadline(fixture));
        assertThat(moveDilemma.due(Actor.system())).isEqualTo(1);
    }

    @Test
    void nothing_moves_before_its_time() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        clock.setTo(deadline(fixture).minusSeconds(1));
        assertThat(moveDilemma.due(Actor.system())).isZero();
        assertThat(phase(fixture)).isEqualTo("REFLECTING");
    }

    @Test
    void what_is_still_needed_holds_a_dilemma_however_late_it_is() {
        Fixture clarifying = Fixture.in(Phase.CLARIFYING);
        rows.change("delete from session where dilemma_id = ?", clarifying.id("dilemma"));
        holds(clarifying, "CLARIFYING");
        holds(Fixture.in(Phase.SESSION), "SESSION");
        holds(Fixture.in(Phase.HARVESTING), "HARVESTING");
    }

    private void holds(Fixture fixture, String phase) {
        Instant ends = deadline(fixture);
        clock.setTo(ends.plus(30, ChronoUnit.DAYS));
        assertThat(moveDilemma.due(Actor.system())).isZero();
        assertThat(phase(fixture)).isEqualTo(phase);
        assertThat(deadline(fixture)).isEqualTo(ends);
        rows.change("update dilemma set phase = 'CLOSED', ends_at = null where id = ?", fixture.id("dilemma"));
    }

    @Test
    void below_the_quorum_it_waits_five_working_days_once_and_writing_goes_on() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        rows.change("update seat set reflection_submitted_at = null where id = ?", fixture.id("seat.hoorn"));
        Instant first = deadline(fixture);
        Instant meeting = stage(fixture, "SESSION");
        clock.setTo(first.plusSeconds(60));
        assertThat(moveDilemma.due(Actor.system())).isZero();
        Instant second = WorkingDays.endOf(calendar.plus(WorkingDays.dayOf(first), 5));
        assertThat(deadline(fixture)).isEqualTo(second);
        assertThat(stage(fixture, "SESSION")).isEqualTo(WorkingDays.endOf(calendar.plus(WorkingDays.dayOf(meeting), 5)));
        assertThat(phase(fixture)).isEqualTo("REFLECTING");
        Api.as("host").get(fixture.fill("/contributions/{reflection.zwolle}")).is(404);

        clock.setTo(second.plusSeconds(60));
        assertThat(moveDilemma.due(Actor.system())).isZero();
        assertThat(moveDilemma.due(Actor.system())).isZero();
        assertThat(deadline(fixture)).as("only once").isEqualTo(second);
        assertThat(Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/phase-changes"), Map.of("to", "SESSION")).is(409).json().get("unmet").findValuesAsText("need")).containsExactly("quorum");

        clock.setTo(second.minusSeconds(60));
        Api.as("peer2").post(fixture.fill("/contributions/{reflection.leeuwarden}/submission")).is(201);
        clock.setTo(second);
        assertThat(moveDilemma.due(Actor.system())).isEqualTo(1);
        assertThat(phase(fixture)).isEqualTo("SESSION");
    }

    @Test
    void it_moves_early_only_when_every_seat_that_ever_accepted_has_submitted() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String path = fixture.fill("/dilemmas/{dilemma}/phase-changes");
        Api.as("peer2").post(fixture.fill("/contributions/{reflection.leeuwarden}/submission")).is(201);
        rows.change("update seat set reflection_submitted_at = ? where id = ?", Instant.now(), fixture.id("seat.guest"));
        assertThat(Api.as("coordinator").post(path, Map.of("to", "SESSION")).is(409).json().get("unmet").findValuesAsText("need")).as("who left still counts").containsExactly("deadline");
        rows.change("update seat set reflection_submitted_at = ? where id = ?", Instant.now(), fixture.id("seat.left"));
        Api.as("coordinator").post(path, Map.of("to", "SESSION")).is(201);
    }

    @Test
    void a_round_closes_with_its_last_dilemma() {
        Fixture fixture = Fixture.in(Phase.FOLLOW_UP);
        String other = UUID.randomUUID().toString();
        rows.change("insert into dilemma (id, programme_id, round_id, host_municipality, canvas, title, phase, ends_at, circle, quorum, waited_for_quorum, works, closed_at, created_at, version) "
                + "select ?, programme_id, round_id, host_municipality, canvas, title, phase, ends_at, circle, quorum, waited_for_quorum, works, closed_at, created_at, version from dilemma where id = ?", other, fixture.id("dilemma"));
        rows.change("update dilemma set ends_at = ends_at + interval 7 day where id = ?", other);
        clock.setTo(deadline(fixture).plusSeconds(1));
        assertThat(moveDilemma.due(Actor.system())).isEqualTo(1);
        assertThat(rows.one("select phase from round where id = ?", fixture.id("round"))).isEqualTo("RUNNING");
        clock.setTo(deadline(fixture, other).plusSeconds(1));
        assertThat(moveDilemma.due(Actor.system())).isEqualTo(1);
        assertThat(rows.one("select phase from round where id = ?", fixture.id("round"))).isEqualTo("CLOSED");
        assertThat(rows.all("select to_phase from round_move where round_id = ?", fixture.id("round"))).containsExactly("CLOSED");
    }

    @Test
    void a_concept_that_was_not_submitted_moves_along_to_the_next_call() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String next = Api.as("coordinator").post(fixture.fill("/programmes/{programme}/rounds"), Map.of("title", "Voorjaar", "methodKey", "compact", "opensOn",
                WorkingDays.dayOf(clock.instant()).plusDays(30).toString())).is(201).id();
        assertThat(roundOf(fixture, "concept")).isEqualTo(fixture.id("round").toString());
        Api.as("coordinator").post("/rounds/" + next + "/phase-changes", Map.of("to", "CALL")).is(201);
        assertThat(roundOf(fixture, "concept")).isEqualTo(next);
        assertThat(roundOf(fixture, "dilemma")).isEqualTo(fixture.id("round").toString());
    }

    @Test
    void an_extension_moves_the_dates_of_its_own_dilemma_and_no_others() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        Fixture beside = Fixture.in(Phase.REFLECTING);
        Instant reveal = deadline(fixture);
        Instant until = WorkingDays.endOf(calendar.plus(WorkingDays.dayOf(reveal), 4));
        Map<String, Instant> before = Map.of("SESSION", stage(fixture, "SESSION"), "HARVESTING", stage(fixture, "HARVESTING"), "FOLLOW_UP", stage(fixture, "FOLLOW_UP"));
        List<String> ofRound = rows.all("select ends_at from round_deadline where round_id = ? order by stage", fixture.id("round"));
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/extension"), Map.of("until", until.toString())).is(403);
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/extension"), Map.of("until", until.toString())).is(201);
        assertThat(deadline(fixture)).isEqualTo(until);
        before.forEach((stage, end) -> assertThat(stage(fixture, stage)).as(stage).isEqualTo(WorkingDays.endOf(calendar.plus(WorkingDays.dayOf(end), 4))));
        assertThat(rows.all("select ends_at from round_deadline where round_id = ? order by stage", fixture.id("round"))).isEqualTo(ofRound);
        assertThat(deadline(beside)).isEqualTo(reveal);
    }

    @Test
    void nobody_can_shorten_the_silence_once_it_has_begun() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        Instant reveal = deadline(fixture);
        Instant earlier = WorkingDays.endOf(calendar.plus(WorkingDays.dayOf(clock.instant()), 1));
        for (Instant until : List.of(earlier, reveal)) {
            Answer refused = Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/extension"), Map.of("until", until.toString())).is(422);
            assertThat(refused.json().get("errors").findValuesAsText("field")).containsExactly("until");
        }
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/phase-changes"), Map.of("to", "SESSION")).is(409);
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/phase-changes"), Map.of("to", "CLARIFYING")).is(409);
        Answer round = Api.as("coordinator").get(fixture.fill("/rounds/{round}")).is(200);
        List<Map<String, String>> timetable = new ArrayList<>();
        round.json().get("timetable").forEach(stage -> timetable.add(Map.of("phase", stage.get("phase").asText(), "endsAt",
                stage.get("phase").asText().equals("REFLECTING") ? earlier.toString() : stage.get("endsAt").asText())));
        Api.as("coordinator").put(fixture.fill("/rounds/{round}/timetable"), timetable, "If-Match", round.etag()).is(200);
        assertThat(deadline(fixture)).isEqualTo(reveal);
    }

    @Test
    void below_the_quorum_a_coordinator_cancels_after_waiting_once_and_not_before() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        rows.change("update seat set reflection_submitted_at = null where dilemma_id = ?", fixture.id("dilemma"));
        clock.setTo(deadline(fixture));
        assertThat(moveDilemma.due(Actor.system())).isZero();
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/withdrawal")).is(403);
        assertThat(Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).body()).doesNotContain(fixture.fill("/dilemmas/{dilemma}/withdrawal\""));
        clock.setTo(deadline(fixture));
        assertThat(moveDilemma.due(Actor.system())).isZero();
        assertThat(Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains(fixture.fill("/dilemmas/{dilemma}/withdrawal\""));
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).body()).doesNotContain(fixture.fill("/dilemmas/{dilemma}/withdrawal\""));
        assertThat(Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/withdrawal")).is(201).at("phase")).isEqualTo("WITHDRAWN");
        Api.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).is(410);
    }

    @Test
    void to_which_too_few_said_yes_a_coordinator_cancels_and_where_enough_did_only_its_host_withdraws() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        String cancel = fixture.fill("/dilemmas/{dilemma}/withdrawal\"");
        rows.change("update seat set status = 'ACCEPTED', accepted_at = ? where dilemma_id = ? and kind = 'PEER'", Instant.now(), fixture.id("dilemma"));
        assertThat(Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).doesNotContain(cancel);
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/withdrawal")).is(403);
        rows.change("update seat set status = 'DECLINED' where dilemma_id = ? and kind = 'PEER'", fixture.id("dilemma"));
        assertThat(Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).as("peers may still be found").doesNotContain(cancel);
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/withdrawal")).is(403);
        rows.change("update round_deadline set ends_at = ? where round_id = ? and stage = 'MATCHING'", Instant.now().minusSeconds(60), fixture.id("round"));
        assertThat(Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains(cancel);
        assertThat(Browserless.as("facilitator").get(fixture.fill("/dilemmas/{dilemma}")).body()).doesNotContain(cancel);
        assertThat(Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/withdrawal")).is(201).at("phase")).isEqualTo("WITHDRAWN");
    }

    @Test
    void a_session_that_an_extension_overtook_holds_the_silence_and_is_asked_of_the_coordinator() {
        Fixture clarifying = Fixture.in(Phase.CLARIFYING);
        rows.change("update session set starts_at = ? where dilemma_id = ?", deadline(clarifying).plus(1, ChronoUnit.DAYS), clarifying.id("dilemma"));
        assertThat(Api.as("coordinator").post(clarifying.fill("/dilemmas/{dilemma}/phase-changes"), Map.of("to", "REFLECTING")).is(409).json().findValuesAsText("need")).containsExactly("session-too-soon");
        Fixture reflecting = Fixture.in(Phase.REFLECTING);
        assertThat(waiting(reflecting)).doesNotContain("set-session");
        rows.change("update session set starts_at = ? where dilemma_id = ?", deadline(reflecting).plus(1, ChronoUnit.DAYS), reflecting.id("dilemma"));
        assertThat(waiting(reflecting)).contains("set-session");
    }

    private static List<String> waiting(Fixture fixture) {
        return Api.as("coordinator").get(fixture.fill("/rounds/{round}")).is(200).json().findValuesAsText("what");
    }

    @Test
    void a_dilemma_that_was_withdrawn_moves_no_more() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        Instant reveal = deadline(fixture);
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/withdrawal")).is(201);
        clock.setTo(reveal.plus(60, ChronoUnit.DAYS));
        assertThat(moveDilemma.due(Actor.system())).isZero();
        Api.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).is(410);
        Api.as("peer1").get(fixture.fill("/contributions/{reflection.zwolle}")).is(200);
        Api.as("coordinator").get(fixture.fill("/contributions/{question.zwolle}")).is(404);
    }

    private static List<Integer> atTheSameTime(Callable<Integer> deed) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Integer>> done = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                done.add(threads.submit(() -> {
                    start.await();
                    return deed.call();
                }));
            }
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> one : done) {
                results.add(one.get());
            }
            return results;
        }
    }

    private String phase(Fixture fixture) {
        return rows.one("select phase from dilemma where id = ?", fixture.id("dilemma"));
    }

    private long moves(Fixture fixture, String to) {
        return rows.all("select id from dilemma_move where dilemma_id = ? and to_phase = ?", fixture.id("dilemma"), to).size();
    }

    private String roundOf(Fixture fixture, String dilemma) {
        return rows.one("select round_id from dilemma where id = ?", fixture.id(dilemma));
    }

    private Instant deadline(Fixture fixture) {
        return deadline(fixture, fixture.id("dilemma").toString());
    }

    private Instant deadline(Fixture fixture, String dilemma) {
        return at("select ends_at from dilemma where id = ?", dilemma);
    }

    private Instant stage(Fixture fixture, String stage) {
        return at("select ends_at from dilemma_deadline where dilemma_id = ? and stage = ?", fixture.id("dilemma"), stage);
    }

    private Instant at(String sql, Object... values) {
        return LocalDateTime.parse(rows.one(sql, values).replaceFirst("\\.0*$", ""), DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")).toInstant(ZoneOffset.UTC);
    }
}
