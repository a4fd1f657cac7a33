// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.review.Difference.Part;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void what_was_restated_shows_word_by_word() {
        List<Difference> found = Difference.between(canvas("Hoe meten we het?", "Een monitor"), canvas("Hoe weten we het samen?", "Een monitor"));
        assertThat(found).extracting(Difference::field).containsExactly("question");
        assertThat(found.getFirst().parts()).containsExactly(new Part("same", "Hoe "), new Part("removed", "meten "), new Part("added", "weten "), new Part("same", "we "),
                new Part("removed", "het?"), new Part("added", "het samen?"));
    }

    @Test
    void what_was_rewritten_shows_in_full_before_and_after() {
        String before = "Hoe houden wij zicht op de wachttijd zonder de teams te laten tellen?";
        String after = "Wie beslist er straks over geld en mensen wanneer een wijk zelf om hulp vraagt?";
        assertThat(Difference.between(canvas(before, "x"), canvas(after, "x")).getFirst().parts()).containsExactly(new Part("removed", before), new Part("added", after));
    }

    @Test
    void both_texts_can_be_read_from_the_difference_whatever_they_are() {
        for (String[] texts : new String[][] {{"", "Nieuw"}, {"Oud", ""}, {"Een  twee\n\ndrie", "twee\ndrie vier"}, {"<b>vet</b> & meer", "meer <i>"}}) {
            List<Part> parts = Difference.between(canvas(texts[0], "x"), canvas(texts[1], "x")).getFirst().parts();
            assertThat(text(parts, "added")).isEqualTo(texts[0]);
            assertThat(text(parts, "removed")).isEqualTo(texts[1]);
        }
    }

    @Test
    void what_stayed_the_same_is_no_difference() {
        assertThat(Difference.between(canvas("Zelfde", "x"), canvas(" Zelfde ", "x"))).isEmpty();
    }

    @Test
    void a_version_shows_what_changed_in_any_of_its_fields() {
        Canvas before = canvas("Vraag", "Titel").tidy();
        Canvas after = new Canvas("Titel", "Vraag", null, null, null, "Zo staat het er voor", LocalDate.of(2026, 11, 1), List.of("Een pad"), null, null, List.of("Een aanname"), null,
                List.of(new Canvas.PartyRole("De raad", null, "Zicht")), Canvas.Character.STRUCTURAL, List.of("inkoop"), Canvas.Goal.OUTPUT, "Minder wachten").tidy();
        assertThat(Difference.ofAll(before, after)).extracting(Difference::field).containsExactly("goal", "outcome", "foto", "fotoDate", "paths", "assumptions", "roles", "character", "themes");
        assertThat(Difference.ofAll(before, after)).filteredOn(one -> one.field().equals("roles")).containsExactly(new Difference("roles", List.of(new Part("added", "De raad, Zicht"))));
        assertThat(Difference.ofAll(after, after)).isEmpty();
    }

    @Test
    void the_first_version_is_told_whole() {
        assertThat(Difference.whole(canvas("Vraag", "Titel"))).containsExactly(new Difference("title", List.of(new Part("same", "Titel"))), new Difference("question", List.of(new Part("same", "Vraag"))));
    }

    private static String text(List<Part> parts, String without) {
        return parts.stream().filter(part -> !part.kind().equals(without)).map(Part::text).collect(Collectors.joining());
    }

    private static Canvas canvas(String question, String title) {
        return new Canvas(title, question, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
