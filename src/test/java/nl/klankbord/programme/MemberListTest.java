// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import static org.assertj.core.api.Assertions.assertThat;

import nl.klankbord.programme.MemberList.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberListTest {

    @ParameterizedTest
    @ValueSource(strings = {"noor@x.example;deelnemer;beleid", "noor@x.example,deelnemer,beleid", "noor@x.example\tdeelnemer\tbeleid", "\uFEFFnoor@x.example; deelnemer ; beleid", "\"noor@x.example\",\"deelnemer\",\"beleid\"",
            "e-mail;rol;niveau\nnoor@x.example;deelnemer;beleid", "E-mail\tRole\tLevel\r\nnoor@x.example\tPARTICIPANT\tPOLICY\r\n", "\n;;\nnoor@x.example;Deelnemer;BELEID\n\n"})
    void a_list_is_read_however_a_spreadsheet_writes_it(String pasted) {
        Line line = MemberList.of(pasted).orElseThrow().lines().getFirst();
        assertThat(line.email()).isEqualTo("noor@x.example");
        assertThat(line.role()).isEqualTo(Role.PARTICIPANT);
        assertThat(line.level()).isEqualTo(Level.POLICY);
        assertThat(MemberList.of(pasted).orElseThrow().lines()).hasSize(1);
    }

    @Test
    void a_header_says_in_which_order_the_columns_stand_and_others_are_left_alone() {
        Line line = MemberList.of("Naam;Niveau;Rol;E-mailadres\nNoor Bakker;raad;coördinator;noor@x.example").orElseThrow().lines().getFirst();
        assertThat(line).isEqualTo(new Line(2, "noor@x.example", "coördinator", "raad", ""));
    }

    @Test
    void a_fourth_column_or_one_by_that_name_says_which_municipality() {
        assertThat(MemberList.of("a@x.example;deelnemer;;Delft").orElseThrow().lines().getFirst().municipalityText()).isEqualTo("Delft");
        assertThat(MemberList.of("Gemeente;rol;mail\nGM0503;deelnemer;a@x.example").orElseThrow().lines().getFirst().municipalityText()).isEqualTo("GM0503");
        assertThat(MunicipalityWords.plain(" Gemeente Súdwest-Fryslân")).isEqualTo("sudwest-fryslan");
    }

    @ParameterizedTest
    @CsvSource({"deelnemer, PARTICIPANT", "Participant, PARTICIPANT", "begeleider, FACILITATOR", "gespreksleider, FACILITATOR", "FACILITATOR, FACILITATOR", "Coördinator, COORDINATOR", "coordinator, COORDINATOR",
            "COORDINATOR, COORDINATOR", "baas,"})
    void a_role_is_known_by_its_dutch_word_and_by_its_code(String word, Role role) {
        assertThat(MemberList.of("a@x.example;" + word).orElseThrow().lines().getFirst().role()).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource({"raad, COUNCIL", "bestuur, BOARD", "management, MANAGEMENT", "Beleid, POLICY", "uitvoering, PRACTICE", "PRACTICE, PRACTICE", "top,"})
    void a_level_is_known_by_its_dutch_word_and_by_its_code(String word, Level level) {
        assertThat(MemberList.of("a@x.example;deelnemer;" + word).orElseThrow().lines().getFirst().level()).isEqualTo(level);
    }

    @Test
    void a_line_is_known_by_its_number_in_what_was_pasted() {
        assertThat(MemberList.of("e-mail;rol\n\na@x.example;deelnemer\n;;\nb@x.example;deelnemer").orElseThrow().lines()).extracting(Line::number).containsExactly(3, 5);
    }

    @Test
    void a_quote_that_is_never_closed_makes_the_list_unreadable() {
        assertThat(MemberList.of("\"a@x.example;deelnemer\nb@x.example;deelnemer")).isEmpty();
    }

    @Test
    void nothing_but_separators_is_an_empty_list() {
        assertThat(MemberList.of(" \n;;\n\t\n").orElseThrow().lines()).isEmpty();
    }
}
