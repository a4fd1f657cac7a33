// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import nl.klankbord.contribution.ContributionAccess;
import nl.klankbord.shared.Hql;

/** What of a dilemma {@code d} the municipality {@code :gm} may have for a request by law, as conditions for a where-clause: what its people wrote for it and said yes to. */
final class RecordAccess {
    private RecordAccess() {}

    static final String REVEALED = "d.phase not in (DRAFT, WITHDRAWN)";
    /** A contribution {@code c} of a seat {@code s}. */
    static final String TEXT = "s.municipalityCode = :gm and s.kind in (HOST, PEER) and c.submittedAt is not null and c.withdrawnAt is null and " + REVEALED
            + " and (c.kind <> REFLECTION or d.phase in (SESSION, HARVESTING, FOLLOW_UP, CLOSED)) and " + ContributionAccess.ofEveryWriter(RecordAccess::gave);
    /** Of a dilemma everyone who ever sat on its host's seat has a say: it is theirs together. Once it was let go of, nobody knows any more who that were, and it is no for good. */
    static final String DILEMMA = "d.hostMunicipality = :gm and " + REVEALED + " and not exists (select 1 from Retention re where re.dilemmaId = d.id and re.doneAt is not null) and exists (select 1 from SeatPerson sp where sp.dilemmaId = d.id and sp.kind = HOST) "
            + "and not exists (select 1 from SeatPerson sp where sp.dilemmaId = d.id and sp.kind = HOST and not " + gave("sp.personId") + ")";
    /** A file {@code a}, beside such a dilemma or such a text {@code c} (or none): with the yes of who added it, from that very seat. */
    static final String FILE = "a.hiddenAt is null and " + given("a.addedBy", " and rc.files = true") + " and "
            + Hql.anyOf("a.contributionId is null and " + sat("fp.dilemmaId = d.id and fp.kind = HOST") + " and " + DILEMMA, "a.contributionId is not null and c.hiddenAt is null and " + sat("fp.seatId = c.seatId") + " and " + TEXT);

    static String gave(String person) {
        return given(person, "");
    }

    private static String given(String person, String what) {
        return "exists (select 1 from RecordConsent rc where rc.personId = " + person + " and rc.municipalityCode = :gm" + what + ")";
    }

    private static String sat(String where) {
        return "exists (select 1 from SeatPerson fp where fp.personId = a.addedBy and " + where + ")";
    }
}
