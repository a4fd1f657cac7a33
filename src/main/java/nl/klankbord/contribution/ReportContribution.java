// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.Dilemma;
import nl.klankbord.dilemma.HiddenTextMail;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.Audit;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Outcome;

/** Hides a text in which somebody can be recognised, at a reader's word, and shows it again. */
@ApplicationScoped
public class ReportContribution {
    private static final int LONGEST_WHY = 1000;
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    ContributionFinder contributions;
    @Inject
    WriteDraft drafts;
    @Inject
    HiddenTextMail mail;
    @Inject
    Audit audit;
    @Inject
    Clock clock;

    /** From now on only its writer reads it. */
    @Transactional
    public Outcome<UUID> report(Actor actor, UUID id, String why) {
        Contribution contribution = em.find(Contribution.class, id, LockModeType.PESSIMISTIC_WRITE);
        Optional<ContributionFinder.Shown> shown = contribution == null ? Optional.empty() : contributions.visibleTo(actor, id).filter(one -> !one.withdrawn() && one.submitted());
        Decision decision = shown.isEmpty() ? Decision.HIDDEN : ContributionPolicy.report(standings.decide(actor, contribution.dilemmaId(), ContributionDeed.REPORT), shown.get());
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (contribution.hidden()) {
            return Outcome.refused(Reason.ALREADY_THERE);
        }
        // What somebody else has shown again is not hidden a second time by the same reader.
        boolean before = !em.createQuery("select r.id from ContributionReport r where r.contributionId = :id and r.reportedBy = :me and r.liftedBy <> :me", UUID.class)
                .setParameter("id", id).setParameter("me", actor.personId()).getResultList().isEmpty();
        if (before) {
            return Outcome.refused(Reason.ALREADY_ANSWERED);
        }
        if (why != null && why.length() > LONGEST_WHY) {
            return Outcome.invalid("why", "too-long", LONGEST_WHY);
        }
        contribution.hide(clock.instant());
        em.persist(new ContributionReport(contribution, actor.personId(), why == null || why.isBlank() ? null : why.strip(), clock.instant()));
        mail.hidden(actor, told(contribution));
        drafts.forget(actor, DraftKey.report(id));
        audit.note(actor, em.find(Dilemma.class, contribution.dilemmaId()).deed(AuditKind.TEXT_HIDDEN));
        return Outcome.done(contribution.dilemmaId());
    }

    /** Whoever reported it takes that back, or the coordinator, who has heard its writer: nobody else reads it meanwhile. */
    @Transactional
    public Outcome<UUID> lift(Actor actor, UUID id) {
        Contribution contribution = em.find(Contribution.class, id, LockModeType.PESSIMISTIC_WRITE);
        Optional<ContributionFinder.Shown> shown = contribution == null ? Optional.empty() : contributions.visibleTo(actor, id);
        Decision decision = shown.isEmpty() ? Decision.HIDDEN : ContributionPolicy.lift(standings.decide(actor, contribution.dilemmaId(), ContributionDeed.REPORT), shown.get());
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (!contribution.hidden()) {
            return Outcome.refused(Reason.ALREADY_ANSWERED);
        }
        contribution.show();
        mail.shown(actor, told(contribution));
        audit.note(actor, em.find(Dilemma.class, contribution.dilemmaId()).deed(standings.coordinates(actor, contribution.dilemmaId()) ? AuditKind.TEXT_PUT_BACK : AuditKind.TEXT_SHOWN));
        em.createQuery("from ContributionReport r where r.contributionId = :id and r.liftedAt is null", ContributionReport.class).setParameter("id", id).getResultStream()
                .forEach(report -> report.lift(actor.personId(), clock.instant()));
        return Outcome.done(contribution.dilemmaId());
    }

    private static HiddenTextMail.Text told(Contribution contribution) {
        return new HiddenTextMail.Text(contribution.dilemmaId(), contribution.id(), "Contribution c on c.dilemmaId = d.id and c.id = :thing", ContributionAccess.OWN, ContributionAccess.READS,
                ContributionFinder.REPORTED, "#conversation");
    }
}
