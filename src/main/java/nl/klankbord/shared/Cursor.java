// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A page of a list: what comes after an id, in the order of ids. */
public record Cursor(UUID after, int limit) {
    private static final UUID START = new UUID(0, 0);
    private static final UUID END = new UUID(-1, -1);
    public static final int MOST = 100;

    /** @param cursor the {@code next} of an earlier page, or null; one that is no id starts at the beginning */
    public static Cursor of(String cursor, Integer limit) {
        int size = limit == null ? 50 : Math.clamp(limit, 1, MOST);
        return new Cursor(Ids.parse(cursor).orElse(START), size);
    }

    /** The same place, for a list that begins with the latest. */
    public UUID before() {
        return after.equals(START) ? END : after;
    }

    /** What leads to this page again; null for the first. */
    public String place() {
        return after.equals(START) ? null : after.toString();
    }

    /** Cuts what was fetched with one row more than the limit into a page and its follower. */
    public <T> Items<T> page(List<T> fetched, Function<T, UUID> id) {
        if (fetched.size() <= limit) {
            return new Items<>(fetched, null);
        }
        List<T> items = fetched.subList(0, limit);
        return new Items<>(items, id.apply(items.getLast()).toString());
    }

    public record Items<T>(List<T> items, String next) {
        public static <T> Items<T> all(List<T> items) {
            return new Items<>(items, null);
        }
    }
}
