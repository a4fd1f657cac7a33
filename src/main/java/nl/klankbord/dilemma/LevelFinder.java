// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.Level;

/** Which levels of a municipality, from council to practice, nobody at the tables of a round speaks for. */
@ApplicationScoped
public class LevelFinder {
    /** Of fewer municipalities it would tell too much of one of them. */
    private static final int ENOUGH = 3;
    @Inject
    EntityManager em;

    /** Of the dilemmas the actor coordinates; empty while fewer than three municipalities sit there. */
    public Optional<List<Level>> missing(Actor actor, UUID roundId) {
        List<Seated> seated = em.createQuery("""
                        select distinct new nl.klankbord.dilemma.LevelFinder$Seated(s.municipalityCode, m.level) from SeatPerson sp join Seat s on s.id = sp.seatId join Dilemma d on d.id = s.dilemmaId
                        left join Membership m on m.programmeId = d.programmeId and m.personId = sp.personId and m.role = PARTICIPANT
                        where d.roundId = :round and d.phase <> DRAFT and s.kind in (HOST, PEER) and s.status = ACCEPTED and sp.leftAt is null and %s""".formatted(DilemmaAccess.COORDINATES), Seated.class)
                .setParameter("round", roundId).setParameter("me", actor.personId()).getResultList();
        if (seated.stream().map(Seated::municipality).distinct().count() < ENOUGH) {
            return Optional.empty();
        }
        Set<Level> present = seated.stream().map(Seated::level).filter(java.util.Objects::nonNull).collect(Collectors.toSet());
        return Optional.of(Arrays.stream(Level.values()).filter(level -> !present.contains(level)).toList());
    }

    /** @param level null when nobody said */
    record Seated(String municipality, Level level) {}
}
