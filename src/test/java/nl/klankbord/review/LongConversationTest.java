// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.Ids;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More is said than fits on one page, all of it before the reflections. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class LongConversationTest {
    private static final int MANY = 130;
    private final Fixture fixture = Fixture.in(Phase.HARVESTING);
    private final String page = fixture.fill("/dilemmas/{dilemma}");
    /** The same numbers in another fixture would be the same rows. */
    private final String begin = Ids.next().toString().substring(24);

    @BeforeEach
    void many_remarks_that_were_made_long_ago() {
        try (Rows rows = Rows.open()) {
            for (int i = 0; i < MANY; i++) {
                rows.insert("contribution", "id", id(i), "dilemma_id", fixture.id("dilemma"), "seat_id", fixture.id("seat.zwolle"), "author_id", fixture.id("person.peer1"), "kind", "REMARK",
                        "text", "Opmerking qz" + i + ".", "created_at", Instant.now(), "submitted_at", Instant.now(), "version", 0);
            }
        }
    }

    @Test
    void the_reflections_stand_on_each_page_with_what_one_does_with_them() {
        String host = Browserless.as("host").get(page).is(200).body();
        assertThat(host).contains("qz0.", "qz99.", fixture.word("reflection.zwolle"), "name=\"contribution\" value=\"" + fixture.id("reflection.zwolle")).doesNotContain("qz100.", "Er is geen reflectie ingediend");
        assertThat(Browserless.as("peer1").get(page).body()).as("the mirror at one's own reflection").contains(fixture.word("mirror.zwolle"));
        assertThat(Browserless.as("host").get(second()).is(200).body()).contains("qz100.", "qz129.", fixture.word("reflection.zwolle")).doesNotContain("qz99.");
    }

    @Test
    void a_reply_that_is_refused_comes_back_on_the_page_where_it_was_typed() {
        assertThat(Browserless.as("host").get(second()).body()).contains("name=\"cursor\" value=\"" + id(99));
        String body = Browserless.as("host").post(page + "/contributions", "kind", "REMARK", "inReplyTo", id(120), "text", "Bel qztypte op 06-12345678", "cursor", id(99)).is(422).body();
        assertThat(body).contains("qz120.", "Bel qztypte op 06-12345678</textarea>").doesNotContain("qz0.");
        assertThat(Browserless.as("host").post(page + "/contributions", "kind", "REMARK", "inReplyTo", id(120), "text", "Dat zien wij ook", "cursor", id(99)).is(303).header("location"))
                .contains("cursor=" + id(99)).endsWith("#c-" + id(120));
    }

    private String second() {
        return page + "?cursor=" + id(99);
    }

    private String id(int number) {
        return "00000000-%04x-7000-8000-%s".formatted(number, begin);
    }
}
