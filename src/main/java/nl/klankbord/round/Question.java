// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Objects;
import nl.klankbord.shared.Texts;

/**
 * One thing a reflection is asked.
 *
 * @param required  needs an answer before the reflection can be submitted
 * @param skippable may be passed over instead, with a reason that the circle reads
 * @param text      its words where a programme wrote them; null: they stand in the message bundles, by its key
 * @param hint      of such words; null or empty when they need none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Question(String key, Nature nature, boolean required, boolean skippable, String text, String hint) {
    public Question(String key, Nature nature, boolean required, boolean skippable) {
        this(key, nature, required, skippable, null, null);
    }

    /** Whether a programme wrote its words. */
    public boolean own() {
        return text != null;
    }

    /** With its words, wherever they stand. */
    public Question said(Texts texts, Locale locale) {
        return own() ? this : new Question(key, nature, required, skippable, texts.get(locale, "reflection." + key), texts.get(locale, "reflection." + key + "Hint"));
    }

    boolean saysAs(Question other) {
        return text.equals(other.text.strip()) && hint.equals(Objects.toString(other.hint, "").strip());
    }
}
