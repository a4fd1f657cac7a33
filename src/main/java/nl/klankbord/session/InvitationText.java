// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import nl.klankbord.shared.Texts;

/** The few neutral words of an invitation. */
@ApplicationScoped
class InvitationText {
    @Inject
    Texts texts;

    String calendar(Invitation invitation, Instant now) {
        Locale dutch = Locale.of("nl");
        return invitation.toCalendar(now, texts.get(dutch, "calendar.summary"), texts.get(dutch, "calendar.description"));
    }
}
