// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;

/** A draft is its writer's; everyone who is signed in may have drafts. */
final class DraftPolicy {
    private DraftPolicy() {}

    static Decision decide(Actor actor) {
        return actor instanceof Actor.OfSystem ? Decision.HIDDEN : Decision.GRANTED;
    }
}
