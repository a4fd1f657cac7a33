// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.Ids;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.FixtureMatching;
import nl.klankbord.testsupport.Growth;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** Peers for all dilemmas of a round at once: proposed, changed and asked. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class RoundMatchingTest {
    private static final String EMMEN = "GM0114";
    private static final String HOORN = "GM0405";
    @Inject
    EntityManagerFactory factory;

    @Test
    void a_coordinator_proposes_the_peers_of_the_whole_round_in_one_go() {
        Fixture fixture = FixtureMatching.lackingOne(Fixture.in(Phase.ACCEPTED));
        UUID second = FixtureMatching.another(fixture, "GM0513", "De tweede vraag");
        Browserless coordinator = Browserless.as("coordinator");
        assertThat(coordinator.get(fixture.fill("/rounds/{round}")).is(200).body()).contains(fixture.fill("/rounds/{round}/matching"));
        Answer page = coordinator.get(fixture.fill("/rounds/{round}/matching")).is(200);
        assertThat(page.body()).contains("De tweede vraag", "Er is nog één meedenker nodig", "Er zijn nog 3 meedenkers nodig", "Uit een andere provincie", "Leeuwarden, Zwolle.").doesNotContainIgnoringCase("score");
        JsonNode plan = Api.as("coordinator").get(fixture.fill("/rounds/{round}/peer-proposals")).is(200).items();
        assertThat(plan).hasSize(2);
        List<String> form = new ArrayList<>();
        plan.forEach(one -> {
            form.addAll(List.of("dilemma", one.get("id").asText(), "other", ""));
            one.get("proposals").forEach(proposal -> {
                assertThat(proposal.get("reasons")).isNotEmpty();
                String tick = one.get("id").asText() + ":" + proposal.at("/municipality/code").asText();
                assertThat(page.body()).containsPattern("value=\"" + tick + "\" checked");
                form.addAll(List.of("peer", tick));
            });
        });
        coordinator.post(fixture.fill("/rounds/{round}/matching"), form.toArray(String[]::new)).is(303);
        assertThat(proposed(fixture.id("dilemma"))).hasSize(1);
        assertThat(proposed(second)).hasSize(3);
        assertThat(coordinator.get(fixture.fill("/rounds/{round}/matching")).is(200).body()).contains("Elk dilemma heeft genoeg meedenkers");
        assertThat(coordinator.get(fixture.fill("/rounds/{round}")).is(200).body()).doesNotContain(fixture.fill("/rounds/{round}/matching"));
    }

    @Test
    void one_wrong_choice_saves_none_and_keeps_all_that_was_chosen() {
        Fixture fixture = FixtureMatching.lackingOne(Fixture.in(Phase.ACCEPTED));
        UUID second = FixtureMatching.another(fixture, "GM0513", "De tweede vraag");
        String dilemma = fixture.id("dilemma").toString();
        Answer again = Browserless.as("coordinator").post(fixture.fill("/rounds/{round}/matching"), "dilemma", dilemma, "other", "<b>Nergens</b>", "peer", dilemma + ":" + EMMEN,
                "dilemma", second.toString(), "other", " hoorn ").is(422);
        assertThat(again.body()).contains("id=\"f-other-" + dilemma + "-error\"", "&lt;b&gt;Nergens&lt;/b&gt;", "value=\"" + dilemma + ":" + EMMEN + "\" checked", "value=\" hoorn \"").doesNotContain("f-other-" + second + "-error");
        assertThat(proposed(fixture.id("dilemma"))).isEmpty();
        assertThat(proposed(second)).isEmpty();
        Browserless.as("coordinator").post(fixture.fill("/rounds/{round}/matching"), "dilemma", second.toString(), "other", " hoorn ").is(303);
        assertThat(proposed(second)).containsExactly(HOORN);
        Answer api = Api.as("coordinator").post(fixture.fill("/rounds/{round}/peers"), Map.of("peers", List.of(choice(second, EMMEN), choice(second, EMMEN), choice(second, HOORN), choice(second, "GM0513"), choice(Ids.next(), EMMEN)))).is(422);
        assertThat(api.json().get("errors").findValuesAsText("field")).containsExactly("peers[1].municipalityCode", "peers[2].municipalityCode", "peers[3].municipalityCode", "peers[4].dilemmaId");
        assertThat(proposed(second)).containsExactly(HOORN);
        assertThat(Api.as("coordinator").post(fixture.fill("/rounds/{round}/peers"), Map.of("peers", List.of(choice(second, EMMEN)))).is(201).items().get(0).get("status").asText()).isEqualTo("PROPOSED");
    }

    @Test
    void what_another_choice_costs_is_told_in_words_and_nothing_is_saved() {
        Fixture fixture = FixtureMatching.lackingOne(Fixture.in(Phase.ACCEPTED));
        String dilemma = fixture.id("dilemma").toString();
        String none = Browserless.as("coordinator").post(fixture.fill("/rounds/{round}/matching"), "dilemma", dilemma, "other", "", "compare", "1").is(200).body();
        assertThat(none).contains("Uw keuze naast ons voorstel", "één plaats blijft leeg");
        String planned = Api.as("coordinator").get(fixture.fill("/rounds/{round}/peer-proposals")).is(200).items().get(0).get("proposals").get(0).at("/municipality/code").asText();
        assertThat(Browserless.as("coordinator").post(fixture.fill("/rounds/{round}/matching"), "dilemma", dilemma, "other", "", "peer", dilemma + ":" + planned, "compare", "1").is(200).body()).contains("Deze keuze is even goed.");
        assertThat(Api.as("coordinator").post(fixture.fill("/rounds/{round}/peer-comparisons"), Map.of("peers", List.of(choice(fixture.id("dilemma"), planned)))).is(200).at("asGood")).isEqualTo("true");
        assertThat(proposed(fixture.id("dilemma"))).isEmpty();
    }

    @Test
    void who_declared_an_interest_is_not_asked_again_and_a_substitute_is_offered_with_reasons() {
        Fixture fixture = FixtureMatching.lackingOne(Fixture.in(Phase.ACCEPTED));
        String peers = fixture.fill("/dilemmas/{dilemma}/peer-proposals");
        JsonNode first = Api.as("coordinator").get(peers).is(200).items().get(0);
        assertThat(first.get("proposed").asBoolean()).isTrue();
        String asked = first.at("/municipality/code").asText();
        UUID seat = UUID.fromString(Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/peers"), Map.of("municipalityCode", asked)).is(201).id());
        assertThat(Api.as("coordinator").get(peers).is(200).items()).noneMatch(one -> one.get("proposed").asBoolean());
        try (Rows rows = Rows.open()) {
            rows.change("update seat set status = 'CONFLICT', conflict = 'Aanbesteding' where id = ?", seat);
        }
        JsonNode now = Api.as("coordinator").get(peers).is(200).items();
        assertThat(now.get(0).get("proposed").asBoolean()).isTrue();
        assertThat(now.get(0).at("/municipality/code").asText()).isNotEqualTo(asked);
        assertThat(now.get(0).get("reasons")).isNotEmpty();
        assertThat(now).filteredOn(one -> !one.get("conflicts").isEmpty()).extracting(one -> one.at("/municipality/code").asText()).containsOnlyOnce(asked);
        assertThat(Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains("Er is een vervanger nodig", "Ons voorstel:").doesNotContain("name=\"municipalityCode\" value=\"" + asked + "\"");
        assertThat(Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/peers"), Map.of("municipalityCode", asked)).is(422).body()).contains("belang");
        Api.as("coordinator").post(fixture.fill("/rounds/{round}/peers"), Map.of("peers", List.of(choice(fixture.id("dilemma"), asked)))).is(422);
    }

    @Test
    void a_coordinator_who_sits_at_a_dilemma_learns_nothing_of_its_matching() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        UUID second = FixtureMatching.another(fixture, "GM0513", "De tweede vraag");
        try (Rows rows = Rows.open()) {
            rows.insert("membership", "id", Ids.next(), "programme_id", fixture.id("programme"), "person_id", fixture.id("person.peer1"), "email", People.email("peer1"), "role", "COORDINATOR", "created_at", Instant.now());
            // It lacks peers, so its coordinator sees it.
            rows.change("update seat set status = 'DECLINED' where id in (?, ?)", fixture.id("seat.venlo"), fixture.id("seat.leeuwarden"));
            rows.change("update seat set status = 'LEFT' where id = ?", fixture.id("seat.hoorn"));
        }
        assertThat(Api.as("coordinator").get(fixture.fill("/rounds/{round}/peer-proposals")).is(200).items().findValuesAsText("id")).containsExactlyInAnyOrder(fixture.id("dilemma").toString(), second.toString());
        Answer mine = Api.as("peer1").get(fixture.fill("/rounds/{round}/peer-proposals")).is(200);
        assertThat(mine.items().findValuesAsText("id")).containsExactly(second.toString());
        assertThat(Browserless.as("peer1").get(fixture.fill("/rounds/{round}/matching")).is(200).body()).contains("De tweede vraag").doesNotContain(fixture.word("dilemma.title"));
        Api.as("peer1").get(fixture.fill("/dilemmas/{dilemma}/peer-proposals")).is(403);
        Api.as("peer1").post(fixture.fill("/rounds/{round}/peers"), Map.of("peers", List.of(choice(second, HOORN), choice(fixture.id("dilemma"), EMMEN)))).is(403);
        assertThat(proposed(second)).isEmpty();
        // Breda was proposed there and the host has not answered: only who coordinates that dilemma can tell.
        assertThat(reasons("coordinator", fixture, second, "Breda")).contains("Denkt nu bij één ander dilemma mee");
        assertThat(reasons("peer1", fixture, second, "Breda")).doesNotContain("Denkt nu bij één ander dilemma mee");
    }

    @Test
    void the_plan_costs_as_many_statements_for_one_dilemma_as_for_twelve() {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            Fixture fixture = FixtureMatching.lackingOne(Fixture.in(Phase.ACCEPTED));
            String[] pages = {"/rounds/{round}/matching", "/rounds/{round}", "/dilemmas/{dilemma}"};
            List<Long> before = statements(statistics, fixture, pages);
            for (int i = 0; i < 11; i++) {
                FixtureMatching.another(fixture, "GM0513", "Vraag " + i);
            }
            Growth.participants(fixture);
            assertThat(statements(statistics, fixture, pages)).isEqualTo(before);
            assertThat(Api.as("coordinator").get(fixture.fill("/rounds/{round}/peer-proposals")).is(200).items()).hasSize(12);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private static List<Long> statements(Statistics statistics, Fixture fixture, String... pages) {
        List<Long> counts = new ArrayList<>();
        for (String page : pages) {
            Browserless.as("coordinator").get(fixture.fill(page)).is(200);
            statistics.clear();
            Browserless.as("coordinator").get(fixture.fill(page)).is(200);
            counts.add(statistics.getPrepareStatementCount());
        }
        return counts;
    }

    private static String reasons(String user, Fixture fixture, UUID dilemma, String name) {
        for (JsonNode one : Api.as(user).get("/dilemmas/" + dilemma + "/peer-proposals").is(200).items()) {
            if (one.at("/municipality/name").asText().equals(name)) {
                return one.get("reasons").toString();
            }
        }
        throw new AssertionError(name + " is no candidate");
    }

    private static Map<String, Object> choice(UUID dilemma, String code) {
        return Map.of("dilemmaId", dilemma, "municipalityCode", code);
    }

    private static List<String> proposed(UUID dilemma) {
        try (Rows rows = Rows.open()) {
            return rows.all("select municipality_code from seat where dilemma_id = ? and kind = 'PEER' and status = 'PROPOSED' order by municipality_code", dilemma);
        }
    }
}
