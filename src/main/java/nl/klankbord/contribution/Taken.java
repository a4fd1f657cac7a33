// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import java.util.List;
import nl.klankbord.identity.Actor;

/** What people take along besides texts: what a module further on keeps for them tells it here. */
public interface Taken {

    /** The name of the list in the file that one takes along. */
    String name();

    List<?> own(Actor actor);
}
