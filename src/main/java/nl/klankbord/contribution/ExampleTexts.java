// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.Reportable;
import nl.klankbord.dilemma.TextName;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Outcome.FieldError;

/** The example that somebody gave in recognising a question. That her seat recognises it stays. */
@ApplicationScoped
class ExampleTexts implements Reportable {
    static final String KIND = "example";
    static final int LONGEST = 4000;
    @Inject
    EntityManager em;
    @Inject
    ContributionFinder contributions;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String wrote() {
        return "exists (select 1 from Recognition wr where wr.seatId = tr.thingId and wr.personId = :me)";
    }

    @Override
    public Optional<Boolean> own(Actor actor, UUID dilemmaId, TextName name) {
        return contributions.recognitions(actor, dilemmaId).stream().filter(one -> one.seatId().equals(name.thing()) && one.example() != null).findFirst()
                .map(one -> em.find(Recognition.class, one.seatId()).writtenBy(actor.personId()));
    }

    @Override
    public String take(UUID dilemmaId, TextName name) {
        return em.find(Recognition.class, name.thing()).take();
    }

    @Override
    public void giveBack(UUID dilemmaId, TextName name, String kept) {
        Recognition recognition = em.find(Recognition.class, name.thing());
        if (recognition != null) {
            recognition.giveBack(kept);
        }
    }

    @Override
    public List<FieldError> rewrite(Actor actor, UUID dilemmaId, TextName name, String text) {
        if (text.length() > LONGEST) {
            return List.of(new FieldError("text", "too-long", List.of(LONGEST)));
        }
        giveBack(dilemmaId, name, text.isEmpty() ? null : text);
        return List.of();
    }
}
