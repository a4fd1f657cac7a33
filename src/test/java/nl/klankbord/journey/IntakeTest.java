// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class IntakeTest {
    private static final String ANOTHER = "Wat vraagt dit van de raad?";

    @Test
    void typing_a_title_shows_earlier_lessons_and_dilemmas_at_once() {
        Fixture earlier = Fixture.in(Phase.HARVESTING);
        try (Visitor host = Visitor.as("host")) {
            host.open(Fixture.in(Phase.DRAFT).fill("/dilemmas/{dilemma}/edit/question")).write("Titel", earlier.word("lesson.published.title") + " " + earlier.word("dilemma.title"));
            host.at("#suggestions a[href='/lessons/" + earlier.id("lesson.published") + "']").waitFor();
            assertThat(host.at("#suggestions").innerText()).contains("Dilemma " + earlier.word("dilemma.title"));
        }
    }

    @Test
    void choosing_an_output_brings_the_question_what_residents_notice_of_it() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        try (Visitor host = Visitor.as("host")) {
            host.open(fixture.fill("/dilemmas/{dilemma}/edit/intention")).write("Wat merken inwoners ervan?", "");
            host.choose("Iets wat inwoners merken");
            assertThat(host.field("Wat merken inwoners ervan?").isVisible()).isFalse();
            host.choose("Iets wat wij maken of doen");
            assertThat(host.field("Wat merken inwoners ervan?").isVisible()).isTrue();
        }
    }

    @Test
    void what_is_typed_after_submission_is_a_draft_until_it_is_saved_and_then_shows_as_a_difference() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        String dilemma = fixture.fill("/dilemmas/{dilemma}");
        try (Visitor host = Visitor.as("host")) {
            host.open(dilemma + "/edit").sees("Kies een stap").open(dilemma + "/edit/question").write("De vraag", ANOTHER).waitUntilSaved();
            assertThat(Api.as("peer1").get(dilemma).at("question")).isNotEqualTo(ANOTHER);
            host.page().reload();
            assertThat(host.field("De vraag").inputValue()).as("what was typed").isEqualTo(ANOTHER);
            host.press("Bewaren").sees(ANOTHER).open(dilemma + "/edit/question");
            assertThat(host.at("[data-draft-status]").innerText()).as("a draft that is saved has gone").isBlank();
        }
        assertThat(Api.as("peer1").get(dilemma).at("question")).isEqualTo(ANOTHER);
        try (Visitor zwolle = Visitor.as("peer1")) {
            zwolle.open(dilemma).follow(zwolle.at("a[href='" + dilemma + "/versions']"));
            assertThat(zwolle.at("article").first().innerText()).contains("Gewijzigd na het indienen", "Delft", fixture.word("dilemma.question"), ANOTHER);
        }
    }

    @Test
    void saving_a_step_leaves_everything_outside_it_as_it_was() {
        for (Map.Entry<String, String[]> step : Map.of("question", new String[] {"title", "Een titel"}, "intention", new String[] {"intention", "Bedoeling"}, "direction", new String[] {"stip", "Stip"},
                "assumptions", new String[] {"tried", "Niets"}, "themes", new String[] {"themes", "inkoop"}, "check", new String[] {"title", "Niet hier"}).entrySet()) {
            Fixture fixture = Fixture.in(Phase.DRAFT);
            Answer before = Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
            for (String way : new String[] {"/autosave", ""}) {
                String version = Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).etag().replace("\"", "");
                Browserless.as("host").post(fixture.fill("/dilemmas/{dilemma}/edit/") + step.getKey() + way, "version", version, step.getValue()[0], step.getValue()[1]).is(way.isEmpty() ? 303 : 200);
            }
            Answer after = Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
            Map<String, String> at = Map.of("title", "question", "question", "question", "intention", "intention", "tension", "intention", "goal", "intention", "outcome", "intention", "foto", "direction",
                    "paths", "direction", "roles", "assumptions", "themes", "themes");
            at.forEach((field, owner) -> {
                if (owner.equals(step.getKey())) {
                    assertThat(after.json().get(field)).as("%s was saved", field).isNotEqualTo(before.json().get(field));
                } else {
                    assertThat(after.json().get(field)).as("%s after saving %s", field, step.getKey()).isEqualTo(before.json().get(field)).isNotNull();
                }
            });
        }
    }

    @Test
    void a_task_leads_to_the_first_step_that_is_not_filled_in() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        String edit = fixture.fill("/dilemmas/{dilemma}/edit");
        Answer draft = Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
        assertThat(Browserless.as("host").get(edit).is(303).header("Location")).endsWith("/edit/check");
        Api.as("host").put(fixture.fill("/dilemmas/{dilemma}"), Map.of("title", "Titel", "question", "Vraag", "intention", "Bedoeling"), "If-Match", draft.etag()).is(200);
        assertThat(Browserless.as("host").get(edit).is(303).header("Location")).endsWith("/edit/intention");
    }
}
