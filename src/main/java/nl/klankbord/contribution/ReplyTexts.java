// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.dilemma.Reportable;
import nl.klankbord.dilemma.SeatKind;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.dilemma.TextName;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Outcome.FieldError;

/** Why a host takes up one thing that a peer said, or does not. The choice itself stays. */
@ApplicationScoped
class ReplyTexts implements Reportable {
    static final String KIND = "reply";
    private static final int LONGEST = 4000;
    @Inject
    EntityManager em;
    @Inject
    ContributionFinder contributions;
    @Inject
    StandingFinder standings;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String reads() {
        return "exists (select 1 from Contribution c where c.id = tr.thingId and " + ContributionAccess.READS + ") and " + DilemmaAccess.IN_CIRCLE;
    }

    @Override
    public String wrote() {
        return DilemmaAccess.HOSTS;
    }

    @Override
    public Optional<Boolean> own(Actor actor, UUID dilemmaId, TextName name) {
        return name.thing() == null ? Optional.empty() : contributions.visibleTo(actor, name.thing()).filter(said -> said.dilemmaId().equals(dilemmaId) && said.hostWhy() != null)
                .flatMap(said -> standings.of(actor, dilemmaId)).map(standing -> standing.seat() == SeatKind.HOST);
    }

    @Override
    public Collection<String> says(UUID dilemmaId, TextName name) {
        return Optional.ofNullable(em.find(Contribution.class, name.thing()).hostWhy()).stream().toList();
    }

    @Override
    public String take(UUID dilemmaId, TextName name) {
        Contribution contribution = em.find(Contribution.class, name.thing());
        String words = contribution.hostWhy();
        contribution.rewordHost(null);
        return words;
    }

    @Override
    public void giveBack(UUID dilemmaId, TextName name, String kept) {
        Contribution contribution = em.find(Contribution.class, name.thing());
        contribution.rewordHost(kept);
    }

    @Override
    public List<FieldError> rewrite(Actor actor, UUID dilemmaId, TextName name, String text) {
        if (text.length() > LONGEST) {
            return List.of(new FieldError("text", "too-long", List.of(LONGEST)));
        }
        Contribution contribution = em.find(Contribution.class, name.thing());
        contribution.rewordHost(text.isEmpty() ? null : text, actor.personId());
        return List.of();
    }
}
