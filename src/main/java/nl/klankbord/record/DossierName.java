// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a dossier is called on its page and in a file system.
 *
 * @param day   of the first thing in it
 * @param title null where the municipality may not read it
 */
public record DossierName(LocalDate day, String title, String id) {
    private static final int LONGEST = 60;
    /** The end of an id is drawn by lot; its beginning is shared by all that was made within a minute. */
    private static final int SHORT = 8;

    /** Below the whole id where a short one would name it like another. */
    static DossierName among(Set<String> taken, LocalDate day, String title, UUID id) {
        String whole = id.toString();
        DossierName brief = new DossierName(day, title, whole.substring(whole.length() - SHORT));
        return taken.add(brief.plain()) ? brief : new DossierName(day, title, whole);
    }

    /** Small letters, figures and hyphens, such as "2026-12-03-wachten-op-een-woning-3fa9c1d2": fit for every file system, and as it is for a link. */
    String plain() {
        return Stream.of(day.toString(), title == null ? "" : slug(), id).filter(part -> !part.isEmpty()).collect(Collectors.joining("-"));
    }

    private String slug() {
        String letters = Normalizer.normalize(title, Normalizer.Form.NFKD).replaceAll("[\\p{M}'’]", "").toLowerCase(Locale.ROOT);
        String slug = letters.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (slug.length() <= LONGEST) {
            return slug;
        }
        int word = slug.lastIndexOf('-', LONGEST);
        return slug.substring(0, word > 0 ? word : LONGEST);
    }
}
