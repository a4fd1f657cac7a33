// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final UUID START = new UUID(0, 0);

    @ParameterizedTest
    @CsvSource({",50", "1,1", "99,99", "100,100", "101,100", "0,1", "-5,1", "2147483647,100"})
    void a_page_holds_between_one_and_a_hundred_items_and_fifty_when_nothing_is_asked(Integer asked, int held) {
        assertThat(Cursor.of(null, asked).limit()).isEqualTo(held);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"next", "0", "' or 1=1", "01900000-0000-7000-8000-00000000000z"})
    void a_cursor_that_is_no_id_begins_at_the_beginning(String cursor) {
        assertThat(Cursor.of(cursor, null).after()).isEqualTo(START);
    }

    @Test
    void following_the_cursor_shows_every_item_once() {
        List<UUID> all = Stream.generate(Ids::next).limit(25).sorted(java.util.Comparator.comparing(UUID::toString)).toList();
        List<UUID> seen = new ArrayList<>();
        String next = null;
        int pages = 0;
        do {
            Cursor cursor = Cursor.of(next, 10);
            List<UUID> fetched = all.stream().filter(id -> id.toString().compareTo(cursor.after().toString()) > 0).limit(cursor.limit() + 1).toList();
            Cursor.Items<UUID> page = cursor.page(fetched, Function.identity());
            seen.addAll(page.items());
            next = page.next();
            pages++;
        } while (next != null);
        assertThat(seen).isEqualTo(all);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void a_page_that_is_just_full_has_no_follower() {
        List<UUID> ten = Stream.generate(Ids::next).limit(10).toList();
        assertThat(Cursor.of(null, 10).page(ten, Function.identity())).isEqualTo(new Cursor.Items<>(ten, null));
    }

    @Test
    void the_row_beyond_the_limit_only_tells_that_there_is_more() {
        List<UUID> three = Stream.generate(Ids::next).limit(3).toList();
        assertThat(Cursor.of(null, 2).page(three, Function.identity())).isEqualTo(new Cursor.Items<>(three.subList(0, 2), three.get(1).toString()));
    }
}
