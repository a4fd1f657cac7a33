// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @Test
    void an_id_is_a_uuid_of_version_seven() {
        assertThat(Stream.generate(Ids::next).limit(1000)).allMatch(id -> id.version() == 7 && id.variant() == 2);
    }

    @Test
    void no_two_ids_are_the_same() {
        Set<UUID> seen = new HashSet<>();
        assertThat(Stream.generate(Ids::next).limit(100_000)).allMatch(seen::add);
    }

    @Test
    void ordering_by_id_is_ordering_by_creation() throws InterruptedException {
        UUID earlier = Ids.next();
        Thread.sleep(5);
        assertThat(earlier.toString()).isLessThan(Ids.next().toString());
        assertThat(earlier.getMostSignificantBits() >>> 16).isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis());
    }

    @Test
    void an_id_of_a_moment_stands_where_one_made_then_would() {
        UUID earlier = Ids.at(Instant.now().minusSeconds(60));
        assertThat(earlier.version()).isEqualTo(7);
        assertThat(earlier.toString()).isLessThan(Ids.next().toString());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"new", "1", "01900000-0000-7000-8000-00000000000g", "../../etc"})
    void what_is_no_id_is_as_good_as_absent(String text) {
        assertThat(Ids.parse(text)).isEmpty();
    }

    @Test
    void an_id_survives_being_written_down() {
        UUID id = Ids.next();
        assertThat(Ids.parse(id.toString())).contains(id);
    }
}
