// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.mail;

import java.util.Locale;
import java.util.Map;

/**
 * A mail to be sent: one of the texts below {@code mail/} with its placeholders filled in. Neither subject nor calendar
 * may say what it is about: secretaries and open diaries read them.
 *
 * @param uniqueKey a second letter with the same key is not written; null when every one counts
 * @param language  its reader's: of the text and of all that is filled in
 * @param values    by placeholder
 * @param calendar  an iCalendar object to attach, or null
 */
public record Letter(String uniqueKey, String recipient, Locale language, Kind kind, Map<String, Object> values, String calendar) {

    public Letter(String uniqueKey, String recipient, Locale language, Kind kind, Map<String, Object> values) {
        this(uniqueKey, recipient, language, kind, values, null);
    }

    public enum Kind { INVITATION, FACILITATION, SESSION, CANCELLATION, WITHDRAWAL, CONSENT, NEWCOMER, COORDINATOR, GUEST, OWN_TEXTS, REMINDER, WELCOME, RETENTION, PROPOSAL, RETURN, RELIEF, EXTENSION, PAUSE, RESUMPTION, HIDDEN, HIDDEN_REPORT, SHOWN }
}
