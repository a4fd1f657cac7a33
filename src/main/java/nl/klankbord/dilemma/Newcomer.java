// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import nl.klankbord.shared.Hql;
import nl.klankbord.shared.Ids;

/** Someone whom a colleague wants beside her on a seat of a dilemma that runs already; waits for the host's yes. */
@Entity
public class Newcomer {
    /** Newcomer {@code n} to seat {@code s} of dilemma {@code d} waits: somebody sits there, or may come to sit there in the place of who left. */
    public static final String WAITS = "n.agreed is null and " + Hql.anyOf("s.status = ACCEPTED", "s.status = LEFT and s.kind = PEER and d.phase in (HARVESTING, FOLLOW_UP) and not exists (select 1 from Seat again "
            + "where again.dilemmaId = s.dilemmaId and again.id <> s.id and again.municipalityCode = s.municipalityCode and again.status in (PROPOSED, INVITED, ACCEPTED))");
    @Id
    private UUID id;
    private UUID dilemmaId;
    private UUID seatId;
    private UUID personId;
    private UUID namedBy;
    private boolean opensOwn;
    private Instant namedAt;
    private Boolean agreed;
    private Instant decidedAt;

    protected Newcomer() {}

    /** @param opensOwn whether the one who names lets the newcomer read what she wrote before */
    Newcomer(Seat seat, UUID personId, UUID namedBy, boolean opensOwn, Instant now) {
        this.id = Ids.next();
        this.dilemmaId = seat.dilemmaId();
        this.seatId = seat.id();
        this.personId = personId;
        this.namedBy = namedBy;
        this.opensOwn = opensOwn;
        this.namedAt = now;
    }

    UUID dilemmaId() {
        return dilemmaId;
    }

    UUID seatId() {
        return seatId;
    }

    UUID personId() {
        return personId;
    }

    boolean answered() {
        return agreed != null;
    }

    void agree(boolean yes, Instant now) {
        agreed = yes;
        decidedAt = now;
    }

    /** What the one who named them said of her own texts, once they sit there. */
    Trusted trusted() {
        return new Trusted(dilemmaId, seatId, personId, namedBy, opensOwn);
    }

    /** A newcomer took a seat, and {@code by} has said whether what she wrote before is open to them; in the same transaction. */
    public record Trusted(UUID dilemmaId, UUID seatId, UUID personId, UUID by, boolean given) {}
}
