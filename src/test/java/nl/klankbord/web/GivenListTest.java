// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GivenListTest {
    private static final String WORDS = "e-mail;rol\nzoë@súdwest-fryslân.example;coördinator\n";

    @Test
    void a_file_is_read_as_utf_8_and_what_is_not_that_as_what_windows_writes() {
        assertThat(GivenList.text(WORDS.getBytes(StandardCharsets.UTF_8))).isEqualTo(WORDS);
        assertThat(GivenList.text(WORDS.getBytes(Charset.forName("windows-1252")))).isEqualTo(WORDS);
    }

    @Test
    void without_a_file_the_list_is_what_was_pasted() {
        assertThat(GivenList.of("a;b", null)).isEqualTo(new GivenList("a;b", false, null));
    }
}
