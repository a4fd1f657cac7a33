// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import nl.klankbord.contribution.ContributionAccess;

/** Whose a consent {@code k} is and what it is about, as parts of a query; parameter {@code :me}. */
final class ConsentAccess {
    private ConsentAccess() {}

    /** A writer's own, or the host's of a dilemma on whose host's seat one sits. */
    static final String ASKED_OF_ME = "(k.personId = :me or exists (select 1 from SeatPerson ks where ks.dilemmaId = k.dilemmaId and ks.personId = :me and ks.leftAt is null and ks.kind = HOST))";
    /** From and where of the passages it is about that are still there. */
    static final String PASSAGES = "from Lesson kl join PatternObservation po on po.patternId = kl.patternId join Observation o on o.id = po.observationId" + ObservationAccess.JOINS
            + " where kl.id = k.lessonId and " + ObservationAccess.LIVE + " and (k.kind = HOST and d.id = k.dilemmaId or k.kind = AUTHOR and " + ContributionAccess.writes("k.personId") + ")";
    /** Waits for an answer that still matters. */
    static final String OPEN = "(k.given is null and exists (select 1 " + PASSAGES + "))";
}
