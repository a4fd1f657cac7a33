// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import org.junit.jupiter.api.Test;

/** A text that was taken back, and is wanted again. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class PutBackTest {

    @Test
    void who_took_a_question_back_puts_it_there_again_while_questions_are_asked() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String page = fixture.fill("/dilemmas/{dilemma}");
        String withdrawal = fixture.fill("/dilemmas/{dilemma}/contributions/{question.zwolle}/withdrawal");
        Browserless.as("peer1").post(withdrawal).is(303);
        assertThat(Browserless.as("host").get(page).body()).doesNotContain(fixture.word("question.zwolle"), withdrawal + "/removal");
        assertThat(Browserless.as("peer1").get(page).body()).contains(withdrawal + "/removal", "Zet terug");
        Browserless.as("peer1").post(withdrawal + "/removal").is(303);
        assertThat(Browserless.as("host").get(page).body()).contains(fixture.word("question.zwolle"));
        Browserless.as("peer1").post(withdrawal + "/removal").is(303);
    }

    @Test
    void a_question_is_not_put_back_when_nobody_may_ask_any_more() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        Api.as("peer1").delete(fixture.fill("/contributions/{question.zwolle}")).is(204);
        Api.as("peer1").delete(fixture.fill("/contributions/{question.zwolle}/withdrawal")).is(409);
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).body()).doesNotContain("/withdrawal/removal");
    }

    @Test
    void a_revealed_reflection_is_put_back_by_who_took_it_back_and_not_by_a_colleague() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        String reflection = fixture.fill("/contributions/{reflection.zwolle}");
        Api.as("peer1").delete(reflection).is(204);
        Api.as("peer1-collega").delete(reflection + "/withdrawal").is(403);
        assertThat(Api.as("host").get(reflection).is(200).body()).doesNotContain(fixture.word("reflection.zwolle"));
        Api.as("peer1").delete(reflection + "/withdrawal").is(204);
        assertThat(Api.as("host").get(reflection).is(200).body()).contains(fixture.word("reflection.zwolle"));
    }

    @Test
    void a_concept_is_not_put_back_beside_another_one() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String first = fixture.fill("/contributions/{reflection.leeuwarden}");
        Api.as("peer2").delete(first).is(204);
        String second = "/contributions/" + Api.as("peer2").post(fixture.fill("/dilemmas/{dilemma}/contributions"), Map.of("kind", "REFLECTION", "text", "Opnieuw begonnen.")).is(201).id();
        assertThat(Api.as("peer2").delete(first + "/withdrawal").is(409).at("type")).endsWith("already-there");
        Api.as("peer2").delete(second).is(204);
        Api.as("peer2").delete(first + "/withdrawal").is(204);
        assertThat(Api.as("peer2").get(first).is(200).body()).contains(fixture.word("reflection.leeuwarden"), "\"withdrawn\":false");
        assertThat(Api.as("host").get(first).is(404).body()).doesNotContain(fixture.word("reflection.leeuwarden"));
    }
}
