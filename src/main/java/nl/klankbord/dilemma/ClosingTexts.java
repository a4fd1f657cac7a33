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
import nl.klankbord.shared.Validation;

/** The three answers that a host closed with. */
@ApplicationScoped
class ClosingTexts implements Reportable {
    static final String KIND = "closing";
    static final List<String> FIELDS = List.of("works", "nextStep", "stillOpen");
    @Inject
    EntityManager em;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    Validation validation;

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
        return dilemmas.visibleTo(actor, dilemmaId).filter(shown -> name.field() != null && FIELDS.contains(name.field()) && shown.text().closed() && !shown.text().closing().said(name.field()).isEmpty())
                .map(shown -> shown.standing().seat() == SeatKind.HOST);
    }

    @Override
    public Collection<String> says(UUID dilemmaId, TextName name) {
        return List.of(em.find(Dilemma.class, dilemmaId).closing().said(name.field()));
    }

    @Override
    public String take(UUID dilemmaId, TextName name) {
        Dilemma dilemma = em.find(Dilemma.class, dilemmaId);
        String words = dilemma.closing().said(name.field());
        put(dilemma, name.field(), "", true);
        return words;
    }

    @Override
    public void giveBack(UUID dilemmaId, TextName name, String kept) {
        put(em.find(Dilemma.class, dilemmaId), name.field(), kept, false);
    }

    @Override
    public List<FieldError> rewrite(Actor actor, UUID dilemmaId, TextName name, String text) {
        Dilemma dilemma = em.find(Dilemma.class, dilemmaId);
        List<FieldError> errors = validation.errors(dilemma.closing().with(name.field(), text)).stream().filter(error -> error.field().equals(name.field()))
                .map(error -> new FieldError("text", error.code(), error.arguments())).toList();
        if (errors.isEmpty()) {
            dilemma.reword(name.field(), text, actor.personId());
            dilemma.hide(name.field(), false);
        }
        return errors;
    }

    private static void put(Dilemma dilemma, String field, String text, boolean hidden) {
        dilemma.reword(dilemma.closing().with(field, text));
        dilemma.hide(field, hidden);
    }
}
