// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import static nl.klankbord.shared.Decision.GRANTED;
import static nl.klankbord.shared.Decision.HIDDEN;

import nl.klankbord.shared.Decision;

/** Who comes in without an account. Why a link does not work is nobody's business: unknown, used, expired and taken back are the same. */
public final class GuestPolicy {
    private GuestPolicy() {}

    static Decision comeIn(boolean works) {
        return works ? GRANTED : HIDDEN;
    }

    /** Anyone may ask for a new link; it goes to the address that was invited. */
    public static Decision askForLink() {
        return GRANTED;
    }

    static Decision signOut(Actor actor) {
        return actor instanceof Actor.OfGuest ? GRANTED : HIDDEN;
    }
}
