// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import java.util.Map;
import java.util.UUID;
import nl.klankbord.identity.Actor;

/** At how many dilemmas somebody sits by a role, and would leave with it; asked here, answered by the module of dilemmas. A role without seats is absent. */
public interface RoleSeats {

    /** By the actor's own roles. */
    Map<UUID, Long> own(Actor actor);

    /** By the roles in a programme, at the dilemmas that the actor coordinates: a concept is its writers' alone. */
    Map<UUID, Long> coordinated(Actor actor, UUID programmeId);
}
