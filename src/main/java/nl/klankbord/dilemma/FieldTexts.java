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

/** The fields of a dilemma: taken out of its text and out of every version of it. */
@ApplicationScoped
class FieldTexts implements Reportable {
    static final String KIND = "field";
    @Inject
    EntityManager em;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    CanvasTexts canvases;
    @Inject
    Clock clock;

    static TextName name(String field) {
        return new TextName(KIND, field, null);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String reads() {
        return DilemmaAccess.READS;
    }

    @Override
    public String wrote() {
        return DilemmaAccess.HOSTS;
    }

    @Override
    public Optional<Boolean> own(Actor actor, UUID dilemmaId, TextName name) {
        return dilemmas.visibleTo(actor, dilemmaId).filter(shown -> shown.text().canvas() != null && CanvasField.isOne(name.field()) && !shown.text().hides(name.field())
                && !CanvasField.text(shown.text().canvas(), name.field()).isEmpty()).map(shown -> shown.standing().seat() == SeatKind.HOST);
    }

    @Override
    public Collection<String> says(UUID dilemmaId, TextName name) {
        return List.of(CanvasField.text(em.find(Dilemma.class, dilemmaId).canvas(), name.field()));
    }

    @Override
    public String take(UUID dilemmaId, TextName name) {
        Dilemma dilemma = em.find(Dilemma.class, dilemmaId);
        CanvasTexts.Kept kept = new CanvasTexts.Kept(CanvasField.node(dilemma.canvas(), name.field()), canvases.takeFromVersions(dilemmaId, name.field(), List.of(VersionKind.values())));
        dilemma.write(CanvasField.with(dilemma.canvas(), name.field(), canvases.instead(name.field())));
        dilemma.hide(name.field(), true);
        return Json.write(kept);
    }

    @Override
    public void giveBack(UUID dilemmaId, TextName name, String words) {
        Dilemma dilemma = em.find(Dilemma.class, dilemmaId);
        CanvasTexts.Kept kept = Json.read(words, CanvasTexts.Kept.class);
        dilemma.write(CanvasField.with(dilemma.canvas(), name.field(), kept.now()));
        dilemma.hide(name.field(), false);
        canvases.giveBackToVersions(dilemmaId, name.field(), kept.versions());
    }

    @Override
    public List<FieldError> rewrite(Actor actor, UUID dilemmaId, TextName name, String text) {
        Dilemma dilemma = em.find(Dilemma.class, dilemmaId);
        Canvas canvas = CanvasField.with(dilemma.canvas(), name.field(), text);
        List<FieldError> errors = canvases.errors(canvas, name.field());
        if (errors.isEmpty()) {
            dilemma.write(canvas);
            dilemma.hide(name.field(), false);
            em.persist(new DilemmaVersion(dilemmaId, VersionKind.EDITED, canvas, actor.personId(), clock.instant()));
        }
        return errors;
    }

    @Override
    public String words(Actor actor, TextName name, String kept) {
        return Json.read(kept, CanvasTexts.Kept.class).text();
    }
}
