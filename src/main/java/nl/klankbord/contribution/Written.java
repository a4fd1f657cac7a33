// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import java.util.List;
import nl.klankbord.identity.Actor;

/** What people write or bring in another module. They can take it along, and a text opens to a newcomer only with its writer's yes. */
public interface Written {

    /** What the file calls them that one takes along. */
    String name();

    /** One's own, as records. */
    List<?> own(Actor actor);

    /** Whether {@code :me} wrote some that {@code np}, who took a seat later, could read: a condition for a where-clause. */
    String before();
}
