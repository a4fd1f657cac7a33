// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.web.Form;

/** The page of a dilemma again, with what was typed in one of its forms and what is wrong with it. */
@ApplicationScoped
class ReviewForms {
    @Inject
    CurrentActor current;
    @Inject
    ReviewFinder reviews;

    /** Only ever called for who was allowed to write there, and so may read the page. */
    Function<List<Form.Error>, TemplateInstance> of(UUID dilemma, Typed typed) {
        return of(dilemma, typed, null);
    }

    /** @param cursor of the page of the conversation that the form stands on, or null for the first */
    Function<List<Form.Error>, TemplateInstance> of(UUID dilemma, Typed typed, String cursor) {
        return errors -> DilemmaPages.page(reviews.visibleTo(current.require(), dilemma, Cursor.of(cursor, Cursor.MOST)).orElseThrow(), typed.with(errors));
    }
}
