// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Dilemma;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.Seat;
import nl.klankbord.dilemma.SeatAudit;
import nl.klankbord.dilemma.SeatStatus;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.matching.PeerComparison.Choice;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.round.Method;
import nl.klankbord.round.Round;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.round.RoundPolicy;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;

/** From a proposal to a taken seat: the coordinator proposes, the host agrees, the invited declare conflicts and answer. */
@ApplicationScoped
public class InvitePeers {
    private static final int LONGEST_REASON = 1000;
    private static final int MOST_AT_ONCE = 500;
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    RoundFinder rounds;
    @Inject
    DilemmaLock lock;
    @Inject
    InviteGuest guests;
    @Inject
    InvitationMail mail;
    @Inject
    SeatAudit audit;
    @Inject
    Event<Seat.Taken> taken;
    @Inject
    Event<Seat.Answered> answered;
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
        List<FieldError> wrong = wrong("municipalityCode", dilemma, municipality);
        if (!wrong.isEmpty()) {
            return new Outcome.Invalid<>(wrong);
        }
        if (isThere(dilemma, municipality)) {
            return Outcome.refused(Reason.ALREADY_THERE);
        }
        List<FieldError> full = full("municipalityCode", dilemma, 1);
        return full.isEmpty() ? Outcome.done(seat(actor, dilemma, municipality).id()) : new Outcome.Invalid<>(full);
    }

    /** For several dilemmas of a round at once, all or none of them. */
    @Transactional
    public Outcome<List<Proposed>> proposePeers(Actor actor, UUID roundId, List<Choice> choices) {
        Map<UUID, Dilemma> dilemmas = locked(roundId, choices);
        Decision round = rounds.visibleTo(actor, roundId).map(shown -> RoundPolicy.decide(shown.standing(actor), shown.phase(), RoundPolicy.Action.MATCH)).orElse(Decision.HIDDEN);
        if (!round.granted()) {
            return Outcome.denied(round);
        }
        Map<UUID, Decision> decisions = new TreeMap<>();
        dilemmas.keySet().forEach(id -> decisions.put(id, standings.decide(actor, id, DilemmaDeed.PROPOSE_SEAT)));
        for (Decision decision : decisions.values()) {
            if (decision instanceof Decision.Refused) {
                return Outcome.denied(decision);
            }
        }
        // What is hidden is no more in this round than what does not exist.
        dilemmas.keySet().removeIf(id -> !decisions.get(id).granted());
        List<FieldError> wrong = wrong(dilemmas, choices);
        return !wrong.isEmpty() ? new Outcome.Invalid<>(wrong) : Outcome.done(choices.stream()
                .map(choice -> new Proposed(seat(actor, dilemmas.get(choice.dilemmaId()), choice.municipalityCode()).id(), choice.dilemmaId(), choice.municipalityCode(), SeatStatus.PROPOSED)).toList());
    }

    /** The round first, then its dilemmas in one order: of two who choose at the same time one waits. */
    private Map<UUID, Dilemma> locked(UUID roundId, List<Choice> choices) {
        em.find(Round.class, roundId, LockModeType.PESSIMISTIC_WRITE);
        Map<UUID, Dilemma> dilemmas = new TreeMap<>();
        Stream.ofNullable(choices).flatMap(List::stream).limit(MOST_AT_ONCE).filter(Objects::nonNull).map(Choice::dilemmaId).filter(Objects::nonNull).distinct().sorted()
                .map(lock::dilemma).filter(dilemma -> dilemma != null && dilemma.roundId().equals(roundId)).forEach(dilemma -> dilemmas.put(dilemma.id(), dilemma));
        return dilemmas;
    }

    private List<FieldError> wrong(Map<UUID, Dilemma> dilemmas, List<Choice> choices) {
        if (choices == null || choices.isEmpty()) {
            return List.of(new FieldError("peers", "no-peers-chosen", List.of()));
        }
        if (choices.size() > MOST_AT_ONCE) {
            return List.of(new FieldError("peers", "too-many", List.of(MOST_AT_ONCE)));
        }
        List<FieldError> wrong = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            String field = "peers[" + i + "].";
            if (choice == null || choice.dilemmaId() == null || !dilemmas.containsKey(choice.dilemmaId())) {
                wrong.add(new FieldError(field + "dilemmaId", "unknown-dilemma", List.of()));
                continue;
            }
            Dilemma dilemma = dilemmas.get(choice.dilemmaId());
            List<FieldError> here = wrong(field + "municipalityCode", dilemma, choice.municipalityCode());
            wrong.addAll(here);
            if (here.isEmpty() && (choices.indexOf(choice) < i || isThere(dilemma, choice.municipalityCode()))) {
                wrong.add(new FieldError(field + "municipalityCode", "already-asked", List.of()));
            }
            wrong.addAll(full(field + "municipalityCode", dilemma, (int) choices.subList(0, i + 1).stream().filter(one -> one != null && dilemma.id().equals(one.dilemmaId())).count()));
        }
        return wrong;
    }

    /** A seat that was proposed just now. */
    public record Proposed(UUID id, UUID dilemmaId, String municipalityCode, SeatStatus status) {}

    private List<FieldError> wrong(String field, Dilemma dilemma, String municipality) {
        if (municipality == null || municipality.isBlank()) {
            return List.of(new FieldError(field, "required", List.of()));
        }
        if (municipality.equals(dilemma.hostMunicipality())) {
            return List.of(new FieldError(field, "is-the-host", List.of()));
        }
        boolean takesPart = exists("""
                select m.id from Membership m join Person p on p.id = m.personId join Organisation o on o.id = p.organisationId
                where m.programmeId = :where and m.role = PARTICIPANT and o.municipalityCode = :who""", dilemma.programmeId(), municipality);
        if (!takesPart) {
            return List.of(new FieldError(field, "not-in-programme", List.of()));
        }
        // Who once said no may be asked again after a talk; an interest that was declared stays one.
        return exists("select s.id from Seat s where s.dilemmaId = :where and s.municipalityCode = :who and s.status = CONFLICT", dilemma.id(), municipality)
                ? List.of(new FieldError(field, "declared-conflict", List.of())) : List.of();
    }

    private boolean isThere(Dilemma dilemma, String municipality) {
        return exists("select s.id from Seat s where s.dilemmaId = :where and s.municipalityCode = :who and s.status in (PROPOSED, INVITED, ACCEPTED)", dilemma.id(), municipality);
    }

    /** Whether so many more would be more than the method allows. */
    List<FieldError> full(String field, Dilemma dilemma, int more) {
        Integer most = em.find(Method.class, em.find(Round.class, dilemma.roundId()).methodKey()).maximumPeers();
        return most != null && peers(dilemma.id()) + more > most ? List.of(new FieldError(field, "enough-peers", List.of(most))) : List.of();
    }

    private Seat seat(Actor actor, Dilemma dilemma, String municipality) {
        Seat seat = Seat.proposedPeer(dilemma.id(), municipality);
        seat.asked(clock.instant());
        em.persist(seat);
        audit.note(actor, AuditKind.SEAT_PROPOSED, seat, null, seat.kind());
        return seat;
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
        audit.note(actor, AuditKind.SEAT_PROPOSED, seat, null, seat.kind());
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
        if (agreed && guests.takesPart(seat)) {
            return Outcome.invalid("agreed", "guest-takes-part");
        }
        seat.agree(agreed);
        audit.note(actor, AuditKind.SEAT_AGREED, seat, null, null);
        if (agreed) {
            seat.asked(clock.instant());
            em.flush();
            mail.invite(seat);
        }
        return Outcome.done(seat.status());
    }

    /** Who answers yes sits there; an interest is declared before anything but title and host is shown. @param asks about a yes with an interest: a program means it, a person may write that there is none */
    @Transactional
    public Outcome<SeatStatus> answer(Actor actor, UUID seatId, Boolean accepted, String conflict, String reason, boolean asks) {
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
        if (interest != null && asks && Boolean.TRUE.equals(accepted)) {
            return Outcome.invalid("conflict", "yes-and-conflict");
        }
        if (interest != null || !accepted) {
            seat.decline(interest, reason == null || reason.isBlank() ? null : reason.strip());
            guests.sendAway(seat);
        } else {
            em.persist(seat.accept(actor.personId(), clock.instant()));
            taken.fire(new Seat.Taken(seat.dilemmaId(), actor.personId()));
        }
        answered.fire(new Seat.Answered(seat.dilemmaId(), actor.personId()));
        audit.note(actor, AuditKind.SEAT_ANSWERED, seat, null, null);
        return Outcome.done(seat.status());
    }

    /** Who sits there and who may yet: an open proposal counts, so that nobody who says yes finds the circle full. */
    private long peers(UUID dilemmaId) {
        return em.createQuery("select count(s.id) from Seat s where s.dilemmaId = :id and s.kind = PEER and s.status in (PROPOSED, INVITED, ACCEPTED)", Long.class)
                .setParameter("id", dilemmaId).getSingleResult();
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
