// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;

/** Which colleagues on one's own seat are writing its reflection just now. Nobody else learns who writes when. */
@ApplicationScoped
public class PresenceFinder {
    private static final Duration LASTS = Duration.ofMinutes(2);
    @Inject
    EntityManager em;
    @Inject
    Clock clock;

    public List<Writing> colleagues(Actor actor, UUID dilemmaId) {
        return em.createQuery("""
                        select new nl.klankbord.contribution.PresenceFinder$Writing(p.name, pr.seenAt) from Presence pr join Person p on p.id = pr.personId
                        join Seat s on s.id = pr.seatId join Dilemma d on d.id = s.dilemmaId
                        where d.id = :dilemma and pr.personId <> :me and pr.seenAt > :since and %s and %s
                        and exists (select 1 from SeatPerson w where w.seatId = pr.seatId and w.personId = pr.personId and w.leftAt is null)
                        order by p.name, p.id""".formatted(DilemmaAccess.IN_CIRCLE, DilemmaAccess.onSeat("pr.seatId")), Writing.class)
                .setParameter("dilemma", dilemmaId).setParameter("me", actor.personId()).setParameter("since", clock.instant().minus(LASTS)).getResultList();
    }

    public record Writing(String name, Instant seenAt) {}
}
