// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.Actor;

/** Where a guest has her place; asked here, answered by the module of dilemmas. */
public interface GuestSeats {

    /** The programme whose dilemma has asked this guest or has her at its table; empty when her place was taken back. */
    Optional<UUID> programmeOf(Actor guest);
}
