// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klankbord.identity.Municipality.SizeClass;
import nl.klankbord.identity.Municipality.Urbanity;
import org.junit.jupiter.api.Test;

class MunicipalityListTest {

    @Test
    void an_export_of_statistics_netherlands_is_read_whatever_stands_above_and_beside_it() {
        List<MunicipalityList.Line> lines = MunicipalityList.of("""
                \uFEFF"Regionale kerncijfers Nederland"
                "Perioden";"Regio's (code)";"Regio's";"Bevolking, totaal";"Mate van stedelijkheid (code)"
                "";"";"";"aantal";"code"
                "2025";"GM0503  ";"Delft";"109.577";"1"
                "2025";"PV28  ";"Zuid-Holland (PV)";"3804906";"."
                "2025";"GM0096";"Vlieland";"1256";"5"
                "Bron: CBS"
                """).orElseThrow().lines();
        assertThat(lines).extracting(MunicipalityList.Line::code).containsExactly(null, "GM0503", null, "GM0096", null);
        assertThat(lines.get(1)).extracting(MunicipalityList.Line::number, MunicipalityList.Line::inhabitants, MunicipalityList.Line::urbanity).containsExactly(4, 109_577, Urbanity.VERY_HIGH);
        assertThat(lines.get(3).urbanity()).isEqualTo(Urbanity.RURAL);
    }

    @Test
    void a_list_typed_by_hand_needs_no_names_of_columns_and_may_use_words() {
        List<MunicipalityList.Line> lines = MunicipalityList.of("503, 109577, Zeer sterk stedelijk\nGM0983\t102 176\t3\ngm0096,1256").orElseThrow().lines();
        assertThat(lines.getFirst()).extracting(MunicipalityList.Line::code, MunicipalityList.Line::inhabitants, MunicipalityList.Line::urbanity).containsExactly("GM0503", 109_577, Urbanity.VERY_HIGH);
        assertThat(lines.getLast()).extracting(MunicipalityList.Line::code, MunicipalityList.Line::inhabitants, MunicipalityList.Line::withoutUrbanity).containsExactly("GM0096", 1256, true);
    }

    @Test
    void a_text_of_words_is_no_table_and_a_list_with_one_wrong_line_is() {
        assertThat(MunicipalityList.of("Beste collega,\nhierbij de cijfers, zoals beloofd.\nGroet").orElseThrow().isTable()).isFalse();
        assertThat(MunicipalityList.of("GM0503;veel;1\nBron: CBS").orElseThrow().isTable()).isTrue();
    }

    @Test
    void columns_are_found_by_name_in_any_order_and_in_english() {
        assertThat(MunicipalityList.of("urbanity;name;inhabitants;code\n4;Ergens;30000;GM0001").orElseThrow().lines())
                .containsExactly(new MunicipalityList.Line(2, "GM0001", "30000", "4"));
    }

    @Test
    void what_is_no_number_and_no_class_is_none() {
        for (String wrong : List.of("", ".", "veel", "-5", "0", "1.23", "12.34.567", "99999999999", "1e6")) {
            assertThat(new MunicipalityList.Line(1, "GM0503", wrong, "1").inhabitants()).as(wrong).isNull();
        }
        for (String wrong : List.of("0", "6", "1.0", "heel stedelijk")) {
            assertThat(new MunicipalityList.Line(1, "GM0503", "1", wrong).urbanity()).as(wrong).isNull();
        }
        assertThat(MunicipalityList.of("\"GM0503;1;1")).isEmpty();
    }

    @Test
    void the_size_follows_from_the_inhabitants() {
        assertThat(List.of(29_999, 30_000, 99_999, 100_000)).extracting(SizeClass::of).containsExactly(SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.MEDIUM, SizeClass.LARGE);
    }
}
