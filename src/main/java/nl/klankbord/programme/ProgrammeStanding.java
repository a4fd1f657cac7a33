// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import java.util.UUID;

/** What an actor is in one programme. */
public record ProgrammeStanding(UUID programmeId, boolean member, boolean coordinator, boolean participant, boolean rulesAccepted,
                                boolean platformAdmin) {}
