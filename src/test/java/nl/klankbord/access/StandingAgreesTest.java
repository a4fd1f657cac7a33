// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.contribution.ContributionFinder;
import nl.klankbord.dilemma.Circle;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.dilemma.SeatKind;
import nl.klankbord.dilemma.SharedAddressFinder;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.lesson.LessonFinder;
import nl.klankbord.lesson.LessonPolicy;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Ids;
import nl.klankbord.step.StepDeed;
import nl.klankbord.step.StepFinder;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** The condition inside the query and the policy that draws the buttons say the same, whoever asks, whatever the phase. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class StandingAgreesTest {
    private static final Cursor ALL = Cursor.of(null, Cursor.MOST);
    private static final Set<Phase> REVEALED = EnumSet.range(Phase.SESSION, Phase.CLOSED);
    @Inject
    StandingFinder standings;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    ContributionFinder contributions;
    @Inject
    StepFinder steps;
    @Inject
    SharedAddressFinder addresses;
    @Inject
    LessonFinder lessons;
    private final UUID programme = Ids.next();
    private final UUID round = Ids.next();
    private final Instant now = Instant.now();
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final Map<UUID, Place> places = new LinkedHashMap<>();

    /** What somebody is: roles in the programme, the seat one sits on, the municipality one speaks for. */
    private enum Kind {
        HOST("PARTICIPANT", "HOST"), PEER("PARTICIPANT", "PEER"), PEER_THAT_SUBMITTED("PARTICIPANT", "SUBMITTED"), GUEST(null, "GUEST"), FACILITATOR("FACILITATOR", "FACILITATOR"),
        COORDINATOR("COORDINATOR", null), COORDINATOR_WHO_HOSTS("COORDINATOR", "HOST"), COORDINATOR_ON_A_PEERS_SEAT("COORDINATOR", "PEER"), COORDINATOR_WHO_FACILITATES("COORDINATOR", "FACILITATOR"),
        COORDINATOR_WHO_LEFT_A_PEERS_SEAT("COORDINATOR", "LEFT"), INVITED_PEER("PARTICIPANT", null), INVITED_FACILITATOR("FACILITATOR", null), FACILITATOR_OF_AN_INVITED_MUNICIPALITY("FACILITATOR", null),
        LEFT("PARTICIPANT", "LEFT"), MEMBER("PARTICIPANT", null), SEATED_WITHOUT_A_ROLE(null, "PEER"), STRANGER(null, null), STRANGER_OF_AN_INVITED_MUNICIPALITY(null, null), ADMINISTRATOR(null, null);

        private final String role;
        private final String seat;

        Kind(String role, String seat) {
            this.role = role;
            this.seat = seat;
        }

        boolean speaksForTheInvited() {
            return this == INVITED_PEER || this == FACILITATOR_OF_AN_INVITED_MUNICIPALITY || this == STRANGER_OF_AN_INVITED_MUNICIPALITY;
        }
    }

    private record Place(Phase phase, Circle circle, UUID question, UUID submitted, UUID draft) {}

    @Test
    void what_the_queries_show_of_a_dilemma_is_what_the_policy_grants() {
        insert();
        List<String> wrong = new ArrayList<>();
        Map<String, Set<UUID>> inTouch = new LinkedHashMap<>();
        actors.forEach((who, actor) -> inTouch.put(who, addresses.of(actor, ALL).orElseThrow().contacts().items().stream().flatMap(one -> one.circles().stream())
                .map(SharedAddressFinder.Table::dilemmaId).collect(Collectors.toSet())));
        places.forEach((id, place) -> actors.forEach((who, actor) -> {
            Standing standing = standings.of(actor, id).orElseThrow();
            boolean known = standing.known() && standing.rulesAccepted();
            boolean reads = DilemmaPolicy.decide(standing, DilemmaDeed.READ).granted();
            boolean inCircle = DilemmaPolicy.decide(standing, DilemmaDeed.READ_CIRCLE).granted();
            var shown = dilemmas.visibleTo(actor, id);
            expect(wrong, who, place, "knows of it", known, shown.isPresent());
            expect(wrong, who, place, "reads its text", reads, shown.map(found -> found.text().canvas() != null).orElse(false));
            expect(wrong, who, place, "reads its title", reads || known && standing.invitation() != null, shown.map(found -> found.text().title() != null).orElse(false));
            var listed = dilemmas.inRound(actor, round).stream().filter(line -> line.id().equals(id)).findFirst();
            expect(wrong, who, place, "finds it in its round", known, listed.isPresent());
            expect(wrong, who, place, "finds its title in its round", shown.map(found -> found.text().title() != null).orElse(false), listed.map(line -> line.title() != null).orElse(false));
            Set<UUID> said = contributions.of(actor, id, ALL).items().stream().map(ContributionFinder.Shown::id).collect(Collectors.toSet());
            expect(wrong, who, place, "reads what is said", inCircle, said.contains(place.question));
            boolean opened = REVEALED.contains(place.phase) || place.phase == Phase.REFLECTING && standing.reflectionSubmitted() && standing.seat() == SeatKind.PEER
                    // Its own, in a phase that no dilemma reaches with one.
                    || place.phase.compareTo(Phase.REFLECTING) < 0 && standing.reflectionSubmitted();
            expect(wrong, who, place, "reads a submitted reflection", inCircle && opened, said.contains(place.submitted));
            boolean own = standing.seat() == SeatKind.PEER && !standing.reflectionSubmitted();
            expect(wrong, who, place, "reads a reflection that is not submitted", inCircle && own, said.contains(place.draft));
            Set<UUID> taken = steps.ofDilemma(actor, id, null, ALL).items().stream().map(StepFinder.Shown::seatId).collect(Collectors.toSet());
            expect(wrong, who, place, "reads the steps of its own seat and no others", DilemmaPolicy.decide(standing, StepDeed.READ_STEPS).granted(), taken.equals(Set.of(standing.seatId() == null ? id : standing.seatId())));
            expect(wrong, who, place, "reads no step elsewhere", false, DilemmaPolicy.decide(standing, StepDeed.READ_STEPS).granted() ? taken.size() > 1 : !taken.isEmpty());
            expect(wrong, who, place, "is in touch with others of it", DilemmaPolicy.decide(standing, DilemmaDeed.SHARE_ADDRESS).granted(), inTouch.get(who).contains(id));
            expect(wrong, who, place, "reads what is said by its own address", said.contains(place.submitted), contributions.visibleTo(actor, place.submitted).isPresent());
        }));
        assertThat(wrong).isEmpty();
        System.out.printf("standing and queries agree: %d dilemmas, %d actors, %d combinations%n", places.size(), actors.size(), places.size() * actors.size());
    }

    private static void expect(List<String> wrong, String who, Place place, String what, boolean policy, boolean query) {
        if (policy != query) {
            wrong.add("%s, %s, %s: %s by the %s alone".formatted(who, place.phase, place.circle, what, policy ? "policy" : "query"));
        }
    }

    private void insert() {
        try (Rows rows = Rows.open().together()) {
            rows.insert("programme", "id", programme, "name", "Eén", "purpose", "Eén", "house_rules_version", 2, "created_at", now, "version", 0);
            for (int version = 1; version <= 2; version++) {
                rows.insert("house_rules", "programme_id", programme, "version", version, "text", "Regels", "created_at", now);
            }
            rows.insert("round", "id", round, "programme_id", programme, "title", "Ronde", "method_key", "standard", "opens_on", "2026-11-23", "phase", "RUNNING", "created_at", now, "version", 0);
            for (Kind kind : Kind.values()) {
                person(rows, kind, true);
                person(rows, kind, false);
            }
            for (Phase phase : Phase.values()) {
                for (Circle circle : Circle.values()) {
                    dilemma(rows, phase, circle);
                }
            }
        }
    }

    private void person(Rows rows, Kind kind, boolean accepted) {
        UUID organisation = Ids.next();
        UUID id = Ids.next();
        String who = kind + (accepted ? "" : " without the present house rules");
        String municipality = kind.speaksForTheInvited() ? "GM0983" : "GM0114";
        String email = id + "@standing.example";
        rows.insert("organisation", "id", organisation, "alias", "standing-" + organisation, "name", "Organisatie", "municipality_code", municipality);
        rows.insert("person", "id", id, "subject", "standing-" + id, "name", "Iemand", "email", email, "organisation_id", organisation, "created_at", now, "version", 0);
        if (kind.role != null) {
            rows.insert("membership", "id", Ids.next(), "programme_id", programme, "person_id", id, "email", email, "role", kind.role, "created_at", now);
        }
        rows.insert("house_rules_acceptance", "person_id", id, "programme_id", programme, "version", accepted ? 2 : 1, "accepted_at", now);
        actors.put(who, new Actor.OfPerson(id, "Iemand", email, municipality, "Gemeente", "Organisatie", kind == Kind.ADMINISTRATOR, kind == Kind.ADMINISTRATOR));
    }

    private void dilemma(Rows rows, Phase phase, Circle circle) {
        UUID id = Ids.next();
        rows.insert("dilemma", "id", id, "programme_id", programme, "round_id", round, "host_municipality", "GM0503", "canvas", "{\"title\":\"Titel\",\"question\":\"Vraag\"}", "title", "Titel",
                "phase", phase, "circle", circle, "quorum", 2, "waited_for_quorum", false, "created_at", now, "version", 0);
        Map<String, UUID> seats = new LinkedHashMap<>();
        seats.put("HOST", seat(rows, id, "HOST", "GM0503", "ACCEPTED"));
        seats.put("PEER", seat(rows, id, "PEER", "GM0193", "ACCEPTED"));
        seats.put("SUBMITTED", seat(rows, id, "PEER", "GM0080", "ACCEPTED"));
        seats.put("LEFT", seat(rows, id, "PEER", "GM0114", "LEFT"));
        seats.put("GUEST", seat(rows, id, "GUEST", null, "ACCEPTED"));
        seats.put("FACILITATOR", seat(rows, id, "FACILITATOR", null, "ACCEPTED"));
        rows.change("update seat set reflection_submitted_at = ? where id = ?", now, seats.get("SUBMITTED"));
        seat(rows, id, "PEER", "GM0983", "INVITED");
        UUID facilitator = seat(rows, id, "FACILITATOR", null, "INVITED");
        actors.forEach((who, actor) -> {
            Kind kind = Kind.valueOf(who.split(" ")[0]);
            if (kind.seat != null) {
                rows.insert("seat_person", "seat_id", seats.get(kind.seat), "person_id", actor.personId(), "dilemma_id", id, "kind", kind.seat.equals("SUBMITTED") || kind.seat.equals("LEFT") ? "PEER" : kind.seat,
                        "seated_at", now, "left_at", kind.seat.equals("LEFT") ? now : null);
            }
            // Whoever she is, and whatever the phase: what she said once opens nothing by itself.
            rows.insert("shared_address", "person_id", actor.personId(), "dilemma_id", id, "shared_at", now);
            if (kind == Kind.INVITED_FACILITATOR) {
                UUID asked = who.equals(kind.name()) ? facilitator : seat(rows, id, "FACILITATOR", null, "INVITED");
                rows.change("update seat set invited_email = ? where id = ?", actor.email(), asked);
            }
        });
        UUID writer = People.id("vreemd");
        List.of("HOST", "PEER", "SUBMITTED", "LEFT").stream().map(seats::get).forEach(seat -> rows.insert("step", "id", Ids.next(), "dilemma_id", id, "seat_id", seat, "author_id", writer, "written_by", writer, "owner_id", writer, "text", "Stap", "due_on", "2030-01-02",
                "created_at", now, "version", 0));
        places.put(id, new Place(phase, circle, said(rows, id, seats.get("PEER"), writer, "QUESTION", true), said(rows, id, seats.get("SUBMITTED"), writer, "REFLECTION", true),
                said(rows, id, seats.get("PEER"), writer, "REFLECTION", false)));
    }

    private UUID seat(Rows rows, UUID dilemma, String kind, String municipality, String status) {
        UUID id = Ids.next();
        rows.insert("seat", "id", id, "dilemma_id", dilemma, "kind", kind, "municipality_code", municipality, "status", status, "accepted_at", status.equals("INVITED") ? null : now, "version", 0);
        return id;
    }

    private UUID said(Rows rows, UUID dilemma, UUID seat, UUID author, String kind, boolean submitted) {
        UUID id = Ids.next();
        rows.insert("contribution", "id", id, "dilemma_id", dilemma, "seat_id", seat, "author_id", author, "kind", kind, "text", "Tekst", "created_at", now, "submitted_at", submitted ? now : null, "version", 0);
        return id;
    }

    @Test
    void what_the_queries_show_of_a_lesson_is_what_the_policy_grants() {
        Fixture fixture = Fixture.in(Phase.HARVESTING, now.minus(Duration.ofMinutes(1)));
        List<String> people = new ArrayList<>(People.ALL);
        people.addAll(List.of("hoorn", "gouda", "guest"));
        List<String> wrong = new ArrayList<>();
        try (Rows rows = Rows.open()) {
            for (boolean accepted : List.of(true, false)) {
                for (String who : people) {
                    UUID id = fixture.id("person." + who);
                    Actor actor = new Actor.OfPerson(id, who, who + "@lesson.example", "GM0001", "Gemeente", "Organisatie", who.equals("beheer"), false);
                    for (String lesson : List.of("lesson.draft", "lesson.published", "lesson.open", "lesson.withdrawn")) {
                        boolean policy = lessons.decide(actor, fixture.id(lesson), LessonPolicy.Action.READ).granted();
                        boolean query = lessons.visibleTo(actor, fixture.id(lesson)).isPresent();
                        boolean listed = lessons.list(actor, fixture.id("programme"), null, ALL).items().stream().anyMatch(line -> line.id().equals(fixture.id(lesson)));
                        if (policy != query || policy != listed) {
                            wrong.add("%s %s %s: policy %s, its page %s, the list %s".formatted(who, accepted ? "accepted" : "did not accept", lesson, policy, query, listed));
                        }
                    }
                }
                rows.change("delete from house_rules_acceptance where programme_id = ?", fixture.id("programme"));
            }
        }
        assertThat(wrong).isEmpty();
    }
}
