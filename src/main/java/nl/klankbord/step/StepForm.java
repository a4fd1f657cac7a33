// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.step;

import java.util.List;
import java.util.UUID;
import nl.klankbord.contribution.DraftFinder.Draft;
import nl.klankbord.contribution.DraftKey;
import nl.klankbord.dilemma.DilemmaFinder;

/**
 * The form for a new step.
 *
 * @param people     who sits on the seat, one of whom owns it
 * @param fromMirror the reflection in whose mirror it begins, or null
 * @param key        of the draft; a copied mirror has one of its own, so that neither takes the other's place
 */
public record StepForm(Typed typed, List<DilemmaFinder.PersonShown> people, UUID fromMirror, String key, int version) {

    static StepForm of(DilemmaFinder.Shown dilemma, Typed typed, UUID fromMirror, Draft draft, boolean fresh) {
        return new StepForm(fresh && draft != null ? new Typed(draft.text(), typed.dueOn, typed.ownerId) : typed, people(dilemma), fromMirror,
                key(dilemma.text().id(), fromMirror), draft == null ? 0 : draft.version());
    }

    static String key(UUID dilemma, UUID fromMirror) {
        return fromMirror == null ? DraftKey.step(dilemma) : DraftKey.stepFromMirror(fromMirror);
    }

    static List<DilemmaFinder.PersonShown> people(DilemmaFinder.Shown dilemma) {
        return dilemma.seats().stream().filter(seat -> seat.id().equals(dilemma.standing().seatId())).findFirst().map(DilemmaFinder.SeatShown::people).orElse(List.of());
    }

    public boolean owns(UUID person) {
        return person.toString().equals(typed.ownerId);
    }

    public record Typed(String text, String dueOn, String ownerId) {}
}
