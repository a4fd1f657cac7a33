// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson.library;

import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;

/** Who keeps the library's index. */
public final class LibraryPolicy {
    private LibraryPolicy() {}

    public static Decision rebuild(Actor actor) {
        return actor.platformAdmin() ? Decision.GRANTED : Decision.refused(Reason.NOT_YOUR_ROLE);
    }
}
