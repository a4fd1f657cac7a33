// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DossierNameTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 3);
    private static final UUID ID = UUID.fromString("019ac5e2-7c11-7aaa-8bbb-ccdd3fa9c1d2");

    @Test
    void a_name_holds_the_day_the_title_and_the_end_of_the_id() {
        assertThat(plain("Wachten op een woning")).isEqualTo("2026-12-03-wachten-op-een-woning-3fa9c1d2");
        assertThat(plain("Café’s: geïnd én 3½ € te veel?!")).isEqualTo("2026-12-03-cafes-geind-en-31-2-te-veel-3fa9c1d2");
    }

    @Test
    void without_a_title_or_a_letter_in_it_the_day_and_the_id_are_left() {
        assertThat(plain(null)).isEqualTo("2026-12-03-3fa9c1d2");
        assertThat(plain("… 住房 …")).isEqualTo("2026-12-03-3fa9c1d2");
    }

    @Test
    void no_title_leads_out_of_the_file_or_breaks_a_link() {
        for (String title : new String[] {"../../etc/passwd", "C:\\Windows\\con", "a\u0000b\u202e<script>\"'%2f", "-.-x-.-", "\n.hidden"}) {
            assertThat(plain(title)).matches("2026-12-03-[a-z0-9]+(-[a-z0-9]+)*-3fa9c1d2");
        }
    }

    @Test
    void a_long_title_ends_at_a_whole_word_within_sixty_letters() {
        assertThat(plain("Hoe houden wij de wachtlijst voor de hulp bij het huishouden kort genoeg")).isEqualTo("2026-12-03-hoe-houden-wij-de-wachtlijst-voor-de-hulp-bij-het-huishouden-3fa9c1d2");
        assertThat(plain("Hoe houden wij de wachtlijsten voor de hulp bij het huishouden kort")).isEqualTo("2026-12-03-hoe-houden-wij-de-wachtlijsten-voor-de-hulp-bij-het-3fa9c1d2");
        assertThat(plain("x".repeat(60) + " y")).isEqualTo("2026-12-03-" + "x".repeat(60) + "-3fa9c1d2");
        assertThat(plain("x".repeat(200))).isEqualTo("2026-12-03-" + "x".repeat(60) + "-3fa9c1d2");
    }

    @Test
    void no_two_in_one_file_have_the_same_name() {
        Set<String> taken = new HashSet<>();
        UUID other = UUID.fromString("019ac5e2-7c12-7aaa-8bbb-ccdd3fa9c1d2");
        assertThat(DossierName.among(taken, DAY, "Zo", ID).plain()).isEqualTo("2026-12-03-zo-3fa9c1d2");
        assertThat(DossierName.among(taken, DAY, "Anders", other).plain()).isEqualTo("2026-12-03-anders-3fa9c1d2");
        assertThat(DossierName.among(taken, DAY, "ZO!", other).plain()).isEqualTo("2026-12-03-zo-" + other);
    }

    private static String plain(String title) {
        return DossierName.among(new HashSet<>(), DAY, title, ID).plain();
    }
}
