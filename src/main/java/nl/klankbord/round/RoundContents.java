// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import java.util.UUID;

/** Whether anything was brought into a round; asked here, answered by the module that knows. */
public interface RoundContents {
    boolean holds(UUID roundId);
}
