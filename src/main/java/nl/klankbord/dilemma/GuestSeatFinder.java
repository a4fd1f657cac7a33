// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.GuestSeats;

/** The one place of a guest, as long as it is open to her. */
@ApplicationScoped
public class GuestSeatFinder implements GuestSeats {
    @Inject
    EntityManager em;

    @Override
    public Optional<UUID> programmeOf(Actor guest) {
        return of(guest).map(Place::programmeId);
    }

    public Optional<Place> of(Actor guest) {
        return em.createQuery("""
                        select new nl.klankbord.dilemma.GuestSeatFinder$Place(d.id, d.programmeId) from Seat s join Dilemma d on d.id = s.dilemmaId
                        where s.guestId = :me and s.status in (INVITED, ACCEPTED) and d.phase not in (DRAFT, WITHDRAWN)""", Place.class)
                .setParameter("me", guest.personId()).getResultStream().findFirst();
    }

    public record Place(UUID dilemmaId, UUID programmeId) {}
}
