// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the host does beside the main road: changing the text, not knowing, letting somebody in, answering one text, asking anew. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class HostJourneyTest {
    private static final String WHY = "Dit nemen we mee naar de teams.";
    private Visitor host;
    private Visitor peer;

    @Test
    void what_the_host_changes_before_clarifying_the_circle_sees_word_by_word() {
        Fixture fixture = arrive(Phase.ACCEPTED, "peer1");
        String word = fixture.word("dilemma.question");
        String page = fixture.fill("/dilemmas/{dilemma}");
        peer.open(page).sees("Dilemma " + word);
        host.open(page).follow("Dilemma bewerken").sees("Kies een stap om iets te veranderen").follow(link(host, "Titel en vraag")).sees("U verandert een ingediend dilemma");
        host.write("De vraag", "Onze vraag " + word).press("Bewaren").sees("Onze vraag " + word);
        peer.open(page).sees("Onze vraag " + word).seesNot("Dilemma " + word).follow(peer.at("main a[href$='/versions']").first());
        Locator newest = peer.at("main article.kb-note").first();
        assertThat(words(newest.locator("del"))).isEqualTo("Dilemma");
        assertThat(words(newest.locator("ins"))).isEqualTo("Onze vraag");
        assertThat(newest.innerText()).contains("De vraag", word, "Delft");
    }

    @Test
    void that_one_does_not_know_is_an_answer_and_takes_one_click() {
        Fixture fixture = arrive(Phase.CLARIFYING, "peer2");
        String page = fixture.fill("/dilemmas/{dilemma}");
        Locator question = host.open(page).at(fixture.fill("#c-{question.leeuwarden}"));
        host.press(question, "Dat weten we niet");
        assertThat(question.innerText()).contains("Dat weten we niet.");
        assertThat(Visitor.button(question, "Dat weten we niet").count()).as("once it is said").isZero();
        peer.open(page);
        assertThat(peer.at(fixture.fill("#c-{question.leeuwarden}")).innerText()).contains(fixture.word("question.leeuwarden"), "Dat weten we niet.");
    }

    @Test
    void a_colleague_who_wants_to_join_comes_with_the_hosts_yes_and_reads_earlier_words_of_the_host_with_another() {
        Fixture fixture = arrive(Phase.CLARIFYING, "peer1");
        String page = fixture.fill("/dilemmas/{dilemma}");
        String name = fixture.word("name.named");
        peer.open(page);
        assertThat(joining(peer, name).innerText()).contains("Wacht op het antwoord van de inbrenger");
        host.open(page);
        assertThat(joining(host, name).innerText()).contains("U hoeft niet te zeggen waarom niet");
        host.press(joining(host, name), "Akkoord");
        assertThat(joining(host, name).innerText()).contains("Mag deze nieuwkomer lezen wat u hier eerder schreef?");
        host.press(joining(host, name), "Ja, dat mag");
        assertThat(joining(host, name).innerText()).contains("Deze nieuwkomer leest ook wat u hier eerder schreef");
        peer.open(page);
        assertThat(joining(peer, name).innerText()).as("what she who named her wrote stays as she said then").contains("Wat u hier eerder schreef, blijft dicht voor deze nieuwkomer");
    }

    @Test
    void the_host_alone_sees_who_opened_the_dilemma() {
        Fixture fixture = arrive(Phase.CLARIFYING, "peer2");
        String page = fixture.fill("/dilemmas/{dilemma}");
        host.open(page).unfold(host.main(), "Wie opende dit dilemma?").sees("Nog niemand buiten uw eigen plaats");
        peer.open(page).seesNot("Wie opende dit dilemma?");
        host.open(page).unfold(host.main(), "Wie opende dit dilemma?").sees("Meedenker Leeuwarden Demo (Leeuwarden), ");
    }

    @Test
    void beside_each_peer_the_host_answers_one_text_and_its_writer_finds_the_answer_there() {
        Fixture fixture = arrive(Phase.HARVESTING, "peer1");
        String page = fixture.fill("/dilemmas/{dilemma}");
        String place = fixture.fill("#c-{reflection.zwolle}");
        Locator reflection = host.open(page).at(place);
        host.unfold(reflection, "Zeg wat u hiermee doet").choose(reflection, "Niet").write(reflection, "Waarom?", WHY).press(reflection, "Bewaren");
        assertThat(peer.open(page).at(place).innerText()).contains("Niet: " + WHY);
    }

    @Test
    void what_the_host_asks_anew_stands_against_the_first_text_which_stays() {
        Fixture fixture = arrive(Phase.HARVESTING, "peer2");
        try (Rows rows = Rows.open()) {
            rows.change("delete from dilemma_version where dilemma_id = ? and kind = 'RESTATED'", fixture.id("dilemma"));
        }
        String page = fixture.fill("/dilemmas/{dilemma}");
        String word = fixture.word("dilemma.question");
        host.open(page).follow("Stel het dilemma opnieuw").write("De vraag", "Nu vragen wij " + word).waitUntilSaved().press("Bewaren en tonen").sees("Het dilemma opnieuw gesteld");
        for (Visitor reader : new Visitor[] {host, peer.open(page)}) {
            Locator restated = reader.at(".kb-restated");
            assertThat(words(restated.locator("del"))).isEqualTo("Dilemma");
            assertThat(words(restated.locator("ins"))).isEqualTo("Nu vragen wij");
            assertThat(reader.at("[data-quotable=question]").first().innerText()).as("the text it began with").contains("Dilemma " + word);
        }
    }

    private Fixture arrive(Phase phase, String other) {
        host = Visitor.as("host");
        peer = Visitor.as(other);
        return Fixture.in(phase);
    }

    private static String words(Locator parts) {
        return parts.allInnerTexts().stream().map(String::strip).collect(Collectors.joining(" "));
    }

    private static Locator joining(Visitor visitor, String name) {
        return visitor.at("#newcomers article").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator link(Visitor visitor, String words) {
        return visitor.main().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(words)).first();
    }

    @AfterEach
    void leave() {
        host.close();
        peer.close();
    }
}
