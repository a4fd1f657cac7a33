// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import java.util.List;
import nl.klankbord.identity.Actor;

/** Texts of another module. Whatever people write they can take along, and it opens to a newcomer only with its writer's yes. */
public interface Written {

    /** What the file calls them that one takes along. */
    String name();

    /** One's own words, as records. */
    List<?> own(Actor actor);

    /** Whether {@code :me} wrote some that {@code np}, who took a seat later, could read: a condition for a where-clause. */
    String before();
}
