// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.dilemma.HostChoice;
import nl.klankbord.dilemma.Seat;
import nl.klankbord.dilemma.SeatKind;
import nl.klankbord.dilemma.SeatStatus;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Validation;

/** The host's answer to each peer, or to one contribution of it: taken up, later, or not. */
@ApplicationScoped
public class RespondToPeer {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    ContributionFinder contributions;
    @Inject
    DilemmaLock lock;
    @Inject
    Validation validation;
    @Inject
    WriteDraft drafts;

    @Transactional
    public Outcome<UUID> respond(Actor actor, UUID seatId, Response response) {
        Seat seat = em.find(Seat.class, seatId);
        if (seat == null) {
            return Outcome.hidden();
        }
        lock.shared(seat.dilemmaId());
        em.refresh(seat, LockModeType.PESSIMISTIC_WRITE);
        Decision decision = standings.decide(actor, seat.dilemmaId(), ContributionDeed.RESPOND);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        List<FieldError> errors = validation.errors(response);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        if (seat.kind() != SeatKind.PEER && seat.kind() != SeatKind.GUEST || seat.status() != SeatStatus.ACCEPTED && seat.status() != SeatStatus.LEFT) {
            return Outcome.hidden();
        }
        String why = response.why() == null || response.why().isBlank() ? null : response.why().strip();
        if (response.contributionId() == null) {
            if (response.version() != null && response.version() != seat.version()) {
                return new Outcome.Stale<>(true);
            }
            seat.hearHost(response.choice(), why);
        } else {
            Contribution contribution = em.find(Contribution.class, response.contributionId(), LockModeType.PESSIMISTIC_WRITE);
            if (contribution == null || !seatId.equals(contribution.seatId()) || !contribution.submitted() || contribution.withdrawn()
                    || contributions.visibleTo(actor, contribution.id()).isEmpty()) {
                return Outcome.invalid("contributionId", "no-such-contribution");
            }
            if (response.version() != null && response.version() != contribution.version()) {
                return new Outcome.Stale<>(true);
            }
            contribution.hearHost(response.choice(), why);
        }
        drafts.forget(actor, DraftKey.hostResponse(response.contributionId() == null ? seatId : response.contributionId()));
        return Outcome.done(seatId);
    }

    /** @param contributionId null for the answer to the peer as a whole; @param version of the answer that this one takes the place of, null when that does not matter */
    public record Response(@NotNull(message = "{required}") HostChoice choice, @Size(max = 4000, message = "{too-long}") String why, UUID contributionId, Integer version) {}
}
