// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.web.HelpTopic;
import org.junit.jupiter.api.Test;

/** Every page offers help, and says whom to ask. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class HelpTest {
    private final Fixture fixture = Fixture.in(Phase.DRAFT);

    @Test
    void the_help_has_words_about_every_kind_of_page() {
        String help = Browserless.anonymous().get("/help").is(200).body();
        for (HelpTopic topic : HelpTopic.values()) {
            assertThat(help).contains("id=\"" + topic.getAnchor() + "\"");
        }
    }

    @Test
    void a_page_leads_to_the_part_about_it_also_when_it_is_not_there() {
        assertThat(Browserless.as("host").get(fixture.fill("/rounds/{round}")).is(200).body()).contains("href=\"/help#page-round\"", "Hulp bij deze pagina");
        assertThat(Browserless.as("vreemd").get(fixture.fill("/dilemmas/{dilemma}/reflection")).is(404).body()).contains("href=\"/help#page-reflection\"");
    }

    @Test
    void who_takes_part_reads_who_coordinates_and_nobody_else_does() {
        String programme = fixture.word("programme.name");
        assertThat(Browserless.as("buiten").get("/help").is(200).body()).contains(programme, "Coördinator Demo");
        assertThat(Api.as("buiten").get("/me/contacts").is(200).body()).contains(programme, "Coördinator Demo");
        for (String user : new String[] {"vreemd", "beheer"}) {
            assertThat(Browserless.as(user).get("/help").is(200).body()).doesNotContain(programme);
            assertThat(Api.as(user).get("/me/contacts").is(200).body()).doesNotContain(programme);
        }
        assertThat(Browserless.anonymous().get("/help").is(200).body()).doesNotContain(programme, "Coördinator Demo");
    }
}
