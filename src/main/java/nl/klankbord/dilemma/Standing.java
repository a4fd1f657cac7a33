// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import java.time.Instant;
import java.util.UUID;
import nl.klankbord.round.RoundPhase;

/**
 * What an actor is in one dilemma, at one moment: everything a policy needs, loaded in one query. The conditions of
 * {@link DilemmaAccess} say the same in a where-clause; a test keeps the two together.
 *
 * @param open       whether the deadline of the present phase still lies ahead
 * @param paused     whether its clock stands still
 * @param seatId     the seat one sits on, or null
 * @param invitation the seat one is invited to, or null
 */
public record Standing(UUID dilemmaId, UUID programmeId, UUID roundId, RoundPhase roundPhase, Phase phase, Circle circle, boolean open, boolean paused,
                       boolean rulesAccepted, boolean member, boolean coordinator, SeatKind seat, UUID seatId, boolean reflectionSubmitted,
                       UUID invitation) {

    public enum Role { HOST, PEER, GUEST, COORDINATOR, FACILITATOR, INVITED, MEMBER, STRANGER }

    /** The one role that counts here: a seat of a host or peer takes away the rights of a coordinator or facilitator. */
    public Role role() {
        if (seat == SeatKind.HOST || seat == SeatKind.PEER || seat == SeatKind.GUEST) {
            return Role.valueOf(seat.name());
        }
        return coordinator ? Role.COORDINATOR : seat == SeatKind.FACILITATOR ? Role.FACILITATOR
                : invitation != null ? Role.INVITED : member ? Role.MEMBER : Role.STRANGER;
    }

    /** Whether the actor may know that it exists at all. */
    public boolean known() {
        // Without a part in the programme one is asked as a guest.
        return (member || role() == Role.GUEST || role() == Role.INVITED) && switch (role()) {
            case HOST -> true;
            case COORDINATOR -> phase != Phase.WITHDRAWN;
            case PEER, GUEST, FACILITATOR -> phase != Phase.DRAFT && phase != Phase.WITHDRAWN;
            case INVITED -> phase.compareTo(circle == Circle.PROGRAMME ? Phase.SUBMITTED : Phase.ACCEPTED) >= 0 && phase != Phase.WITHDRAWN;
            case MEMBER -> circle == Circle.PROGRAMME && phase != Phase.DRAFT && phase != Phase.WITHDRAWN;
            case STRANGER -> false;
        };
    }

    static boolean open(Instant endsAt, Instant now) {
        return endsAt == null || now.isBefore(endsAt);
    }
}
