// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    @ParameterizedTest
    @ValueSource(strings = {"Haar nummer is 111222333.", "bsn 1112.22.333", "Bel 06-12345678", "Bel 020 123 45 67", "+31 6 1234 5678", "mail naar j.de.vries@example.nl",
            "Zij woont op 1234 AB 12", "geboren op 3 mei 1980", "geb. 3-5-1980", "Mevrouw Jansen belde", "dhr. J. van der Berg", "De heer De Boer", "meneer Özdemir"})
    void what_may_lead_to_a_person_is_found(String text) {
        assertThat(Trace.in(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"In 2026 waren er 1234 aanvragen.", "Het kostte 123456789 euro", "Van 2024 tot 2026, met 15 aanbieders", "Artikel 2.3.5 Wmo 2015", "een mevrouw uit de wijk", "de heer des huizes",
            "Wij rekenen met 000000000.", "10.000 inwoners", "In 2015 ging de wet in"})
    void what_leads_to_nobody_is_left_alone(String text) {
        assertThat(Trace.in(text)).isEmpty();
    }

    @Test
    void each_trace_is_named_once_in_whatever_text_it_stands() {
        assertThat(Trace.in("Mevrouw Jansen en mevrouw Jansen", null, "Mevrouw Jansen")).containsExactly("Mevrouw Jansen", "mevrouw Jansen");
    }

    /** Officials write a lot; a warning that comes for nothing is soon read past. */
    @Test
    void the_texts_of_the_demo_raise_no_alarm() throws Exception {
        JsonNode demo = new ObjectMapper().readTree(TraceTest.class.getResourceAsStream("/demo/demo.json"));
        assertThat(demo.findValuesAsText("text")).hasSizeGreaterThan(10).allSatisfy(text -> assertThat(Trace.in(text)).isEmpty());
        assertThat(StreamSupport.stream(demo.findValues("canvas").spliterator(), false).map(JsonNode::toString)).isNotEmpty().allSatisfy(text -> assertThat(Trace.in(text)).isEmpty());
    }
}
