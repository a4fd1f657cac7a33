// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import java.time.Instant;
import java.util.List;
import nl.klankbord.web.Form;

/** A date of a round in its form. @param endsAt as it is now; {@code value}: as typed; {@code hint}: how it is now; {@code fixed}: it is over and stays; {@code closedAt}: when that really was, if we know */
public record StageField(Stage stage, Instant endsAt, String value, String error, String hint, boolean fixed, Instant closedAt) {

    /** The same words for several stages say nothing in a list, unless each names its stage. */
    static List<Form.Error> named(List<Form.Error> errors) {
        return errors.stream().map(error -> {
            Stage stage = Form.choice(Stage.class, error.field());
            return stage == null ? error : new Form.Error(error.field(), error.message(), "stage." + stage);
        }).toList();
    }
}
