// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson.library;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klankbord.contribution.ContributionAccess;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.shared.Hql;

/** The texts of a dilemma {@code d} and of a contribution {@code c} in which a search looks, and which of them the actor reads. */
final class CircleTexts {
    private CircleTexts() {}

    private static final String DILEMMA_TEXT = said("d.canvas", "question", "intention", "tension", "stip", "foto", "paths", "experiment", "stopList", "assumptions", "tried");
    private static final String RESTATED_TEXT = said("v.canvas", "title", "question", "intention", "tension", "assumptions");
    private static final String RESTATED = " from DilemmaVersion v where v.id = (select max(lv.id) from DilemmaVersion lv where lv.dilemmaId = d.id and lv.kind = RESTATED)";
    /** What the host answered its peers. */
    private static final String ANSWERED = " from Seat hs where hs.dilemmaId = d.id and hs.hostWhy is not null";
    /** Of a reflection: JSON, as the dilemma is. */
    private static final String ANSWERS = "cast(function('json_extract', c.answers, '$.*.*') as String)";
    /** Not taken back and not hidden; by no index of its own, as nearly all texts stand. */
    static final String STANDS = "coalesce(c.withdrawnAt, c.hiddenAt) is null";

    /** As its host brought it in and, for the circle, as it was said anew, closed and answered. */
    static final String DILEMMAS = "select new nl.klankbord.lesson.library.CircleFinder$Row('DILEMMA', d.id, d.id, d.title, case when " + DilemmaAccess.IN_CIRCLE
            + " then concat(coalesce(d.works, ''), ' ', coalesce(d.nextStep, ''), ' ', coalesce(d.stillOpen, ''), ' ', coalesce((select listagg(hs.hostWhy, ' ') within group (order by hs.id)" + ANSWERED + "), '')) else '' end, concat("
            + DILEMMA_TEXT + ", ' ', case when " + DilemmaAccess.IN_CIRCLE + " then coalesce((select " + RESTATED_TEXT + RESTATED + "), '') else '' end)) from Dilemma d where d.id in :ids and " + DilemmaAccess.READS;
    /** With the host's answer, for the circle: who left it reads no more than her own words. */
    static final String CONTRIBUTIONS = "select new nl.klankbord.lesson.library.CircleFinder$Row('CONTRIBUTION', c.id, d.id, case when " + DilemmaAccess.READS + " then d.title else '' end, "
            + "concat(c.text, ' ', coalesce(c.example, ''), ' ', coalesce(c.advice, ''), ' ', case when c.hostWhy is not null and " + DilemmaAccess.IN_CIRCLE + " then c.hostWhy else '' end), coalesce(" + ANSWERS + ", '')) "
            + "from Contribution c join Dilemma d on d.id = c.dilemmaId where c.id in :ids and " + STANDS + " and " + ContributionAccess.READS;

    private static String said(String canvas, String... fields) {
        return Stream.of(fields).map(field -> "coalesce(cast(function('json_extract', " + canvas + ", '$." + field + "') as String), '')").collect(Collectors.joining(", ' ', ", "concat(", ")"));
    }

    /** Each text is searched apart: a column and what stands in a document are sorted by other rules, and do not join. */
    static String dilemmaHolds(String word) {
        return Hql.anyOf("d.title like " + word, "lower(" + DILEMMA_TEXT + ") like " + word, Hql.anyOf("d.works like " + word, "d.nextStep like " + word, "d.stillOpen like " + word,
                "exists (select 1" + ANSWERED + " and hs.hostWhy like " + word + ")", "exists (select 1" + RESTATED + " and lower(" + RESTATED_TEXT + ") like " + word + ")") + " and " + DilemmaAccess.IN_CIRCLE);
    }

    /** Asked of the contribution alone at first: the dilemma is read of those few that hold the word. */
    static String contributionHolds(String word) {
        return contributionHolds(word, "c.hostWhy like " + word) + " and " + contributionHolds(word, "c.hostWhy like " + word + " and " + DilemmaAccess.IN_CIRCLE);
    }

    private static String contributionHolds(String word, String answered) {
        return Hql.anyOf("c.text like " + word, "c.example like " + word, "c.advice like " + word, "lower(" + ANSWERS + ") like " + word, answered);
    }
}
