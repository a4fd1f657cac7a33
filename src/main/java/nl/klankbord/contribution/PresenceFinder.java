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
import nl.klankbord.shared.Hql;

/** Which colleagues on one's own seat are writing its reflection just now. Nobody else learns who writes when. */
@ApplicationScoped
public class PresenceFinder {
    private static final Duration LASTS = Duration.ofMinutes(2);
    /** Who has not come back to what waits is not writing any more. */
    private static final Duration WAITS = Duration.ofHours(1);
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

    /** Names of colleagues on the same seat who are writing now, or whose text waits since a short while to be made one with what is saved. Which of both is not told. */
    public List<String> unfinished(Actor actor, UUID dilemmaId) {
        return em.createQuery("""
                        select p.name from SeatPerson w join Person p on p.id = w.personId join Dilemma d on d.id = w.dilemmaId
                        where d.id = :dilemma and w.personId <> :me and w.leftAt is null and w.kind in (PEER, GUEST) and %s and %s and %s
                        order by p.name, p.id""".formatted(DilemmaAccess.IN_CIRCLE, DilemmaAccess.onSeat("w.seatId"), Hql.anyOf(
                        "exists (select 1 from Presence pr where pr.seatId = w.seatId and pr.personId = w.personId and pr.seenAt > :since)",
                        "exists (select 1 from TextDraft t where t.personId = w.personId and t.draftKey = :unmerged and t.updatedAt > :typed)")), String.class)
                .setParameter("dilemma", dilemmaId).setParameter("me", actor.personId()).setParameter("since", clock.instant().minus(LASTS))
                .setParameter("typed", clock.instant().minus(WAITS)).setParameter("unmerged", DraftKey.unmerged(dilemmaId, "reflection")).getResultList();
    }

    public record Writing(String name, Instant seenAt) {}
}
