// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.local;

/** A start that cannot go on for a reason the person at the keyboard can mend; the message is one line that says how. */
public final class Refused extends RuntimeException {
    Refused(String line) {
        super(line, null, false, false);
    }
}
