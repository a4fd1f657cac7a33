// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A lesson in its editor's own words; what those who are asked agree to.
 *
 * @param conditions     when it works
 * @param counterExample when it did not
 * @param frame          what holds everywhere
 * @param localFilling   what each municipality fills in for itself
 * @param counting       what figures say
 * @param telling        what people say
 * @param open           whether it may stand on the open web
 */
public record Wording(
        @NotBlank(message = "{required}") @Size(max = 120, message = "{too-long}") String title,
        @NotBlank(message = "{required}") @Size(max = 4000, message = "{too-long}") String statement,
        @Size(max = 4000, message = "{too-long}") String conditions,
        @Size(max = 4000, message = "{too-long}") String counterExample,
        @Size(max = 4000, message = "{too-long}") String frame,
        @Size(max = 4000, message = "{too-long}") String localFilling,
        @Size(max = 4000, message = "{too-long}") String counting,
        @Size(max = 4000, message = "{too-long}") String telling,
        @Size(max = 10, message = "{too-many}") List<@Size(max = 60, message = "{too-long}") String> themes,
        boolean open) {

    public Wording {
        title = title == null ? "" : title.strip();
        statement = statement == null ? "" : statement.strip();
        conditions = blankToNull(conditions);
        counterExample = blankToNull(counterExample);
        frame = blankToNull(frame);
        localFilling = blankToNull(localFilling);
        counting = blankToNull(counting);
        telling = blankToNull(telling);
        themes = Themes.of(themes).names();
    }

    /** Whether a yes to the other wording is a yes to this one: nothing reads otherwise, and no more people may read it. */
    boolean saysNoMoreThan(Wording other) {
        return equals(new Wording(other.title, other.statement, other.conditions, other.counterExample, other.frame, other.localFilling, other.counting,
                other.telling, other.themes, open)) && (!open || other.open);
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
