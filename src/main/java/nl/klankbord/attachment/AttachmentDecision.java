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

    public Decision adding(Actor actor, Target target) {
        return target.ofDilemma() ? standings.decide(actor, target.dilemmaId(), DilemmaDeed.EDIT) : contributions.adding(actor, target.contributionId());
    }

    public Decision removing(Actor actor, Target target) {
        return target.ofDilemma() ? standings.decide(actor, target.dilemmaId(), DilemmaDeed.EDIT) : contributions.removing(actor, target.contributionId());
    }
}
