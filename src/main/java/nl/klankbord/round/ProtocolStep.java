// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import nl.klankbord.shared.Texts;

/**
 * One step of a session.
 *
 * @param key  of its words in the message bundles; null where a programme named it
 * @param name as a programme wrote it; null: it stands in the bundles
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProtocolStep(String key, String name, Integer minutes, Speaker speaker) {
    /** With its name, wherever that stands. */
    public ProtocolStep said(Texts texts, Locale locale) {
        return name != null ? this : new ProtocolStep(key, texts.get(locale, "protocolStep." + key), minutes, speaker);
    }
}
