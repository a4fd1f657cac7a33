// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.klankbord.identity.Municipality.SizeClass;
import nl.klankbord.identity.Municipality.Urbanity;
import nl.klankbord.matching.PeerPlan.Reason;

/**
 * How a municipality fits a dilemma. The same facts give the cost of asking it and the reasons that people read; the cost
 * stands here and nowhere else, compares plans and is never shown.
 *
 * @param urbanity    null, like that of the host, where it is not known: then it counts for nothing
 * @param knownThemes themes of the dilemma that it hosted or thought along on before, of {@code themes} in all
 * @param monthsApart since it and the host last sat together; null when they never did
 */
record Fit(SizeClass size, SizeClass hostSize, Urbanity urbanity, Urbanity hostUrbanity, boolean sameProvince, List<String> knownThemes, int themes, Long monthsApart) {
    private static final int SIZE_STEP = 4;
    private static final int URBANITY_STEP = 2;
    private static final int SAME_PROVINCE = 4;
    private static final int NEW_TO_THEMES = 6;
    private static final int WITHIN_A_YEAR = 12;
    private static final int WITHIN_TWO_YEARS = 6;
    private static final int LONGER_AGO = 2;
    private static final int FURTHER_SEAT = 6;

    /** What one more seat costs a municipality that has so many already: each more than the one before. */
    static int seat(int load) {
        return FURTHER_SEAT * load;
    }

    int cost() {
        return SIZE_STEP * Math.abs(size.ordinal() - hostSize.ordinal())
                + (urbanity == null || hostUrbanity == null ? 0 : URBANITY_STEP * Math.abs(urbanity.ordinal() - hostUrbanity.ordinal())) + (sameProvince ? SAME_PROVINCE : 0)
                + (themes == 0 ? 0 : NEW_TO_THEMES * (themes - knownThemes.size()) / themes)
                + (monthsApart == null ? 0 : monthsApart < 12 ? WITHIN_A_YEAR : monthsApart < 24 ? WITHIN_TWO_YEARS : LONGER_AGO);
    }

    /** @param load its seats now; @param elsewhere how many more dilemmas the same plan asks it for */
    List<Reason> reasons(int load, int elsewhere) {
        List<Reason> reasons = lasting();
        reasons.add(elsewhere > 0 ? new Reason(elsewhere == 1 ? "also-once-in-plan" : "also-in-plan", String.valueOf(elsewhere))
                : new Reason(load == 0 ? "no-reviews-now" : load == 1 ? "one-review-now" : "more-reviews-now", ""));
        return reasons;
    }

    /** Those that hold whatever else it is asked for. */
    List<Reason> lasting() {
        List<Reason> reasons = new ArrayList<>();
        if (size == hostSize) {
            reasons.add(new Reason("same-size-" + size.name().toLowerCase(Locale.ROOT), ""));
        }
        if (urbanity != null && urbanity == hostUrbanity) {
            reasons.add(new Reason("same-urbanity-" + urbanity.name().toLowerCase(Locale.ROOT).replace('_', '-'), ""));
        }
        if (!sameProvince) {
            reasons.add(new Reason("other-province", ""));
        }
        if (!knownThemes.isEmpty()) {
            reasons.add(new Reason("knows-themes", String.join(", ", knownThemes)));
        }
        if (monthsApart == null) {
            reasons.add(new Reason("not-together-before", ""));
        } else if (monthsApart >= 24) {
            reasons.add(new Reason("together-long-ago", ""));
        }
        return reasons;
    }
}
