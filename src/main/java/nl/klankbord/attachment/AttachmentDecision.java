// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.klankbord.contribution.ContributionFiles;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;

/** Who adds files and takes them away: who may change the text they belong to, and of what was said its writer. */
@ApplicationScoped
class AttachmentDecision {
    @Inject
    StandingFinder standings;
    @Inject
    ContributionFiles contributions;

    /** Where files are added, or taken away. */
    public Decision opening(Actor actor, Target target) {
        return target.ofDilemma() ? adding(actor, target) : removing(actor, target);
    }

    public Decision adding(Actor actor, Target target) {
        return target.ofDilemma() ? standings.decide(actor, target.dilemmaId(), DilemmaDeed.EDIT) : contributions.adding(actor, target.contributionId());
    }

    /** Of a dilemma only until others ask about it: a file that is gone shows in no version. */
    public Decision removing(Actor actor, Target target) {
        return target.ofDilemma() ? standings.decide(actor, target.dilemmaId(), DilemmaDeed.REMOVE_FILE) : contributions.removing(actor, target.contributionId());
    }
}
