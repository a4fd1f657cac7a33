// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import nl.klankbord.contribution.ContributionAccess;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.shared.Hql;

/** Who may read an observation {@code o}, as parts of a query; parameter {@code :me}. */
final class ObservationAccess {
    private ObservationAccess() {}

    /** Its dilemma {@code d}, its contribution {@code c} when it has one, and the municipality {@code m} it is from, if any. */
    static final String JOINS = " join Dilemma d on d.id = o.dilemmaId left join Contribution c on c.id = o.sourceId left join Seat os on os.id = c.seatId "
            + "left join Municipality m on m.code = case when o.sourceType = CLOSING then d.hostMunicipality else os.municipalityCode end";
    /** Whether its source is still there. */
    static final String LIVE = Hql.anyOf("o.sourceType = CONTRIBUTION and c.submittedAt is not null and c.withdrawnAt is null and c.hiddenAt is null", "o.sourceType = CLOSING and d.closedAt is not null "
            + "and not exists (select 1 from TextReport hr where hr.dilemmaId = d.id and hr.kind = 'closing' and hr.field = o.field and hr.liftedAt is null and (hr.rewrittenAt is null or o.createdAt < hr.rewrittenAt))");
    /** Whoever may read its source, from HARVESTING on. */
    static final String READS = Hql.anyOf("d.phase in (HARVESTING, FOLLOW_UP, CLOSED) and " + LIVE + " and " + Hql.anyOf("o.sourceType = CLOSING and " + DilemmaAccess.IN_CIRCLE,
            "o.sourceType = CONTRIBUTION and " + ContributionAccess.READS));
    /** The words, from where they stand. */
    static final String EXACT = """
            substring(case o.field when 'text' then c.text when 'example' then c.example when 'advice' then c.advice
             when 'works' then d.works when 'nextStep' then d.nextStep
             when 'stillOpen' then d.stillOpen else cast(function('json_value', c.answers, concat('$.', o.field)) as String) end, o.starts, o.length)""";
}
