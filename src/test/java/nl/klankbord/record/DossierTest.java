// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.record.Dossier.Part;
import org.junit.jupiter.api.Test;

class DossierTest {
    /** Chosen from a list, or a date: no text that somebody wrote. */
    private static final Set<String> NO_TEXT = Set.of("fotoDate", "character", "themes", "goal");

    @Test
    void a_text_of_a_dilemma_states_here_what_its_writer_was_told_that_it_states() {
        assertThat(fields()).containsExactlyInAnyOrderElementsOf(Arrays.stream(Canvas.class.getRecordComponents()).map(field -> field.getName()).filter(field -> !NO_TEXT.contains(field)).toList());
        assertThat(Part.values()).filteredOn(part -> part.field() != null).allSatisfy(part -> assertThat(part.nature()).isEqualTo(Canvas.nature(part.field())));
    }

    private static Stream<String> fields() {
        return Arrays.stream(Part.values()).map(Part::field).filter(Objects::nonNull);
    }
}
