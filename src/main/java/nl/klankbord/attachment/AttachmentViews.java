// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import nl.klankbord.contribution.ContributionFinder;
import nl.klankbord.contribution.ContributionKind;
import nl.klankbord.dilemma.Circle;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;

/** What the page shows where somebody adds files and takes them away. */
@ApplicationScoped
class AttachmentViews {
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    ContributionFinder contributions;
    @Inject
    StandingFinder standings;
    @Inject
    AttachmentFinder attachments;
    @Inject
    AttachmentDecision decision;
    @Inject
    VirusScan scan;

    /** Only ever asked for who may add a file there, or take one away. */
    public AttachmentView of(Actor actor, Target target) {
        boolean adds = decision.adding(actor, target).granted();
        boolean removes = decision.removing(actor, target).granted();
        return target.ofDilemma() ? dilemma(actor, target.dilemmaId(), adds, removes) : contribution(actor, target.contributionId(), adds, removes);
    }

    private AttachmentView dilemma(Actor actor, UUID id, boolean adds, boolean removes) {
        DilemmaFinder.Text text = dilemmas.visibleTo(actor, id).orElseThrow().text();
        boolean concept = text.phase() == Phase.DRAFT;
        boolean wide = text.circle() == Circle.PROGRAMME;
        return new AttachmentView("/dilemmas/" + id + "/attachments", id, text.title(), null, concept ? "concept" : wide ? "programme" : "circle", concept ? wide ? "conceptFilesWide" : "conceptFiles" : null,
                adds, removes, scan.asked(), attachments.beside(actor, id, List.of()).getOrDefault(id, List.of()));
    }

    private AttachmentView contribution(Actor actor, UUID id, boolean adds, boolean removes) {
        ContributionFinder.Shown said = contributions.visibleTo(actor, id).orElseThrow();
        boolean sealed = said.kind() == ContributionKind.REFLECTION && standings.of(actor, said.dilemmaId()).map(Standing::phase).filter(Phase.REFLECTING::equals).isPresent();
        return new AttachmentView("/contributions/" + id + "/attachments", said.dilemmaId(), said.dilemma(), said.kind(), sealed ? "reflection" : "circle", sealed ? "reflectionNote" : null,
                adds, removes, scan.asked(), attachments.of(actor, List.of(id)).getOrDefault(id, List.of()));
    }
}
