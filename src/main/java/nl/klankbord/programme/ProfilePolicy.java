// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import static nl.klankbord.shared.Decision.GRANTED;
import static nl.klankbord.shared.Decision.HIDDEN;

import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;

/** What people say of themselves is theirs alone to change, whatever their role. */
public final class ProfilePolicy {
    private ProfilePolicy() {}

    public static Decision change(Actor actor, UUID owner) {
        return actor instanceof Actor.OfPerson person && person.personId().equals(owner) ? GRANTED : HIDDEN;
    }

    /** The language of pages and letters, which a guest chooses too; there is nothing else in her profile. */
    static Decision choosesLanguage(Actor actor, UUID owner) {
        return actor instanceof Actor.OfGuest guest && guest.personId().equals(owner) ? GRANTED : change(actor, owner);
    }
}
