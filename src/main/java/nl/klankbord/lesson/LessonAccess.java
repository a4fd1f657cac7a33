// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import nl.klankbord.contribution.ContributionAccess;
import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.programme.Role;
import nl.klankbord.shared.Hql;

/** Who may read a lesson {@code l} and what lies behind it, as conditions for a where-clause; parameter {@code :me}. */
final class LessonAccess {
    private LessonAccess() {}

    private static final String BEHIND = "exists (select 1 from PatternObservation po join Observation o on o.id = po.observationId" + ObservationAccess.JOINS
            + " where po.patternId = l.patternId and " + ObservationAccess.LIVE + " and ";
    private static final String HOSTS_DILEMMA = "exists (select 1 from SeatPerson lh where lh.dilemmaId = d.id and lh.personId = :me and lh.leftAt is null and lh.kind = HOST)";
    /** Coordinates the programme, and sits or sat at none of the dilemmas behind it as host or peer, also of passages that are gone: then another coordinator acts. */
    static final String COORDINATES = Hql.allOf(ProgrammeAccess.has(Role.COORDINATOR, "l.programmeId"), "not " + PatternDilemma.SAT_BEHIND.formatted("l.patternId"));
    static final String HOSTS = BEHIND + HOSTS_DILEMMA + ")";
    static final String CONTRIBUTES = BEHIND + ContributionAccess.writes(":me") + ")";
    static final String RULES = ProgrammeAccess.rulesAccepted("l.programmeId");

    /** May read its words. */
    static final String READS = Hql.anyOf("l.status = PUBLISHED", RULES + " and " + Hql.anyOf(COORDINATES, "l.status = DRAFT and " + HOSTS, "l.status = DRAFT and " + CONTRIBUTES));
    /** What the actor is to it, as {@link LessonStanding}. */
    static final String STANDING = "new nl.klankbord.lesson.LessonStanding(l.status, " + COORDINATES + ", " + HOSTS + ", " + CONTRIBUTES + ", " + RULES + ")";

    private static final String ANSWERED = "exists (select 1 from LessonConsent k where k.lessonId = :lesson and k.given = %s and %s)";
    private static final String OF_AUTHOR = "k.kind = AUTHOR and " + ContributionAccess.writes("k.personId");
    private static final String OF_HOST = "k.kind = HOST and k.dilemmaId = d.id";
    private static final String AGREED = Hql.allOf(Hql.anyOf("o.sourceType = CLOSING", ContributionAccess.ofEveryWriter(writer -> ANSWERED.formatted("true", "k.kind = AUTHOR and k.personId = " + writer))),
            ANSWERED.formatted("true", OF_HOST));
    private static final String REFUSED_BY_AUTHOR = ANSWERED.formatted("false", OF_AUTHOR);
    private static final String REFUSED_BY_HOST = ANSWERED.formatted("false", OF_HOST);

    /**
     * Which sources of a lesson {@code :lesson} show. Of a published one those that were agreed to, to who may read them;
     * of a draft what one wrote oneself or on, as long as one may read it, to a host those of her dilemma, to the coordinator all, but none that one of its writers refused.
     */
    static String sources(LessonStanding standing) {
        return ObservationAccess.LIVE + " and " + (standing.status() == LessonStatus.PUBLISHED ? AGREED + " and " + Hql.anyOf(ContributionAccess.OWN, ObservationAccess.READS)
                : Hql.anyOf(ContributionAccess.OWN, ObservationAccess.READS + " and " + ContributionAccess.writes(":me"),
                        ObservationAccess.READS + " and not " + REFUSED_BY_AUTHOR + " and " + (standing.coordinator() ? "not " + REFUSED_BY_HOST : HOSTS_DILEMMA)));
    }
}
