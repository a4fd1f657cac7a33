// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.klankbord.contribution.Written;
import nl.klankbord.dilemma.ConceptFinder;
import nl.klankbord.identity.Actor;

/** A concept that its last writer cannot go on with stays hers to take along. */
@ApplicationScoped
class ConceptWritten implements Written {
    @Inject
    ConceptFinder concepts;

    @Override
    public String name() {
        return "concepts";
    }

    @Override
    public List<ConceptFinder.Concept> own(Actor actor) {
        return concepts.left(actor);
    }

    /** A concept has no newcomers to ask for. */
    @Override
    public String before() {
        return "1 = 0";
    }
}
