// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.contribution.ContributionDeed;
import nl.klankbord.dilemma.GuestSeatFinder;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;

/** What "Mijn werk" says to a guest of whom nothing is asked. */
@ApplicationScoped
public class GuestWork {
    @Inject
    GuestSeatFinder seats;
    @Inject
    StandingFinder standings;

    /** Empty for everyone else. */
    public Optional<Shown> of(Actor actor) {
        return actor instanceof Actor.OfGuest ? Optional.of(seats.of(actor).map(place -> at(actor, place)).orElseGet(() -> new Shown(null, null, seats.over(actor).orElse(null)))) : Optional.empty();
    }

    private Shown at(Actor guest, GuestSeatFinder.Place place) {
        return new Shown(place.dilemmaId(), standings.decide(guest, place.dilemmaId(), ContributionDeed.ASK).granted() ? place.endsAt() : null, null);
    }

    /** @param dilemmaId null when her place is there no more; @param asksUntil how long she may ask questions, or null; @param contact whom to ask when the invitation was over before she said yes, or null */
    public record Shown(UUID dilemmaId, Instant asksUntil, String contact) {}
}
