// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import java.util.List;
import nl.klankbord.dilemma.Canvas;

/** Assumptions that were picked from the list of a dilemma, of which a reader may have reported the words. */
public final class Picked {
    private Picked() {}

    /** Those in her own words and those that the list still says: of a list that was hidden nothing stands there, of one in other words those. @param now the dilemma, or null where nothing is to be left out */
    public static List<String> shown(List<String> assumptions, List<String> picked, Canvas now) {
        return now == null || assumptions == null || picked == null ? assumptions : assumptions.stream().filter(one -> !picked.contains(one) || now.tidy().assumptions().contains(one)).toList();
    }
}
