// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Question;
import nl.klankbord.shared.Ids;

/** What the actor typed in a reflection and is not in it: put aside until it finds a place, or for good where that was submitted meanwhile. */
@ApplicationScoped
public class UnsavedFinder {
    private static final String KEY = DraftKey.unmergedOf("reflection");
    @Inject
    EntityManager em;
    @Inject
    DraftFinder drafts;

    public List<Unsaved> reflections(Actor actor) {
        // Never none at all, so that a list of them can be asked for.
        List<UUID> dilemmas = new ArrayList<>(List.of(actor.personId()));
        Map<String, DraftFinder.Draft> kept = drafts.beginning(actor, KEY);
        kept.keySet().stream().map(UnsavedFinder::dilemma).filter(Objects::nonNull).forEach(dilemmas::add);
        Map<UUID, About> about = em.createQuery("select new nl.klankbord.contribution.UnsavedFinder$About(d.id, d.title, mt.ownQuestions) from Dilemma d left join Round rd on rd.id = d.roundId left join Method mt on mt.methodKey = rd.methodKey "
                        + "where d.id in :dilemmas and " + DilemmaAccess.IN_CIRCLE, About.class).setParameter("dilemmas", dilemmas).setParameter("me", actor.personId())
                .getResultStream().collect(Collectors.toMap(About::dilemmaId, Function.identity()));
        return kept.values().stream().sorted(Comparator.comparing(DraftFinder.Draft::key)).map(draft -> {
            About there = about.get(dilemma(draft.key()));
            return there == null ? new Unsaved(draft.key(), null, null, null, draft.text()) : new Unsaved(draft.key(), there.dilemmaId, there.title, there.asked, draft.text());
        }).toList();
    }

    /** Anybody may write drafts of her own: the key may name nothing. */
    private static UUID dilemma(String key) {
        return Ids.parse(key.substring(KEY.length())).orElse(null);
    }

    /** @param key of the draft; @param dilemmaId null where the actor reads the dilemma no more, as its title and what a programme {@code asked} in its own words; @param text what was typed, field by field */
    public record Unsaved(String key, UUID dilemmaId, String title, List<Question> asked, String text) {}

    record About(UUID dilemmaId, String title, List<Question> asked) {}
}
