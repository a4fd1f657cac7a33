// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dev;

import java.util.List;

/** The people of the demo, by role; their ids in Keycloak are fixed, so that texts have authors before anyone signs in. */
final class DemoPeople {
    private DemoPeople() {}

    /** @param accepted whether the house rules are accepted already; buiten still has to */
    record Demo(String username, String subject, String name, String code, String alias, String role, String level, boolean accepted) {
        String email() {
            return username + "@demo.klankbord.example";
        }
    }

    static List<Demo> all() {
        return List.of(
                person("coordinator", 1, "Coördinator Demo", "GM0307", "amersfoort", "COORDINATOR", null, true),
                person("facilitator", 2, "Facilitator Demo", "GM0150", "deventer", "FACILITATOR", null, true),
                person("host", 3, "Inbrenger Delft Demo", "GM0503", "delft", "PARTICIPANT", "POLICY", true),
                person("host-bestuur", 4, "Bestuur Delft Demo", "GM0503", "delft", "PARTICIPANT", "BOARD", true),
                person("peer1", 5, "Meedenker Zwolle Demo", "GM0193", "zwolle", "PARTICIPANT", "POLICY", true),
                person("peer1-collega", 6, "Collega Zwolle Demo", "GM0193", "zwolle", "PARTICIPANT", "PRACTICE", true),
                person("peer2", 7, "Meedenker Leeuwarden Demo", "GM0080", "leeuwarden", "PARTICIPANT", "MANAGEMENT", true),
                person("peer3", 8, "Meedenker Venlo Demo", "GM0983", "venlo", "PARTICIPANT", "POLICY", true),
                person("buiten", 9, "Deelnemer Emmen Demo", "GM0114", "emmen", "PARTICIPANT", "POLICY", false),
                other("emmen", "GM0114", "Emmen"), other("amersfoort", "GM0307", "Amersfoort"), other("apeldoorn", "GM0200", "Apeldoorn"), other("breda", "GM0758", "Breda"),
                other("haarlem", "GM0392", "Haarlem"), other("hoorn", "GM0405", "Hoorn"), other("deventer", "GM0150", "Deventer"), other("s-hertogenbosch", "GM0796", "'s-Hertogenbosch"));
    }

    private static Demo person(String username, int number, String name, String code, String alias, String role, String level, boolean accepted) {
        return new Demo(username, "0de30000-0000-4000-8000-%012d".formatted(number), name, code, alias, role, level, accepted);
    }

    /** Somebody who never signs in, so that twelve municipalities take part. */
    private static Demo other(String alias, String code, String name) {
        return new Demo("meedenker-" + alias, "demo-" + code, "Meedenker " + name + " (demo)", code, alias, "PARTICIPANT", "POLICY", true);
    }
}
