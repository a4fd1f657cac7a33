// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import java.util.Arrays;
import java.util.stream.Collectors;
import nl.klankbord.dilemma.DilemmaAccess;

/** Who may read a contribution {@code c} of a dilemma {@code d}, as a condition for a where-clause; parameter {@code :me}. */
public final class ContributionAccess {
    private ContributionAccess() {}

    /** By who wrote on it last. */
    static final String WROTE = "(coalesce(c.writtenBy, c.authorId) = :me)";
    /** Written by the actor; a reflection by who wrote on it last, and by who began it as long as that person sits there. */
    static final String OWN = "(c.kind <> REFLECTION and c.authorId = :me or c.kind = REFLECTION and (coalesce(c.writtenBy, c.authorId) = :me "
            + "or c.authorId = :me and " + DilemmaAccess.onSeat("c.seatId") + "))";
    /** The same, found by the indexes of who wrote rather than by walking all there is. */
    static final String OWN_BY_INDEX = "(c.authorId = :me or c.writtenBy = :me) and " + OWN;
    private static final String OWN_SEAT_SUBMITTED = """
            exists (select 1 from SeatPerson cp join Seat cs on cs.id = cp.seatId where cp.dilemmaId = d.id and cp.personId = :me
              and cp.leftAt is null and cs.kind in (PEER, GUEST) and cs.reflectionSubmittedAt is not null)""";

    /**
     * Written before the actor came to sit at dilemma {@code d}, by someone who has not said that the actor may read it: an
     * audience grows only with the writer's yes. Who leads or coordinates the conversation is announced instead.
     *
     * @param said    when it was said
     * @param writers who wrote it; each has a say
     */
    public static String closedToNewcomer(String said, String... writers) {
        String agreed = Arrays.stream(writers).map(writer -> "(" + writer + " = :me or exists (select 1 from NewcomerConsent nc where nc.seatId = np.seatId "
                + "and nc.personId = :me and nc.authorId = " + writer + " and nc.given = true and nc.decidedAt >= np.seatedAt))").collect(Collectors.joining(" and "));
        return "exists (select 1 from SeatPerson np where np.dilemmaId = d.id and np.personId = :me and np.leftAt is null and np.kind in (HOST, PEER, GUEST) "
                + "and np.seatedAt > " + said + " and not (" + agreed + "))";
    }

    /**
     * Questions, answers and remarks in the circle; a reflection on its own seat, and once submitted
     * for seats that have submitted theirs, and for the circle from the phase SESSION on. What was written before one came
     * waits for its writer's yes.
     */
    private static final String CIRCLE_READS = "(" + DilemmaAccess.IN_CIRCLE + " and not "
            + closedToNewcomer("coalesce(c.submittedAt, c.createdAt)", "c.authorId", "coalesce(c.writtenBy, c.authorId)") + " and (c.kind <> REFLECTION or "
            + DilemmaAccess.onSeat("c.seatId") + " or c.submittedAt is not null and (d.phase in (SESSION, HARVESTING, FOLLOW_UP, CLOSED) or d.phase = REFLECTING and "
            + OWN_SEAT_SUBMITTED + ")))";
    /** Own text always, but not what a colleague on the seat made of it since one left; and what the circle reads. */
    public static final String READS = "(" + OWN + " or " + CIRCLE_READS + ")";
    /** What it says, too: of what was taken back, or reported, only who wrote it. */
    static final String WORDS_SHOW = "(c.withdrawnAt is null and c.hiddenAt is null or " + OWN + ")";

    /**
     * Who may read what belongs to it, such as a file: who reads its words. On a seat a colleague may have added it: who left
     * keeps only what was own, and who came later reads it with that colleague's yes.
     *
     * @param by who added it
     * @param at when
     */
    public static String readsWith(String by, String at) {
        return "(" + WORDS_SHOW + " and (" + OWN + " and " + by + " = :me or " + CIRCLE_READS + " and not " + closedToNewcomer("coalesce(c.submittedAt, " + at + ")", by) + "))";
    }
}
