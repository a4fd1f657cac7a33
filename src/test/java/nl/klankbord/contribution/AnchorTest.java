// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import static nl.klankbord.contribution.Anchor.State.CHANGED;
import static nl.klankbord.contribution.Anchor.State.EXACT;
import static nl.klankbord.contribution.Anchor.State.GONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.dilemma.Canvas.PartyRole;
import nl.klankbord.web.SafeHtml;
import org.junit.jupiter.api.Test;

class AnchorTest {
    private static final String TEXT = "Wij tellen wat we kunnen tellen. Een **jongere** wacht, en wij tellen door.";

    @Test
    void words_that_stand_there_once_are_found_whatever_mark_up_lies_between() {
        assertThat(found("Een jongere\nwacht", "", "")).isEqualTo("Eenjongerewacht");
        assertThat(found("Een **jongere** wacht", "", "")).isEqualTo("Eenjongerewacht");
        assertThat(anchor("Een jongere wacht", "", "").state()).isEqualTo(EXACT);
    }

    @Test
    void of_words_that_stand_there_more_often_what_stands_around_them_decides() {
        assertThat(anchor("tellen", "", "").start()).isEqualTo(3);
        assertThat(anchor("tellen", "we kunnen ", ".").start()).isEqualTo(SafeHtml.lettersOf("Wij tellen wat we kunnen ").length());
        assertThat(anchor("tellen", "", " door").start()).isEqualTo(SafeHtml.lettersOf("Wij tellen wat we kunnen tellen. Een jongere wacht, en wij ").length());
    }

    @Test
    void words_that_were_edited_slightly_are_found_and_said_to_be_changed() {
        Anchor anchor = anchor("Een jongere wachtte, en wij telden door", "", "");
        assertThat(anchor.state()).isEqualTo(CHANGED);
        assertThat(found("Een jongere wachtte, en wij telden door", "", "")).startsWith("Een").endsWith("door");
    }

    @Test
    void words_that_are_gone_are_said_to_be_gone() {
        for (String words : List.of("Niemand wacht nog ergens op", "telt", "…!", "Wie stuurt, die ziet wat er gebeurt met een gezin")) {
            assertThat(anchor(words, "", "")).as(words).isEqualTo(new Anchor(GONE, 0, 0));
        }
        assertThat(Anchor.of(passage("tellen", "", ""), "").state()).isEqualTo(GONE);
    }

    @Test
    void an_edit_elsewhere_in_the_text_moves_nothing_out_of_sight() {
        String edited = SafeHtml.letters("Vooraf nog iets. " + TEXT.replace("kunnen", "willen") + " Slot.");
        assertThat(Anchor.of(passage("Een jongere wacht", "tellen. ", ", en"), edited).state()).isEqualTo(EXACT);
    }

    @Test
    void lists_and_roles_are_one_text_too_and_the_first_field_that_holds_the_words_is_found() {
        Canvas canvas = new Canvas("Wie stuurt?", "Hoe **sturen** wij\nop de [bedoeling](https://x.example)?", "b", "s", "", "", null, List.of("Eerst praten", "dan kopen"), "", "", List.of("Inwoners weten het"), "",
                List.of(new PartyRole("Aanbieder", "zorgt", null)), null, List.of());
        assertThat(Anchor.fieldOf("sturen wij op de bedoeling", canvas)).isEqualTo("question");
        assertThat(Anchor.fieldOf("praten dan kopen", canvas)).isEqualTo("paths");
        assertThat(Anchor.fieldOf("zorgt", canvas)).isEqualTo("roles");
        assertThat(Anchor.fieldOf("stuurt", canvas)).isEqualTo("title");
        assertThat(Anchor.fieldOf("sturen op geld", canvas)).isNull();
        assertThat(Anchor.fieldOf("…!", canvas)).isNull();
    }

    private static String found(String words, String prefix, String suffix) {
        Anchor anchor = anchor(words, prefix, suffix);
        return SafeHtml.letters(TEXT).substring(anchor.start(), anchor.end());
    }

    private static Anchor anchor(String words, String prefix, String suffix) {
        return Anchor.of(passage(words, prefix, suffix), SafeHtml.letters(TEXT));
    }

    private static Passage passage(String words, String prefix, String suffix) {
        return new Passage("question", words, prefix, suffix);
    }
}
