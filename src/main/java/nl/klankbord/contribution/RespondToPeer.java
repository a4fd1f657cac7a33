// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.dilemma.HiddenTexts;
import nl.klankbord.dilemma.HostChoice;
import nl.klankbord.dilemma.Seat;
import nl.klankbord.dilemma.SeatKind;
import nl.klankbord.dilemma.SeatStatus;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.dilemma.TextName;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Trace;
import nl.klankbord.shared.Validation;
import nl.klankbord.web.Api;

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
    HiddenTexts hidden;
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
        List<FieldError> errors = new ArrayList<>(validation.errors(response));
        errors.addAll(Trace.unsure(Api.sure(response.sure()), Stream.ofNullable(response.why()), Stream.of()));
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        if (seat.kind() != SeatKind.PEER && seat.kind() != SeatKind.GUEST || seat.status() != SeatStatus.ACCEPTED && seat.status() != SeatStatus.LEFT) {
            return Outcome.hidden();
        }
        TextName name = response.contributionId() == null ? new TextName("response", null, seatId) : new TextName(ReplyTexts.KIND, null, response.contributionId());
        List<FieldError> again = hidden.again(actor, seat.dilemmaId(), name, "why", response.why());
        if (!again.isEmpty()) {
            return new Outcome.Invalid<>(again);
        }
        String why = response.why() == null || response.why().isBlank() ? null : response.why().strip();
        if (response.contributionId() == null) {
            if (missed(response, seat.answered(), seat.version())) {
                return new Expected(response.version()).stale();
            }
            seat.hearHost(response.choice(), why, actor.personId());
        } else {
            Contribution contribution = em.find(Contribution.class, response.contributionId(), LockModeType.PESSIMISTIC_WRITE);
            if (contribution == null || !seatId.equals(contribution.seatId()) || !contribution.submitted() || contribution.withdrawn()
                    || contributions.visibleTo(actor, contribution.id()).isEmpty()) {
                return Outcome.invalid("contributionId", "no-such-contribution");
            }
            if (missed(response, contribution.answered(), contribution.version())) {
                return new Expected(response.version()).stale();
            }
            contribution.hearHost(response.choice(), why, actor.personId());
        }
        hidden.settle(actor, seat.dilemmaId(), name);
        drafts.forget(actor, DraftKey.hostResponse(response.contributionId() == null ? seatId : response.contributionId()));
        return Outcome.done(seatId);
    }

    /** Whether it would take the place of an answer that its writer did not see. */
    private static boolean missed(Response response, boolean answered, int version) {
        return response.version() == null ? answered : response.version() != version;
    }

    /** @param sure whether its writer has looked at what may lead to a person; @param contributionId null for the answer to the peer as a whole; @param version of the answer that this one takes the place of, null while there is none */
    public record Response(@NotNull(message = "{required}") HostChoice choice, @Size(max = 4000, message = "{too-long}") String why, UUID contributionId, Integer version, Boolean sure) {}
}
