// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import nl.klankbord.dilemma.Canvas.PartyRole;
import nl.klankbord.shared.Outcome.FieldError;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CanvasTest {
    private static Validator validator;

    @BeforeAll
    static void validator() {
        try (var factory = Validation.byDefaultProvider().configure().messageInterpolator(new ParameterMessageInterpolator()).buildValidatorFactory()) {
            validator = factory.getValidator();
        }
    }

    @Test
    void a_concept_needs_a_title_and_nothing_else() {
        assertThat(wrong(title("Wie stuurt?"))).isEmpty();
        assertThat(wrong(title(" "))).containsExactly("title");
        assertThat(wrong(title(null))).containsExactly("title");
        assertThat(wrong(title("x".repeat(120)))).isEmpty();
        assertThat(wrong(title("x".repeat(121)))).containsExactly("title");
    }

    @Test
    void submitting_needs_a_question_an_intention_and_a_tension_too() {
        assertThat(wrong(title("Wie stuurt?").tidy(), Canvas.Submission.class)).containsExactlyInAnyOrder("question", "intention", "tension");
        assertThat(wrong(full("vraag", "bedoeling", "spanning"), Canvas.Submission.class)).isEmpty();
        assertThat(wrong(full("vraag", "  \n", "spanning"), Canvas.Submission.class)).containsExactly("intention");
    }

    @Test
    void the_rest_is_never_needed_and_has_its_limits() {
        Canvas long_ = new Canvas("t", "x".repeat(4001), "x".repeat(4001), "x".repeat(4001), "x".repeat(4001), "x".repeat(4001), null, Collections.nCopies(11, "pad"), "x".repeat(4001),
                "x".repeat(4001), Collections.nCopies(21, "aanname"), "x".repeat(4001), Collections.nCopies(21, new PartyRole("p", "r", "i")), null, Collections.nCopies(11, "thema"));
        assertThat(wrong(long_)).containsExactlyInAnyOrder("question", "intention", "tension", "stip", "foto", "paths", "experiment", "stopList", "assumptions", "tried", "roles", "themes");
    }

    @Test
    void who_begins_with_paths_names_two_and_who_shows_how_things_are_says_when() {
        assertThat(direction(null, null, List.of()).unfinished()).as("nothing begun").isEmpty();
        assertThat(direction("Zes teams", null, List.of("Linksaf", " ")).unfinished()).extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("paths", "second-path"), tuple("fotoDate", "date-of-foto"));
        assertThat(direction("Zes teams", LocalDate.of(2026, 11, 1), List.of("Linksaf", "Rechtsaf")).unfinished()).isEmpty();
        assertThat(direction(" ", null, null).unfinished()).isEmpty();
    }

    @Test
    void all_that_was_written_is_looked_at() {
        Canvas canvas = new Canvas("a", "b", "c", "d", "e", "f", null, List.of("g"), "h", "i", List.of("j"), "k", List.of(new PartyRole("l", "m", "n")), null, List.of("o"), null, "p");
        assertThat(canvas.texts()).containsExactlyInAnyOrder("abcdefghijklmnop".split(""));
        assertThat(Canvas.titled("a").texts()).containsExactly("a");
    }

    private static Canvas direction(String foto, LocalDate fotoDate, List<String> paths) {
        return new Canvas("Titel", null, null, null, null, foto, fotoDate, paths, null, null, null, null, null, null, null);
    }

    @Test
    void tidying_takes_out_what_says_nothing() {
        Canvas tidy = new Canvas(" Titel ", " vraag\n", null, "", null, null, LocalDate.of(2026, 11, 1), Arrays.asList(" pad ", "", null, "  "), null, null, Arrays.asList((String) null), null,
                Arrays.asList(new PartyRole("", " ", null), null, new PartyRole(null, "koper", null)), Canvas.Character.INCIDENT, Arrays.asList("Jeugd", " jeugd", "", "Wmo")).tidy();
        assertThat(tidy).isEqualTo(new Canvas("Titel", "vraag", "", "", "", "", LocalDate.of(2026, 11, 1), List.of("pad"), "", "", List.of(), "", List.of(new PartyRole(null, "koper", null)),
                Canvas.Character.INCIDENT, List.of("jeugd", "wmo"), null, ""));
        assertThat(tidy.tidy()).isEqualTo(tidy);
    }

    @Test
    void tidying_nothing_gives_empty_texts_and_lists() {
        assertThat(title(null).tidy()).hasNoNullFieldsOrPropertiesExcept("fotoDate", "character", "goal");
    }

    @Test
    void a_canvas_comes_back_from_its_column_as_it_went_in() {
        Canvas canvas = new Canvas("Titel “met” 😀", "vraag\nregel twee", "b", "s", "", "", LocalDate.of(2026, 11, 1), List.of("een", "twee"), "", "", List.of(), "",
                List.of(new PartyRole("Gemeente", "koper", "")), Canvas.Character.STRUCTURAL, List.of("jeugd")).tidy();
        CanvasColumn column = new CanvasColumn();
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(canvas))).isEqualTo(canvas);
        assertThat(column.convertToEntityAttribute("{\"title\":\"Oud\",\"noLongerThere\":1}").tidy().title()).isEqualTo("Oud");
    }

    @Test
    void what_is_missing_is_what_submitting_asks_for() {
        for (Canvas canvas : List.of(title("Wie stuurt?"), full("vraag", " ", "spanning"), full("vraag", "bedoeling", "spanning"))) {
            assertThat(canvas.missing()).containsExactlyInAnyOrderElementsOf(wrong(canvas, Canvas.Submission.class));
        }
        assertThat(title(null).missing()).contains("title");
    }

    @Test
    void a_text_from_before_goals_were_asked_reads_as_one_without() {
        Canvas old = new CanvasColumn().convertToEntityAttribute("{\"title\":\"Oud\",\"question\":\"Vraag\"}").tidy();
        assertThat(old.goal()).isNull();
        assertThat(old.outcome()).isEmpty();
        assertThat(old).isEqualTo(new Canvas("Oud", "Vraag", null, null, null, null, null, null, null, null, null, null, null, null, null).tidy());
    }

    private static Canvas title(String title) {
        return new Canvas(title, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static Canvas full(String question, String intention, String tension) {
        return new Canvas("Titel", question, intention, tension, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static List<String> wrong(Canvas canvas, Class<?>... groups) {
        return validator.validate(canvas, groups).stream().map(violation -> violation.getPropertyPath().toString()).distinct().toList();
    }
}
