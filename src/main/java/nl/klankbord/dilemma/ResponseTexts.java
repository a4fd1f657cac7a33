// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Outcome.FieldError;

/** Why a host takes up what a peer said, or does not. The choice itself stays. */
@ApplicationScoped
class ResponseTexts implements Reportable {
    private static final int LONGEST = 4000;
    @Inject
    EntityManager em;
    @Inject
    DilemmaFinder dilemmas;

    @Override
    public String kind() {
        return "response";
    }

    @Override
    public String reads() {
        return DilemmaAccess.IN_CIRCLE;
    }

    @Override
    public String wrote() {
        return DilemmaAccess.HOSTS;
    }

    @Override
    public Optional<Boolean> own(Actor actor, UUID dilemmaId, TextName name) {
        return dilemmas.visibleTo(actor, dilemmaId).filter(shown -> shown.seats().stream().anyMatch(seat -> seat.id().equals(name.thing()) && seat.hostWhy() != null))
                .map(shown -> shown.standing().seat() == SeatKind.HOST);
    }

    @Override
    public Collection<String> says(UUID dilemmaId, TextName name) {
        return Optional.ofNullable(em.find(Seat.class, name.thing()).hostWhy()).stream().toList();
    }

    @Override
    public String take(UUID dilemmaId, TextName name) {
        Seat seat = em.find(Seat.class, name.thing());
        String words = seat.hostWhy();
        seat.rewordHost(null);
        return words;
    }

    @Override
    public void giveBack(UUID dilemmaId, TextName name, String kept) {
        Seat seat = em.find(Seat.class, name.thing());
        seat.rewordHost(kept);
    }

    @Override
    public List<FieldError> rewrite(Actor actor, UUID dilemmaId, TextName name, String text) {
        if (text.length() > LONGEST) {
            return List.of(new FieldError("text", "too-long", List.of(LONGEST)));
        }
        Seat seat = em.find(Seat.class, name.thing());
        seat.rewordHost(text.isEmpty() ? null : text, actor.personId());
        return List.of();
    }
}
