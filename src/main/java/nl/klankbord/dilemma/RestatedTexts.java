// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Json;
import nl.klankbord.shared.Outcome.FieldError;

/** The fields of a restatement: taken out of each time the dilemma was said anew. */
@ApplicationScoped
class RestatedTexts implements Reportable {
    static final String KIND = "restated";
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    RestatementFinder restatements;
    @Inject
    CanvasTexts canvases;
    @Inject
    Clock clock;

    @Override
    public String kind() {
        return KIND;
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
        return restatements.of(actor, dilemmaId).map(restated -> CanvasField.isOne(name.field()) ? CanvasField.text(restated.canvas(), name.field()) : "")
                .filter(text -> !text.isEmpty() && !text.equals(canvases.instead(name.field()))).flatMap(text -> standings.of(actor, dilemmaId)).map(standing -> standing.seat() == SeatKind.HOST);
    }

    @Override
    public Collection<String> says(UUID dilemmaId, TextName name) {
        return List.of(CanvasField.text(latest(dilemmaId), name.field()));
    }

    @Override
    public String take(UUID dilemmaId, TextName name) {
        return Json.write(new CanvasTexts.Kept(CanvasField.node(latest(dilemmaId), name.field()), canvases.takeFromVersions(dilemmaId, name.field(), List.of(VersionKind.RESTATED))));
    }

    private Canvas latest(UUID dilemmaId) {
        return em.createQuery("select v.canvas from DilemmaVersion v where v.dilemmaId = :id and v.kind = RESTATED order by v.id desc", Canvas.class).setParameter("id", dilemmaId).setMaxResults(1).getSingleResult();
    }

    @Override
    public void giveBack(UUID dilemmaId, TextName name, String words) {
        canvases.giveBackToVersions(dilemmaId, name.field(), Json.read(words, CanvasTexts.Kept.class).versions());
    }

    @Override
    public List<FieldError> rewrite(Actor actor, UUID dilemmaId, TextName name, String text) {
        Canvas canvas = CanvasField.with(latest(dilemmaId), name.field(), text);
        List<FieldError> errors = canvases.errors(canvas, name.field());
        if (errors.isEmpty()) {
            em.persist(new DilemmaVersion(dilemmaId, VersionKind.RESTATED, canvas, actor.personId(), clock.instant()));
        }
        return errors;
    }

    @Override
    public String words(Actor actor, TextName name, String kept) {
        return Json.read(kept, CanvasTexts.Kept.class).text();
    }
}
