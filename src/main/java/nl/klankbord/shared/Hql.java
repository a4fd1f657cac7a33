// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Parts of queries. */
public final class Hql {
    private Hql() {}

    /**
     * Whether one of these holds, as a condition that may stand anywhere, also after a not. Before it reads what stands between
     * round brackets, Hibernate's parser looks ahead to their end, and again at each bracket within: for the conditions of who
     * may read what that took many seconds and gigabytes.
     */
    public static String anyOf(String... conditions) {
        return Arrays.stream(conditions).map(condition -> "when " + condition + " then 1 ").collect(Collectors.joining("", "1 = case ", "else 0 end"));
    }

    /** Whether all of these hold, written like {@link #anyOf}. */
    public static String allOf(String... conditions) {
        return anyOf(String.join(" and ", conditions));
    }
}
