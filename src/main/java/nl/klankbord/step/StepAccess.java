// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.step;

import nl.klankbord.contribution.ContributionAccess;
import nl.klankbord.dilemma.DilemmaAccess;

/** Who may read a step {@code st} of a dilemma {@code d}, as conditions for a where-clause; parameter {@code :me}. */
final class StepAccess {
    private StepAccess() {}

    /** Sits on its seat now; what was written before one came waits for its writers' yes. */
    static final String ON_SEAT = "(" + DilemmaAccess.IN_CIRCLE + " and " + DilemmaAccess.onSeat("st.seatId") + " and not "
            + ContributionAccess.closedToNewcomer("st.createdAt", "st.authorId", "st.writtenBy") + ")";
    /** One's own words, also where the dilemma is withdrawn or the seat was left. */
    static final String TEXT = "(st.writtenBy = :me or " + ON_SEAT + ")";
    static final String REPORT = "(st.reportedBy = :me or " + ON_SEAT + " and not " + ContributionAccess.closedToNewcomer("st.reportedAt", "st.reportedBy") + ")";
    static final String OWN = "(st.writtenBy = :me or st.reportedBy = :me)";
    static final String READS = "(" + OWN + " or " + ON_SEAT + ")";
    static final String OPEN = "(st.outcome is null or st.outcome = GOING_ON)";
    /** As far as the actor may know. */
    static final String OPEN_FOR_ME = "(" + OPEN + " or not " + REPORT + ")";
}
