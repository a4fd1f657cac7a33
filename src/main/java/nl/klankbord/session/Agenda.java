// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.klankbord.round.ProtocolStep;
import nl.klankbord.round.Speaker;
import nl.klankbord.shared.Texts;

/**
 * How a session goes, step by step, with the times of each once it has a date.
 *
 * @param longer whether the steps take longer than the session
 */
public record Agenda(String protocol, List<Item> steps, int minutes, boolean longer) {

    /** @param startsAt and {@code endsAt}: null while there is no date */
    static Agenda of(ProtocolFinder.Choice protocol, Instant startsAt, Instant endsAt) {
        List<Item> items = new ArrayList<>();
        Instant at = startsAt;
        for (ProtocolStep step : protocol.steps()) {
            Instant end = at == null ? null : at.plus(step.minutes(), ChronoUnit.MINUTES);
            items.add(new Item(step.key(), step.name(), step.minutes(), step.speaker(), at, end));
            at = end;
        }
        return new Agenda(protocol.key(), items, protocol.getMinutes(), at != null && at.isAfter(endsAt));
    }

    /** @param name as a programme wrote it; null: it stands in the message bundles, by its key */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(String key, String name, int minutes, Speaker speaker, Instant startsAt, Instant endsAt) {
        Item said(Texts texts, Locale locale) {
            return name != null ? this : new Item(key, texts.get(locale, "protocolStep." + key), minutes, speaker, startsAt, endsAt);
        }
    }
}
