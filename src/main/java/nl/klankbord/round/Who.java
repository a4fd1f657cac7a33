// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Who is waited for: somebody by her role, or else a municipality by its name. Never a person's address. One of the two is null. */
public record Who(Role role, String municipality) {
    public static final Who COORDINATOR = new Who(Role.COORDINATOR, null);

    public enum Role { COORDINATOR, FACILITATOR, GUEST }

    /** As a query tells it: the name of a municipality, and of a role where there is none. */
    static Who of(String told) {
        return Arrays.stream(Role.values()).filter(role -> role.name().equals(told)).findFirst().map(role -> new Who(role, null)).orElseGet(() -> new Who(null, told));
    }

    /** @param words those of a role */
    public String named(UnaryOperator<String> words) {
        return role == null ? municipality : words.apply(role.name());
    }

    /** As the API tells it. */
    public String told() {
        return named(UnaryOperator.identity());
    }

    public boolean is(Role one) {
        return role == one;
    }
}
