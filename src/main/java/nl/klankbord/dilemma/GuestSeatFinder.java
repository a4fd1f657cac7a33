// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.Contact;
import nl.klankbord.programme.GuestSeats;

/** The one place of a guest, as long as it is open to her. */
@ApplicationScoped
public class GuestSeatFinder implements GuestSeats {
    private static final String OPEN = "s.status in (INVITED, ACCEPTED) and d.phase not in (DRAFT, WITHDRAWN)";
    @Inject
    EntityManager em;
    @Inject
    Contact contact;

    @Override
    public Optional<UUID> programmeOf(Actor guest) {
        return of(guest).map(Place::programmeId);
    }

    public Optional<Place> of(Actor guest) {
        return em.createQuery("""
                        select new nl.klankbord.dilemma.GuestSeatFinder$Place(d.id, d.programmeId, d.endsAt) from Seat s join Dilemma d on d.id = s.dilemmaId
                        where s.guestId = :me and\s""" + OPEN, Place.class)
                .setParameter("me", guest.personId()).getResultStream().findFirst();
    }

    /** Whom to ask, for who was invited and had not said yes when it was over: the round went on, the dilemma was withdrawn. */
    public Optional<String> over(Actor guest) {
        return em.createQuery("select d.programmeId from Seat s join Dilemma d on d.id = s.dilemmaId where s.guestId = :me and s.acceptedAt is null and not (" + OPEN + ")", UUID.class)
                .setParameter("me", guest.personId()).getResultStream().findFirst().map(contact::of);
    }

    /** @param endsAt when the present phase ends, or null */
    public record Place(UUID dilemmaId, UUID programmeId, Instant endsAt) {}
}
