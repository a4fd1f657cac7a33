// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

/** The minutes we expect the writing of a dilemma to take, part by part: the one place that says so. */
public enum Writing {
    QUESTION(4), INTENTION(5), DIRECTION(5), ASSUMPTIONS(5), THEMES(3), CHECK(3);

    private final int minutes;

    Writing(int minutes) {
        this.minutes = minutes;
    }

    public int minutes() {
        return minutes;
    }

    /** All of it. */
    public static int all() {
        int sum = 0;
        for (Writing part : values()) {
            sum += part.minutes;
        }
        return sum;
    }
}
