// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.klankbord.dilemma.HiddenTextFinder;
import nl.klankbord.identity.Actor;

/** What a reader reported stays its writer's, who alone still reads it and may take it along. */
@ApplicationScoped
class HiddenWritten implements Written {
    @Inject
    HiddenTextFinder hidden;

    @Override
    public String name() {
        return "hiddenTexts";
    }

    @Override
    public List<HiddenTextFinder.Own> own(Actor actor) {
        return hidden.own(actor);
    }

    /** No newcomer reads what is hidden. */
    @Override
    public String before() {
        return "1 = 0";
    }
}
