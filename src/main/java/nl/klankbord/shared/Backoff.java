// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import java.time.Duration;

/** How long to leave alone what failed so many times: twice as long each time, at most an hour. */
public record Backoff(int attempts) {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);
    /** After so many times doubled it is longer than the longest, and doubled without end it would be no figure any more. */
    private static final int MOST_DOUBLED = 12;

    public Duration length() {
        Duration doubled = FIRST.multipliedBy(1L << Math.clamp(attempts - 1L, 0, MOST_DOUBLED));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
