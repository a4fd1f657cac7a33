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

    String calendar(Invitation invitation, Locale language, Instant now) {
        return invitation.toCalendar(now, language.getLanguage(), texts.get(language, "calendar.summary"), texts.get(language, "calendar.description"));
    }
}
