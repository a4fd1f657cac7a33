// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Something a dilemma needs before it may enter a phase; answered by the module that knows. */
public interface MoveNeed {

    /** Keys of what is still lacking; empty when nothing is. */
    List<String> unmet(Dilemma dilemma, Phase to);

    /** The same of several that run on their own clocks, each for its next phase; as many statements for forty as for one. */
    Map<UUID, List<String>> unmet(List<Dilemma> running);
}
