// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a pattern was made from passages of a dilemma; it stays when they are erased. */
@Entity
@Immutable
@IdClass(PatternDilemma.Key.class)
class PatternDilemma {
    /** Whether {@code :me} sits or sat as host, peer or guest at a dilemma behind the pattern that {@code %s} names, whatever became of the passages. */
    static final String SAT_BEHIND = "exists (select 1 from PatternDilemma bd join SeatPerson bs on bs.dilemmaId = bd.dilemmaId where bd.patternId = %s and bs.personId = :me and bs.kind in (HOST, PEER, GUEST))";
    @Id
    private UUID patternId;
    @Id
    private UUID dilemmaId;

    protected PatternDilemma() {}

    PatternDilemma(UUID patternId, UUID dilemmaId) {
        this.patternId = patternId;
        this.dilemmaId = dilemmaId;
    }

    record Key(UUID patternId, UUID dilemmaId) {}
}
