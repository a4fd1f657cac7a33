// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

/**
 * What a form showed when its writer began: the version, and the texts themselves. A form that comes back carries it
 * along; with a newer version it would overwrite what came in between.
 *
 * @param aside version of what waited, where the form showed that; or null
 */
public record Began(Integer version, String base, Integer aside) {
    Began(Integer version, String base) {
        this(version, base, null);
    }

    Snapshot snapshot() {
        return Snapshot.read(base);
    }
}
