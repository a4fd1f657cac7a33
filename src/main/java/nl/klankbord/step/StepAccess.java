// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.step;

import nl.klankbord.contribution.ContributionAccess;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.shared.Hql;

/** Who may read a step {@code st} of a dilemma {@code d}, as conditions for a where-clause; parameter {@code :me}. */
final class StepAccess {
    private StepAccess() {}

    /** Sits on its seat now; what was written before one came waits for its writers' yes. */
    static final String ON_SEAT = Hql.allOf(DilemmaAccess.IN_CIRCLE, DilemmaAccess.onSeat("st.seatId"),
            "not " + ContributionAccess.closedToNewcomer("st.createdAt", "st.authorId", "st.writtenBy"));
    /** One's own words, also where the dilemma is withdrawn or the seat was left. */
    static final String TEXT = Hql.anyOf("st.writtenBy = :me", ON_SEAT);
    static final String REPORT = Hql.anyOf("st.reportedBy = :me", ON_SEAT + " and not " + ContributionAccess.closedToNewcomer("st.reportedAt", "st.reportedBy"));
    static final String OWN = "(st.writtenBy = :me or st.reportedBy = :me)";
    static final String READS = Hql.anyOf(OWN, ON_SEAT);
    static final String OPEN = "(st.outcome is null or st.outcome = GOING_ON)";
    /** As far as the actor may know. */
    static final String OPEN_FOR_ME = Hql.anyOf(OPEN, "not " + REPORT);
}
