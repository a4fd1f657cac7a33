// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.Dilemma;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.Seat;
import nl.klankbord.dilemma.SeatStatus;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Outcome;

/** From a proposal to a taken seat: the coordinator proposes, the host agrees, the invited declare conflicts and answer. */
@ApplicationScoped
public class InvitePeers {
    private static final int LONGEST_REASON = 1000;
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    DilemmaLock lock;
    @Inject
    InvitationMail mail;
    @Inject
    Event<Seat.Taken> taken;
    @Inject
    Clock clock;

    /** A municipality that takes part in the programme, is not the host and has no seat or open proposal here. */
    @Transactional
    public Outcome<UUID> proposePeer(Actor actor, UUID dilemmaId, String municipality) {
        Dilemma dilemma = lock.dilemma(dilemmaId);
        Decision decision = standings.decide(actor, dilemmaId, DilemmaDeed.PROPOSE_SEAT);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (municipality == null || municipality.isBlank()) {
            return Outcome.invalid("municipalityCode", "required");
        }
        if (municipality.equals(dilemma.hostMunicipality())) {
            return Outcome.invalid("municipalityCode", "is-the-host");
        }
        boolean takesPart = exists("""
                select m.id from Membership m join Person p on p.id = m.personId join Organisation o on o.id = p.organisationId
                where m.programmeId = :where and m.role = PARTICIPANT and o.municipalityCode = :who""", dilemma.programmeId(), municipality);
        if (!takesPart) {
            return Outcome.invalid("municipalityCode", "not-in-programme");
        }
        if (exists("select s.id from Seat s where s.dilemmaId = :where and s.municipalityCode = :who and s.status in (PROPOSED, INVITED, ACCEPTED)", dilemmaId, municipality)) {
            return Outcome.refused(Reason.ALREADY_THERE);
        }
        Seat seat = Seat.proposedPeer(dilemmaId, municipality);
        seat.asked(clock.instant());
        em.persist(seat);
        return Outcome.done(seat.id());
    }

    /** One of the programme's facilitators. */
    @Transactional
    public Outcome<UUID> proposeFacilitator(Actor actor, UUID dilemmaId, String email) {
        Dilemma dilemma = lock.dilemma(dilemmaId);
        Decision decision = standings.decide(actor, dilemmaId, DilemmaDeed.PROPOSE_SEAT);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        String address = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        if (address.isEmpty()) {
            return Outcome.invalid("email", "required");
        }
        if (!exists("select m.id from Membership m where m.programmeId = :where and m.role = FACILITATOR and m.email = :who", dilemma.programmeId(), address)) {
            return Outcome.invalid("email", "no-facilitator");
        }
        if (exists("select s.id from Seat s where s.dilemmaId = :where and s.kind = FACILITATOR and s.invitedEmail = :who and s.status in (PROPOSED, INVITED, ACCEPTED)", dilemmaId, address)) {
            return Outcome.refused(Reason.ALREADY_THERE);
        }
        Seat seat = Seat.proposedFacilitator(dilemmaId, address);
        seat.asked(clock.instant());
        em.persist(seat);
        return Outcome.done(seat.id());
    }

    /** The host's yes sends the invitation; a no needs no reason. */
    @Transactional
    public Outcome<SeatStatus> agree(Actor actor, UUID seatId, Boolean agreed) {
        Seat seat = locked(seatId);
        Decision decision = seat == null ? Decision.HIDDEN : standings.decide(actor, seat.dilemmaId(), DilemmaDeed.AGREE_TO_SEAT);
        // Who has no part in a proposal is not told that there is one.
        if (decision instanceof Decision.Refused(Reason reason) && reason == Reason.NOT_YOUR_ROLE && !seesAllSeats(actor, seat)) {
            return Outcome.hidden();
        }
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (seat.status() != SeatStatus.PROPOSED) {
            return Outcome.refused(Reason.ALREADY_ANSWERED);
        }
        if (agreed == null) {
            return Outcome.invalid("agreed", "required");
        }
        seat.agree(agreed);
        if (agreed) {
            seat.asked(clock.instant());
            em.flush();
            mail.invite(seat);
        }
        return Outcome.done(seat.status());
    }

    /** Who answers yes sits there. A conflict of interest is declared before anything but title and host is shown. */
    @Transactional
    public Outcome<SeatStatus> answer(Actor actor, UUID seatId, Boolean accepted, String conflict, String reason) {
        Seat seat = locked(seatId);
        Optional<Standing> standing = seat == null ? Optional.empty() : standings.of(actor, seat.dilemmaId());
        Decision decision = standing.map(s -> DilemmaPolicy.decide(s, DilemmaDeed.ANSWER_INVITATION)).orElse(Decision.HIDDEN);
        boolean invited = standing.filter(s -> seatId.equals(s.invitation())).isPresent();
        if (decision.granted() && !invited || decision instanceof Decision.Refused && !invited && !seesAllSeats(actor, seat) && !own(standing, seatId)) {
            return Outcome.hidden();
        }
        if (!decision.granted()) {
            return Outcome.denied(own(standing, seatId) ? Decision.refused(Reason.ALREADY_ANSWERED) : decision);
        }
        String interest = conflict == null || conflict.isBlank() || conflict.strip().equals("false") ? null : conflict.strip();
        if (accepted == null && interest == null) {
            return Outcome.invalid("accepted", "required");
        }
        if (interest != null && interest.length() > LONGEST_REASON || reason != null && reason.length() > LONGEST_REASON) {
            return Outcome.invalid(interest != null && interest.length() > LONGEST_REASON ? "conflict" : "reason", "too-long", LONGEST_REASON);
        }
        if (interest != null || !accepted) {
            seat.decline(interest, reason == null || reason.isBlank() ? null : reason.strip());
        } else {
            em.persist(seat.accept(actor.personId(), clock.instant()));
            taken.fire(new Seat.Taken(seat.dilemmaId(), actor.personId()));
        }
        return Outcome.done(seat.status());
    }

    private Seat locked(UUID seatId) {
        Seat seat = em.find(Seat.class, seatId);
        if (seat != null) {
            lock.dilemma(seat.dilemmaId());
            em.refresh(seat, LockModeType.PESSIMISTIC_WRITE);
        }
        return seat;
    }

    private boolean seesAllSeats(Actor actor, Seat seat) {
        return seat != null && standings.decide(actor, seat.dilemmaId(), DilemmaDeed.SEE_ALL_SEATS).granted();
    }

    private static boolean own(Optional<Standing> standing, UUID seatId) {
        return standing.filter(s -> seatId.equals(s.seatId())).isPresent();
    }

    private boolean exists(String query, UUID where, String who) {
        List<UUID> found = em.createQuery(query, UUID.class).setParameter("where", where).setParameter("who", who).setMaxResults(1).getResultList();
        return !found.isEmpty();
    }
}
