// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Question;
import nl.klankbord.shared.Hql;
import nl.klankbord.shared.Ids;

/** What the actor typed at a dilemma and never came to stand there: it has not found its place yet, or the form is closed to her since. It stays hers. */
@ApplicationScoped
public class UnsavedFinder {
    /** Who sat there knows what was asked. */
    private static final String KNOWS_QUESTIONS = Hql.anyOf(DilemmaAccess.IN_CIRCLE, DilemmaAccess.SAT);
    @Inject
    EntityManager em;
    @Inject
    DraftFinder drafts;

    public List<Unsaved> own(Actor actor) {
        List<DraftFinder.Draft> kept = drafts.beginning(actor, "").values().stream().filter(draft -> DraftKey.isAtDilemma(draft.key()) && !draft.text().isBlank())
                .sorted(Comparator.comparing(DraftFinder.Draft::key)).toList();
        Map<String, UUID> dilemmas = dilemmas(actor, kept.stream().map(DraftFinder.Draft::key).toList());
        Map<UUID, List<Question>> asked = asked(actor, dilemmas.values());
        return kept.stream().map(draft -> new Unsaved(draft.key(), DraftKey.form(draft.key()), dilemmas.get(draft.key()), asked.get(dilemmas.get(draft.key())), draft.text())).toList();
    }

    /** Some forms are named after the dilemma, some after what they answer or a seat. */
    private Map<String, UUID> dilemmas(Actor actor, List<String> keys) {
        Map<String, UUID> places = new HashMap<>();
        keys.forEach(key -> Ids.parse(DraftKey.place(key)).ifPresent(place -> places.put(key, place)));
        Map<UUID, UUID> within = em.createQuery("select c.id, c.dilemmaId from Contribution c where c.id in :places union all select s.id, s.dilemmaId from Seat s where s.id in :places", Object[].class)
                .setParameter("places", Ids.with(actor.personId(), places.values())).getResultStream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1]));
        places.replaceAll((key, place) -> within.getOrDefault(place, place));
        return places;
    }

    private Map<UUID, List<Question>> asked(Actor actor, Collection<UUID> dilemmas) {
        return em.createQuery("select new nl.klankbord.contribution.UnsavedFinder$Asked(d.id, mt.ownQuestions) from Dilemma d join Round rd on rd.id = d.roundId join Method mt on mt.methodKey = rd.methodKey "
                        + "where d.id in :dilemmas and mt.ownQuestions is not null and " + KNOWS_QUESTIONS, Asked.class).setParameter("dilemmas", Ids.with(actor.personId(), dilemmas)).setParameter("me", actor.personId())
                .getResultStream().collect(Collectors.toMap(Asked::dilemmaId, Asked::questions));
    }

    /** @param key of the draft; @param form it was typed in; @param dilemmaId null where the key names nothing: anybody may write drafts of her own; @param asked what a programme asked in its own words, for who may know that; @param text what was typed; of a whole form field by field */
    public record Unsaved(String key, String form, UUID dilemmaId, List<Question> asked, String text) {}

    record Asked(UUID dilemmaId, List<Question> questions) {}
}
