// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

/**
 * What a form showed when its writer began: the version, and the texts themselves. A form that comes back carries it
 * along; with a newer version it would overwrite what came in between.
 */
public record Began(Integer version, String base) {
    Snapshot snapshot() {
        return Snapshot.read(base);
    }
}
