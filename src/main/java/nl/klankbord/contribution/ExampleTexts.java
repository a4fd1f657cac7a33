// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.dilemma.Reportable;
import nl.klankbord.dilemma.TextName;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Json;
import nl.klankbord.shared.Outcome.FieldError;

/** The examples that people of one seat gave in recognising a question, kept by who wrote them. That the seat recognises it stays. */
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
    public String reads() {
        return DilemmaAccess.IN_CIRCLE + " and exists (select 1 from Recognition rr where rr.seatId = tr.thingId and " + keepsOf("rr") + " and not " + ContributionAccess.closedToNewcomer("rr.createdAt", "rr.personId") + ")";
    }

    @Override
    public String wrote() {
        return "exists (select 1 from Recognition wr where wr.seatId = tr.thingId and wr.personId = :me and " + keepsOf("wr") + ")";
    }

    /** Texts cast from ids and texts of a column are sorted by other rules; this function compares them all the same. */
    private static String keepsOf(String recognition) {
        return "cast(function('regexp_instr', tr.words, " + recognition + ".personId) as Integer) > 0";
    }

    @Override
    public Optional<Boolean> own(Actor actor, UUID dilemmaId, TextName name) {
        return contributions.recognitions(actor, dilemmaId).stream().filter(one -> one.seatId().equals(name.thing()) && !one.examples().isEmpty()).findFirst().map(one -> one.ownExample() != null);
    }

    @Override
    public Collection<String> says(UUID dilemmaId, TextName name) {
        return of(name).stream().map(Recognition::example).filter(Objects::nonNull).toList();
    }

    @Override
    public String take(UUID dilemmaId, TextName name) {
        Map<UUID, String> taken = new LinkedHashMap<>();
        for (Recognition recognition : of(name)) {
            String words = recognition.take();
            if (words != null) {
                taken.put(recognition.personId(), words);
            }
        }
        return Json.write(new Kept(taken));
    }

    @Override
    public void giveBack(UUID dilemmaId, TextName name, String kept) {
        Map<UUID, String> examples = Json.read(kept, Kept.class).examples;
        of(name).stream().filter(recognition -> examples.containsKey(recognition.personId())).forEach(recognition -> recognition.write(examples.get(recognition.personId())));
    }

    @Override
    public List<FieldError> rewrite(Actor actor, UUID dilemmaId, TextName name, String text) {
        if (text.length() > LONGEST) {
            return List.of(new FieldError("text", "too-long", List.of(LONGEST)));
        }
        of(name).stream().filter(recognition -> recognition.personId().equals(actor.personId())).forEach(recognition -> recognition.write(text.isEmpty() ? null : text));
        return List.of();
    }

    /** Each reads her own. */
    @Override
    public String words(Actor actor, TextName name, String kept) {
        return Json.read(kept, Kept.class).examples.get(actor.personId());
    }

    @Override
    public Optional<String> without(Actor actor, String kept) {
        Map<UUID, String> others = new LinkedHashMap<>(Json.read(kept, Kept.class).examples);
        others.remove(actor.personId());
        return others.isEmpty() ? Optional.empty() : Optional.of(Json.write(new Kept(others)));
    }

    private List<Recognition> of(TextName name) {
        return em.createQuery("from Recognition rc where rc.seatId = :seat order by rc.personId", Recognition.class).setParameter("seat", name.thing()).getResultList();
    }

    record Kept(Map<UUID, String> examples) {}
}
