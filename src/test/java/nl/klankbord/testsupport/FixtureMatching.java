// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.testsupport;

import java.util.UUID;
import nl.klankbord.shared.Ids;

/** An accepted dilemma of a fixture that lacks peers, and more of them in the same round. */
public final class FixtureMatching {
    private FixtureMatching() {}

    /** Venlo, Breda and Hoorn have not been asked: with Zwolle and Leeuwarden the dilemma lacks one peer of three. */
    public static Fixture lackingOne(Fixture fixture) {
        try (Rows rows = Rows.open()) {
            rows.change("delete from seat_person where seat_id = ?", fixture.id("seat.hoorn"));
            for (String seat : new String[] {"venlo", "breda", "hoorn"}) {
                rows.change("delete from seat where id = ?", fixture.id("seat." + seat));
            }
        }
        return fixture;
    }

    /** One more accepted dilemma without any peer. */
    public static UUID another(Fixture fixture, String host, String title) {
        UUID id = Ids.next();
        try (Rows rows = Rows.open()) {
            rows.change("insert into dilemma (id, programme_id, round_id, host_municipality, canvas, title, phase, circle, quorum, waited_for_quorum, created_at, version) "
                    + "select ?, programme_id, round_id, ?, canvas, ?, 'ACCEPTED', circle, quorum, waited_for_quorum, created_at, 0 from dilemma where id = ?", id, host, title, fixture.id("dilemma"));
        }
        return id;
    }
}
