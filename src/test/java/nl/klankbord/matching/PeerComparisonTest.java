// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.dilemma.SeatStatus;
import nl.klankbord.identity.Municipality;
import nl.klankbord.identity.Municipality.Facts;
import nl.klankbord.identity.Municipality.SizeClass;
import nl.klankbord.matching.Matching.Candidate;
import nl.klankbord.matching.Matching.Need;
import nl.klankbord.matching.Matching.Together;
import nl.klankbord.matching.PeerComparison.Choice;
import nl.klankbord.matching.PeerComparison.Difference;
import org.junit.jupiter.api.Test;

class PeerComparisonTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    private static Need need(UUID id, String host, int minimum, Map<Municipality.Ref, SeatStatus> seats) {
        return new Need(id, "Dilemma van " + host, ref(host), new Facts(SizeClass.LARGE, null, null), "Zuid-Holland", minimum, Set.of("inkoop"), seats);
    }

    private static Municipality.Ref ref(String name) {
        return new Municipality.Ref("GM-" + name, name);
    }

    private static Candidate candidate(String name, SizeClass size, int load, String... themes) {
        return new Candidate(ref(name), new Facts(size, null, null), "Overijssel", load, Set.of(themes));
    }

    private static Matching matching(List<Need> needs, Candidate... candidates) {
        return new Matching(needs, List.of(candidates), Map.of(), NOW);
    }

    @Test
    void another_choice_that_costs_as_much_is_as_good() {
        Matching matching = matching(List.of(need(ONE, "Delft", 1, Map.of())), candidate("Zwolle", SizeClass.LARGE, 0), candidate("Enschede", SizeClass.LARGE, 0));
        for (String name : List.of("Zwolle", "Enschede")) {
            PeerComparison found = PeerComparison.of(matching, List.of(choice(ONE, name)));
            assertThat(found.asGood()).isTrue();
            assertThat(found.differences()).isEmpty();
        }
    }

    @Test
    void a_choice_that_costs_more_says_which_reasons_are_lost_and_who_carries_more() {
        Matching matching = matching(List.of(need(ONE, "Delft", 1, Map.of()), need(TWO, "Gouda", 1, Map.of())), candidate("Zwolle", SizeClass.LARGE, 0, "inkoop"), candidate("Enschede", SizeClass.LARGE, 0, "inkoop"),
                candidate("Dalfsen", SizeClass.SMALL, 0));
        assertThat(keys(matching, choice(ONE, "Dalfsen"), choice(TWO, "Zwolle"))).containsExactlyInAnyOrder("lost.same-size", "lost.knows-themes");
        PeerComparison twice = PeerComparison.of(matching, List.of(choice(ONE, "Zwolle"), choice(TWO, "Zwolle")));
        assertThat(twice.asGood()).isFalse();
        assertThat(twice.differences()).containsExactly(new Difference("carries", "Zwolle", "", 2, 1));
        assertThat(twice.changes()).singleElement().satisfies(change -> {
            assertThat(change.out()).containsExactly(new PeerComparison.Moved("Enschede", 0));
            assertThat(change.in()).containsExactly(new PeerComparison.Moved("Zwolle", 2));
        });
    }

    @Test
    void asking_fewer_or_more_than_needed_is_told_and_what_cannot_be_is_named() {
        Matching matching = matching(List.of(need(ONE, "Delft", 1, Map.of(ref("Venlo"), SeatStatus.CONFLICT))), candidate("Zwolle", SizeClass.LARGE, 0), candidate("Enschede", SizeClass.LARGE, 0),
                candidate("Venlo", SizeClass.LARGE, 0), candidate("Delft", SizeClass.LARGE, 0));
        assertThat(keys(matching)).containsExactly("fewer");
        assertThat(keys(matching, choice(ONE, "Zwolle"), choice(ONE, "Enschede"))).containsExactly("extra");
        for (String name : List.of("Venlo", "Delft", "Nergens")) {
            assertThat(keys(matching, choice(ONE, "Zwolle"), choice(ONE, name))).as(name).containsExactly("impossible");
        }
        assertThat(PeerComparison.of(matching, List.of(choice(ONE, "Zwolle"), choice(new UUID(9, 9), "Zwolle"))).asGood()).isTrue();
    }

    @Test
    void a_plan_never_asks_the_host_nor_who_sat_there_or_said_no() {
        Map<Municipality.Ref, SeatStatus> seats = Map.of(ref("Venlo"), SeatStatus.CONFLICT, ref("Breda"), SeatStatus.REFUSED, ref("Ede"), SeatStatus.DECLINED, ref("Hoorn"), SeatStatus.LEFT, ref("Emmen"), SeatStatus.INVITED);
        Candidate[] all = Stream.of("Venlo", "Breda", "Ede", "Hoorn", "Emmen", "Delft", "Zwolle").map(name -> candidate(name, SizeClass.LARGE, 0)).toArray(Candidate[]::new);
        PeerPlan.ForDilemma plan = PeerPlan.of(matching(List.of(need(ONE, "Delft", 3, seats)), all)).dilemmas().getFirst();
        assertThat(plan.proposed()).extracting(one -> one.municipality().name()).containsExactly("Zwolle");
        assertThat(plan.others()).isEmpty();
        assertThat(plan.asked()).containsExactly(ref("Emmen"));
        assertThat(plan.lacking()).isEqualTo(2);
        assertThat(plan.getMissing()).isEqualTo(1);
    }

    @Test
    void the_page_of_one_dilemma_proposes_what_the_plan_of_its_round_proposes() {
        Matching matching = matching(List.of(need(ONE, "Delft", 2, Map.of(ref("Venlo"), SeatStatus.CONFLICT)), need(TWO, "Gouda", 2, Map.of())), candidate("Zwolle", SizeClass.LARGE, 0), candidate("Enschede", SizeClass.LARGE, 1),
                candidate("Dalfsen", SizeClass.SMALL, 0, "inkoop"), candidate("Venlo", SizeClass.MEDIUM, 0), candidate("Ede", SizeClass.LARGE, 2));
        PeerPlan plan = PeerPlan.of(matching);
        for (PeerPlan.ForDilemma one : plan.dilemmas()) {
            List<PeerPlan.Proposal> here = PeerPlan.of(matching, one.id());
            assertThat(here.stream().filter(PeerPlan.Proposal::proposed)).isEqualTo(one.proposed()).isEqualTo(here.subList(0, one.proposed().size()));
        }
        assertThat(PeerPlan.of(matching, ONE).getLast().conflicts()).isNotEmpty();
        // A dilemma that lacks nobody is not in the plan; who else fits can still be seen.
        Matching full = matching(List.of(need(ONE, "Delft", 1, Map.of(ref("Venlo"), SeatStatus.ACCEPTED))), candidate("Zwolle", SizeClass.LARGE, 0));
        assertThat(PeerPlan.of(full).dilemmas()).isEmpty();
        assertThat(PeerPlan.of(full, ONE)).singleElement().matches(one -> !one.proposed());
    }

    @Test
    void who_met_the_host_lately_waits_for_a_next_time() {
        Matching matching = new Matching(List.of(need(ONE, "Delft", 1, Map.of())), List.of(candidate("Zwolle", SizeClass.LARGE, 0), candidate("Ede", SizeClass.LARGE, 0)),
                Map.of(Together.of("GM-Zwolle", "GM-Delft"), NOW.minus(60, ChronoUnit.DAYS)), NOW);
        assertThat(PeerPlan.of(matching).dilemmas().getFirst().proposed()).extracting(one -> one.municipality().name()).containsExactly("Ede");
        assertThat(keys(matching, choice(ONE, "Zwolle"))).containsExactly("lost.not-together-before");
    }

    @Test
    void a_reason_that_holds_for_every_proposal_is_told_once() {
        Matching matching = matching(List.of(need(ONE, "Delft", 2, Map.of())), candidate("Zwolle", SizeClass.LARGE, 0, "inkoop"), candidate("Enschede", SizeClass.LARGE, 0), candidate("Dalfsen", SizeClass.SMALL, 0));
        List<PeerPlan.Proposal> all = PeerPlan.of(matching, ONE);
        List<PeerPlan.Reason> shared = PeerPlan.shared(all);
        assertThat(shared).extracting(PeerPlan.Reason::key).contains("other-province", "not-together-before").doesNotContain("same-size-large", "knows-themes");
        assertThat(all).allSatisfy(one -> assertThat(one.but(shared)).doesNotContainAnyElementsOf(shared));
        assertThat(PeerPlan.shared(all.subList(0, 1))).as("one alone has nothing to share").isEmpty();
    }

    private static Choice choice(UUID dilemma, String name) {
        return new Choice(dilemma, "GM-" + name);
    }

    private static List<String> keys(Matching matching, Choice... choices) {
        PeerComparison comparison = PeerComparison.of(matching, List.of(choices));
        assertThat(comparison.asGood()).isFalse();
        return comparison.differences().stream().map(Difference::key).toList();
    }
}
