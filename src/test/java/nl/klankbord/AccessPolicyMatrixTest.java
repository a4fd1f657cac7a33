// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord;

import static nl.klankbord.dilemma.Phase.ACCEPTED;
import static nl.klankbord.dilemma.Phase.CLARIFYING;
import static nl.klankbord.dilemma.Phase.DRAFT;
import static nl.klankbord.dilemma.Phase.REFLECTING;
import static nl.klankbord.dilemma.Phase.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.klankbord.board.BoardDeed;
import nl.klankbord.contribution.ContributionDeed;
import nl.klankbord.dilemma.Circle;
import nl.klankbord.dilemma.Deed;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.dilemma.SeatKind;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.round.RoundPhase;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import org.junit.jupiter.api.Test;

/**
 * Who may do what, when: every deed of every module, for every role, in every phase, against {@code access-matrix.csv}.
 * G: granted; 403: known and not yours; 409: yours, at another moment; 404: it does not exist for you.
 */
class AccessPolicyMatrixTest {
    private static final UUID SEAT = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID INVITATION = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final Map<String, Deed> DEEDS = deeds();
    private static final Map<String, List<String>> MATRIX = matrix();

    /** Who one can be. An administrator of the platform has accepted house rules, perhaps of every programme, and has no part in any. */
    private enum Who { HOST, PEER, GUEST, COORDINATOR, FACILITATOR, INVITED, MEMBER, STRANGER, ADMINISTRATOR }

    @Test
    void every_deed_has_one_row_for_every_role() {
        List<String> expected = new ArrayList<>();
        DEEDS.keySet().forEach(deed -> Stream.of(Who.values()).forEach(who -> expected.add(deed + "," + who)));
        assertThat(MATRIX.keySet()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(MATRIX.values()).allMatch(cells -> cells.size() == Phase.values().length && Set.of("G", "403", "404", "409").containsAll(cells));
        System.out.printf("access-matrix.csv: %d rows, %d cells%n", MATRIX.size(), MATRIX.values().stream().mapToInt(List::size).sum());
    }

    @Test
    void the_policy_decides_as_the_matrix_says() {
        assertDecided(MATRIX::get, Standings.NORMAL);
    }

    @Test
    void nothing_opens_before_the_house_rules_are_accepted() {
        assertDecided(row -> MATRIX.get(row).stream().map(cell -> cell.equals("404") ? "404" : "403").toList(), Standings.NORMAL.with(who -> who == Who.ADMINISTRATOR));
        assertThat(decide(Who.HOST, ACCEPTED, DilemmaDeed.READ, Standings.NORMAL.with(who -> false))).isEqualTo(Decision.refused(Reason.RULES_NOT_ACCEPTED));
    }

    @Test
    void a_passed_deadline_closes_writing_and_opens_nothing() {
        Set<Deed> writing = Set.of(ContributionDeed.ASK, ContributionDeed.ANSWER, ContributionDeed.REFLECT, ContributionDeed.PUT_BACK_REFLECTION, BoardDeed.REMIND, DilemmaDeed.EDIT);
        Set<Phase> timed = EnumSet.of(CLARIFYING, REFLECTING);
        assertDecided(row -> {
            boolean closes = writing.contains(DEEDS.get(row.substring(0, row.indexOf(','))));
            List<String> cells = MATRIX.get(row);
            for (Phase phase : timed) {
                cells = closes && cells.get(phase.ordinal()).equals("G") ? with(cells, phase, "409") : cells;
            }
            return cells;
        }, Standings.NORMAL.late());
        assertThat(decide(Who.PEER, CLARIFYING, ContributionDeed.ASK, Standings.NORMAL.late())).isEqualTo(Decision.refused(Reason.DEADLINE_PASSED));
        assertThat(decide(Who.PEER, REFLECTING, ContributionDeed.REFLECT, Standings.NORMAL.late())).isEqualTo(Decision.refused(Reason.DEADLINE_PASSED));
    }

    @Test
    void a_dilemma_widened_to_the_programme_shows_members_its_text_which_they_may_report_and_nothing_else() {
        List<String> text = List.of("404", "G", "G", "G", "G", "G", "G", "G", "G", "404");
        List<String> nothing = text.stream().map(cell -> cell.equals("G") ? "403" : cell).toList();
        assertDecided(row -> row.equals("READ,MEMBER") || row.equals("REPORT_TEXT,MEMBER") || row.equals("READ,INVITED") ? text
                : row.equals("BE_SEEN_READING,MEMBER") || row.equals("BE_SEEN_READING,INVITED") ? with(text, Phase.CLOSED, "403") : row.endsWith(",MEMBER") ? nothing
                // As a member the invited know of it sooner than they are invited.
                : row.endsWith(",INVITED") ? with(MATRIX.get(row), Phase.SUBMITTED, row.startsWith("ANSWER_INVITATION") ? "409" : "403") : MATRIX.get(row), Standings.NORMAL.wide());
    }

    @Test
    void who_is_no_longer_in_the_programme_knows_nothing_of_it() {
        forEach((deed, phase) -> Stream.of(Who.values()).filter(who -> who != Who.GUEST && who != Who.INVITED).forEach(who ->
                assertThat(decide(who, phase, deed, Standings.NORMAL.outside())).as("%s by %s in %s", deed, who, phase).isEqualTo(Decision.HIDDEN)));
    }

    @Test
    void a_guest_is_in_no_programme_and_sits_there_all_the_same() {
        assertThat(decide(Who.GUEST, CLARIFYING, DilemmaDeed.READ, Standings.NORMAL.outside())).isEqualTo(Decision.GRANTED);
    }

    @Test
    void only_a_guest_is_invited_without_a_part_in_the_programme_and_knows_what_any_invited_know() {
        forEach((deed, phase) -> assertThat(decide(Who.INVITED, phase, deed, Standings.NORMAL.outside())).as("%s in %s", deed, phase).isEqualTo(decide(Who.INVITED, phase, deed, Standings.NORMAL)));
    }

    @Test
    void a_seat_of_a_host_peer_or_guest_takes_away_the_rights_of_a_coordinator() {
        for (Who who : List.of(Who.HOST, Who.PEER, Who.GUEST)) {
            forEach((deed, phase) -> assertThat(DilemmaPolicy.decide(Standings.NORMAL.coordinating().of(who, phase), deed))
                    .as("%s on the seat of a %s in %s", deed, who, phase).isEqualTo(decide(who, phase, deed, Standings.NORMAL)));
        }
    }

    @Test
    void a_coordinator_who_facilitates_keeps_her_rights_and_may_leave_that_seat() {
        Standings both = Standings.NORMAL.coordinating();
        // Before a dilemma is accepted nobody facilitates.
        EnumSet.range(ACCEPTED, WITHDRAWN).forEach(phase -> DEEDS.values().forEach(deed -> {
            boolean coordinators = decide(Who.COORDINATOR, phase, deed, Standings.NORMAL).granted();
            boolean facilitators = decide(Who.FACILITATOR, phase, deed, Standings.NORMAL).granted();
            boolean granted = decide(Who.FACILITATOR, phase, deed, both).granted();
            assertThat(granted).as("%s in %s", deed, phase).isIn(coordinators, coordinators || facilitators);
        }));
        assertThat(decide(Who.FACILITATOR, CLARIFYING, DilemmaDeed.LEAVE, both)).isEqualTo(Decision.GRANTED);
    }

    @Test
    void while_a_dilemma_is_paused_nothing_moves_it_and_all_else_stays_as_it_was() {
        forEach((deed, phase) -> Stream.of(Who.values()).forEach(who -> {
            Standing standing = Standings.NORMAL.of(who, phase);
            Standing paused = new Standing(standing.dilemmaId(), standing.programmeId(), standing.roundId(), standing.roundPhase(), phase, standing.circle(), true, true, standing.rulesAccepted(),
                    standing.member(), standing.coordinator(), standing.seat(), standing.seatId(), false, standing.invitation());
            Decision as = DilemmaPolicy.decide(standing, deed);
            boolean moves = as.granted() && (deed == DilemmaDeed.MOVE || deed == DilemmaDeed.EXTEND);
            assertThat(DilemmaPolicy.decide(paused, deed)).as("%s by %s in %s", deed, who, phase).isEqualTo(moves ? Decision.refused(Reason.PAUSED) : as);
        }));
    }

    @Test
    void a_withdrawn_dilemma_is_gone_for_everyone_but_its_host() {
        for (Standings standings : List.of(Standings.NORMAL, Standings.NORMAL.wide(), Standings.NORMAL.late())) {
            Stream.of(Who.values()).filter(who -> who != Who.HOST).forEach(who -> DEEDS.values().forEach(deed ->
                    assertThat(decide(who, WITHDRAWN, deed, standings)).as("%s by %s", deed, who).isEqualTo(Decision.HIDDEN)));
        }
        assertThat(DEEDS.values().stream().filter(deed -> decide(Who.HOST, WITHDRAWN, deed, Standings.NORMAL).granted())).containsExactly(DilemmaDeed.READ);
    }

    @Test
    void a_concept_is_known_to_its_writers_and_the_coordinator_and_read_by_its_writers() {
        Stream.of(Who.values()).filter(who -> who != Who.HOST && who != Who.COORDINATOR).forEach(who ->
                assertThat(decide(who, DRAFT, DilemmaDeed.READ, Standings.NORMAL.wide())).as("%s", who).isEqualTo(Decision.HIDDEN));
        assertThat(decide(Who.COORDINATOR, DRAFT, DilemmaDeed.READ, Standings.NORMAL.wide())).isEqualTo(Decision.refused(Reason.NOT_YOUR_ROLE));
        assertThat(decide(Who.HOST, DRAFT, DilemmaDeed.READ, Standings.NORMAL)).isEqualTo(Decision.GRANTED);
    }

    @Test
    void an_invitation_is_answered_by_who_was_invited() {
        assertThat(Stream.of(Who.INVITED, Who.MEMBER, Who.COORDINATOR)).allMatch(who -> decide(who, ACCEPTED, DilemmaDeed.ANSWER_INVITATION, Standings.NORMAL.invited()).granted());
        assertThat(decide(Who.COORDINATOR, ACCEPTED, DilemmaDeed.ANSWER_INVITATION, Standings.NORMAL)).isEqualTo(Decision.refused(Reason.NOT_YOUR_ROLE));
    }

    @Test
    void who_sits_already_takes_no_second_seat() {
        for (Who who : List.of(Who.HOST, Who.PEER, Who.GUEST, Who.FACILITATOR)) {
            for (Standings standings : List.of(Standings.NORMAL.invited(), Standings.NORMAL.coordinating().invited())) {
                assertThat(decide(who, ACCEPTED, DilemmaDeed.ANSWER_INVITATION, standings).granted()).as("%s%s", who, standings.coordinates() ? " who coordinates" : "").isFalse();
            }
        }
    }

    @Test
    void a_refusal_in_the_wrong_phase_says_what_that_phase_is_for() {
        assertThat(decide(Who.PEER, CLARIFYING, ContributionDeed.REFLECT, Standings.NORMAL)).isEqualTo(Decision.refused(Reason.ADVICE_WHILE_CLARIFYING));
        assertThat(decide(Who.PEER, CLARIFYING, ContributionDeed.REMARK, Standings.NORMAL)).isEqualTo(Decision.refused(Reason.ADVICE_WHILE_CLARIFYING));
        assertThat(decide(Who.HOST, REFLECTING, ContributionDeed.ANSWER, Standings.NORMAL)).isEqualTo(Decision.refused(Reason.HOST_IS_SILENT));
        assertThat(decide(Who.PEER, ACCEPTED, ContributionDeed.ASK, Standings.NORMAL)).isEqualTo(Decision.refused(Reason.WRONG_PHASE));
    }

    private static void assertDecided(Function<String, List<String>> expected, Standings standings) {
        List<String> differences = new ArrayList<>();
        for (String row : MATRIX.keySet()) {
            Deed deed = DEEDS.get(row.substring(0, row.indexOf(',')));
            Who who = Who.valueOf(row.substring(row.indexOf(',') + 1));
            for (Phase phase : Phase.values()) {
                String decided = cell(decide(who, phase, deed, standings));
                String wanted = expected.apply(row).get(phase.ordinal());
                if (!decided.equals(wanted)) {
                    differences.add("%s in %s: wanted %s, decided %s".formatted(row, phase, wanted, decided));
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private static List<String> with(List<String> cells, Phase phase, String cell) {
        List<String> changed = new ArrayList<>(cells);
        changed.set(phase.ordinal(), cell);
        return changed;
    }

    private static void forEach(java.util.function.BiConsumer<Deed, Phase> check) {
        DEEDS.values().forEach(deed -> Stream.of(Phase.values()).forEach(phase -> check.accept(deed, phase)));
    }

    private static Decision decide(Who who, Phase phase, Deed deed, Standings standings) {
        return DilemmaPolicy.decide(standings.of(who, phase), deed);
    }

    private static String cell(Decision decision) {
        return switch (decision) {
            case Decision.Granted() -> "G";
            case Decision.Refused(Reason reason) -> reason.conflict() ? "409" : "403";
            case Decision.Hidden() -> "404";
        };
    }

    /** @param rules who has accepted the house rules; {@code open}: the deadline lies ahead; {@code coordinates}, {@code isInvited}: besides what one is; {@code members}: who has a part in it is in the programme */
    private record Standings(Circle circle, boolean open, java.util.function.Predicate<Who> rules, boolean coordinates, boolean isInvited, boolean members) {
        static final Standings NORMAL = new Standings(Circle.CIRCLE, true, who -> who != Who.STRANGER, false, false, true);

        Standings with(java.util.function.Predicate<Who> accepted) {
            return new Standings(circle, open, accepted, coordinates, isInvited, members);
        }

        Standings late() {
            return new Standings(circle, false, rules, coordinates, isInvited, members);
        }

        Standings wide() {
            return new Standings(Circle.PROGRAMME, open, rules, coordinates, isInvited, members);
        }

        Standings coordinating() {
            return new Standings(circle, open, rules, true, isInvited, members);
        }

        Standings invited() {
            return new Standings(circle, open, who -> true, coordinates, true, members);
        }

        Standings outside() {
            return new Standings(circle, open, rules, coordinates, isInvited, false);
        }

        Standing of(Who who, Phase phase) {
            SeatKind seat = EnumSet.of(Who.HOST, Who.PEER, Who.GUEST, Who.FACILITATOR).contains(who) ? SeatKind.valueOf(who.name()) : null;
            boolean member = members && EnumSet.range(Who.HOST, Who.MEMBER).contains(who);
            return new Standing(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), RoundPhase.RUNNING, phase, circle, open, false, rules.test(who), member,
                    who == Who.COORDINATOR || coordinates, seat, seat == null ? null : SEAT, false, who == Who.INVITED || isInvited ? INVITATION : null);
        }
    }

    /** Every constant of every enum of deeds there is, by name. */
    private static Map<String, Deed> deeds() {
        Map<String, Deed> found = new LinkedHashMap<>();
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("nl.klankbord").stream()
                .filter(type -> type.isAssignableTo(Deed.class) && !type.isInterface()).sorted(Comparator.comparing(JavaClass::getName)).forEach(type -> {
                    assertThat(type.isEnum()).as("%s lists its deeds", type.getName()).isTrue();
                    for (Object deed : type.reflect().getEnumConstants()) {
                        assertThat(found.put(((Deed) deed).name(), (Deed) deed)).as("two deeds named %s", deed).isNull();
                    }
                });
        return found;
    }

    private static Map<String, List<String>> matrix() {
        try {
            List<String> lines = Files.readAllLines(Path.of(AccessPolicyMatrixTest.class.getResource("/access-matrix.csv").toURI()));
            assertThat(lines.getFirst()).isEqualTo("deed,role," + String.join(",", Stream.of(Phase.values()).map(Phase::name).toList()));
            Map<String, List<String>> rows = new LinkedHashMap<>();
            Set<String> twice = new HashSet<>();
            lines.stream().skip(1).filter(line -> !line.isBlank()).map(line -> line.split(",")).forEach(cells -> {
                if (rows.put(cells[0] + "," + cells[1], List.of(cells).subList(2, cells.length)) != null) {
                    twice.add(cells[0] + "," + cells[1]);
                }
            });
            assertThat(twice).isEmpty();
            return rows;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
