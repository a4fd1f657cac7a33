// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import java.util.List;
import java.util.UUID;
import nl.klankbord.shared.Outcome.Unmet;

/** Something a round needs before it may enter a phase; asked here, answered by the module that knows. */
public interface PhaseNeed {

    /** What is still lacking; empty when nothing is. */
    List<Unmet> unmet(UUID roundId, RoundPhase to);
}
