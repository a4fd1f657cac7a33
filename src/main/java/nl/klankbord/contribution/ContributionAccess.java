// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.shared.Hql;

/** Who may read a contribution {@code c} of a dilemma {@code d}, as a condition for a where-clause; parameter {@code :me}. */
public final class ContributionAccess {
    private ContributionAccess() {}

    private static final String LAST = "coalesce(c.writtenBy, c.authorId)";
    /** By who wrote on it last. */
    static final String WROTE = "(" + LAST + " = :me)";
    private static final String UNKNOWN_WRITERS = "not exists (select 1 from ContributionWriter cu where cu.contributionId = c.id and cu.wroteSince is not null)";
    /** Written before the actor came to sit at dilemma {@code d}, and not all who wrote on it have said that the actor may read it; who wrote later knew of the actor. */
    private static final String CLOSED = newcomer("np.seatedAt > coalesce(c.submittedAt, c.createdAt) and " + Hql.anyOf("not " + agreed(LAST)
            + " and not exists (select 1 from ContributionWriter cl where cl.contributionId = c.id and cl.personId = " + LAST + " and cl.wroteSince >= np.seatedAt)",
            "not " + agreed("c.authorId") + " and " + UNKNOWN_WRITERS,
            "exists (select 1 from ContributionWriter cb where cb.contributionId = c.id and cb.wroteSince < np.seatedAt and not " + agreed("cb.personId") + ")"));
    /** The same of its mirror {@code mr}: when the reflection is submitted says nothing of that. */
    static final String MIRROR_CLOSED = Hql.anyOf(newcomer("exists (select 1 from ContributionWriter mb where mb.contributionId = c.id and mb.mirrorSince < np.seatedAt and not " + agreed("mb.personId") + ")"),
            "not exists (select 1 from ContributionWriter mu where mu.contributionId = c.id and mu.mirrorSince is not null) and " + closedToNewcomer("mr.updatedAt", "c.authorId", LAST));
    /** Its mirror is of who wrote on it last, where it is not known who wrote that. */
    static final String MIRROR_LAST = "(" + WROTE + " and not exists (select 1 from ContributionWriter ml where ml.contributionId = c.id and ml.mirrorSince is not null))";
    /** The words as they stand are the actor's own: of a reflection those of who wrote on it last. Who wrote before keeps what it said then. */
    public static final String OWN = Hql.anyOf("c.kind <> REFLECTION and c.authorId = :me", "c.kind = REFLECTION and " + WROTE);
    private static final String OWN_SEAT_SUBMITTED = """
            exists (select 1 from SeatPerson cp join Seat cs on cs.id = cp.seatId where cp.dilemmaId = d.id and cp.personId = :me
              and cp.leftAt is null and cs.kind in (PEER, GUEST) and cs.reflectionSubmittedAt is not null)""";

    /** This person wrote on it; who began it too, where it is not known who did. */
    public static String writes(String person) {
        return Hql.anyOf(LAST + " = " + person, "exists (select 1 from ContributionWriter cw where cw.contributionId = c.id and cw.personId = " + person + " and cw.wroteSince is not null)",
                "c.authorId = " + person + " and " + UNKNOWN_WRITERS);
    }

    /** This holds for everyone who wrote on it. */
    public static String ofEveryWriter(UnaryOperator<String> condition) {
        return Hql.allOf(condition.apply(LAST), Hql.anyOf("not " + UNKNOWN_WRITERS, condition.apply("c.authorId")),
                "not exists (select 1 from ContributionWriter ce where ce.contributionId = c.id and ce.wroteSince is not null and not " + condition.apply("ce.personId") + ")");
    }

    /**
     * Written before the actor came to sit at dilemma {@code d}, by someone who has not said that the actor may read it: an
     * audience grows only with the writer's yes. Who leads or coordinates the conversation is announced instead.
     *
     * @param said    when it was said
     * @param writers who wrote it; each has a say
     */
    public static String closedToNewcomer(String said, String... writers) {
        return newcomer("np.seatedAt > " + said + " and not " + Hql.allOf(Arrays.stream(writers).map(ContributionAccess::agreed).toArray(String[]::new)));
    }

    private static String newcomer(String condition) {
        return "exists (select 1 from SeatPerson np where np.dilemmaId = d.id and np.personId = :me and np.leftAt is null and np.kind in (HOST, PEER, GUEST) and " + condition + ")";
    }

    private static String agreed(String writer) {
        return Hql.anyOf(writer + " = :me", "exists (select 1 from NewcomerConsent nc where nc.seatId = np.seatId and nc.personId = :me and nc.authorId = " + writer
                + " and nc.given = true and nc.decidedAt >= np.seatedAt)");
    }

    /**
     * Questions, answers and remarks in the circle; a reflection on its own seat, and once submitted
     * for seats that have submitted theirs, and for the circle from the phase SESSION on. What was written before one came
     * waits for its writer's yes.
     */
    static final String CIRCLE_READS = DilemmaAccess.IN_CIRCLE + " and not " + CLOSED + " and " + Hql.anyOf("c.kind <> REFLECTION", DilemmaAccess.onSeat("c.seatId"),
            "c.submittedAt is not null and d.phase in (SESSION, HARVESTING, FOLLOW_UP, CLOSED)", "c.submittedAt is not null and d.phase = REFLECTING and " + OWN_SEAT_SUBMITTED);
    /** Own text always, but not what a colleague made of it since; and what the circle reads. */
    public static final String READS = Hql.anyOf(OWN, CIRCLE_READS);
    /** What it says, too: of what was taken back, or reported, only who wrote it. */
    static final String WORDS_SHOW = Hql.anyOf("c.withdrawnAt is null and c.hiddenAt is null", OWN);
    /** The words as they stand, for who may have no more than what was once her own. */
    static final String WORDS_NOW = Hql.anyOf(OWN, "c.withdrawnAt is null and c.hiddenAt is null and " + CIRCLE_READS);

    /** Of a field whose words a reader reported, and about what it said then: the host may have put other words there since. */
    private static final String HIDDEN_FIELD = "exists (select 1 from TextReport hr where hr.dilemmaId = d.id and hr.kind = 'field' and hr.liftedAt is null "
            + "and (hr.rewrittenAt is null or c.createdAt < hr.rewrittenAt) and ";
    /** Quotes words of the dilemma that are hidden. */
    static final String QUOTES_HIDDEN = HIDDEN_FIELD + "cast(function('json_contains', c.passage, concat('\"', hr.field, '\"'), '$.field') as Integer) = 1)";
    /** May name assumptions of the dilemma that are hidden; in a concept its seat sees what it picked until it is submitted. */
    public static final String PICKS_HIDDEN = Hql.allOf("c.submittedAt is not null", "c.kind = REFLECTION", HIDDEN_FIELD + "hr.field = 'assumptions')", "coalesce(cast(function('json_length', c.pickedAssumptions) as Integer), 0) > 0");

    /**
     * Who may read what belongs to it, such as a file: who reads its words. On a seat a colleague may have added it: who left
     * keeps only what was own, and who came later reads it with that colleague's yes.
     *
     * @param by who added it
     * @param at when
     */
    public static String readsWith(String by, String at) {
        return WORDS_SHOW + " and " + Hql.anyOf(OWN + " and " + by + " = :me", CIRCLE_READS + " and not " + closedToNewcomer("coalesce(c.submittedAt, " + at + ")", by));
    }
}
