// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import nl.klankbord.dilemma.SeatKind;
import nl.klankbord.shared.Texts;

/** What stands from then on where a name or a title was. */
@ApplicationScoped
class Nameless {
    // It is kept for readers of either language, among names and titles that are Dutch.
    private static final Locale DUTCH = Locale.of("nl");
    @Inject
    Texts texts;

    /** @param municipality her own, or null */
    String someone(String municipality) {
        return municipality == null ? texts.get(DUTCH, "nameless.someone") : texts.get(DUTCH, "nameless.from", municipality);
    }

    /** @param kind of her seat, or null: who has none coordinates */
    String at(SeatKind kind, String municipality) {
        return municipality != null ? someone(municipality) : kind == SeatKind.GUEST ? guest() : texts.get(DUTCH, kind == SeatKind.FACILITATOR ? "nameless.facilitator" : "nameless.coordinator");
    }

    String guest() {
        return texts.get(DUTCH, "nameless.guest");
    }

    String dilemma() {
        return texts.get(DUTCH, "nameless.dilemma");
    }
}
