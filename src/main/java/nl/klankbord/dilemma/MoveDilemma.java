// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.Audit;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.round.Method;
import nl.klankbord.round.MoveRound;
import nl.klankbord.round.Round;
import nl.klankbord.round.RoundPhase;
import nl.klankbord.round.Stage;
import nl.klankbord.round.Timetable;
import nl.klankbord.shared.Attempt;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.Unmet;
import nl.klankbord.shared.WorkingDays;

/** Moves a dilemma on, by hand or when its deadline has passed. */
@ApplicationScoped
public class MoveDilemma {
    /** How long a dilemma below its quorum waits, once, in working days. */
    private static final int GRACE = 5;
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    DilemmaLock lock;
    @Inject
    @All
    List<MoveNeed> needs;
    @Inject
    SeatCount seats;
    @Inject
    Openings openings;
    @Inject
    MoveRound moveRound;
    @Inject
    Audit audit;
    @Inject
    WorkingDays calendar;
    @Inject
    PreviewExtension extensions;
    @Inject
    DatesMail mail;
    @Inject
    Event<Seat.Lapsed> lapsed;
    @Inject
    Clock clock;

    /** One of the phases a coordinator opens: CLARIFYING to CLOSED. */
    @Transactional
    public Outcome<Phase> to(Actor actor, UUID id, Phase next) {
        Dilemma dilemma = lock.withRound(id);
        Decision decision = standings.decide(actor, id, DilemmaDeed.MOVE);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (next == null) {
            return Outcome.invalid("to", "required");
        }
        return dilemma.phase().canMoveTo(next) && next.compareTo(Phase.CLARIFYING) >= 0 && next != Phase.WITHDRAWN
                ? moveWhenReady(actor, dilemma, next) : Outcome.refused(Reason.WRONG_PHASE);
    }

    /** A later end of the present phase; what follows, the reveal too, shifts along for all its seats. */
    @Transactional
    public Outcome<Instant> extend(Actor actor, UUID id, Instant until) {
        Dilemma dilemma = lock.dilemma(id);
        Decision decision = standings.decide(actor, id, DilemmaDeed.EXTEND);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        String unfit = extensions.unfit(dilemma, until);
        if (unfit != null) {
            return Outcome.invalid("until", unfit);
        }
        Instant before = dilemma.endsAt();
        dilemma.extend(until, days(dilemma));
        mail.extended(dilemma, before, Actor.doer(actor));
        audit.note(actor, dilemma.deed(AuditKind.DILEMMA_EXTENDED));
        return Outcome.done(until);
    }

    /** Stops its clock: nothing is due and nothing moves until it goes on. Writing stays open. */
    @Transactional
    public Outcome<UUID> pause(Actor actor, UUID id) {
        Dilemma dilemma = lock.dilemma(id);
        Decision decision = standings.decide(actor, id, DilemmaDeed.PAUSE);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (dilemma.paused()) {
            return Outcome.refused(Reason.PAUSED);
        }
        Instant before = dilemma.endsAt();
        dilemma.pause(clock.instant());
        mail.paused(dilemma, before, Actor.doer(actor));
        audit.note(actor, dilemma.deed(AuditKind.DILEMMA_PAUSED));
        return Outcome.done(id);
    }

    /** Lets it go on, every date as many working days later as the pause took; the answer is when the present phase ends. */
    @Transactional
    public Outcome<Instant> goOn(Actor actor, UUID id) {
        Dilemma dilemma = lock.dilemma(id);
        Decision decision = standings.decide(actor, id, DilemmaDeed.PAUSE);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (!dilemma.paused()) {
            return Outcome.refused(Reason.NOT_PAUSED);
        }
        Instant before = dilemma.toCome().endsAt().get(dilemma.phase().stage().orElseThrow());
        dilemma.goOn(clock.instant(), days(dilemma));
        mail.resumed(dilemma, before, Actor.doer(actor));
        audit.note(actor, dilemma.deed(AuditKind.DILEMMA_RESUMED));
        return Outcome.done(dilemma.endsAt());
    }

    /** Moves every dilemma whose deadline has passed and that lacks nothing; the number that moved. */
    @ActivateRequestContext
    public int due(Actor actor) {
        List<UUID> due = em.createQuery("select d.id from Dilemma d where d.endsAt <= :now and d.phase in (CLARIFYING, REFLECTING, SESSION, HARVESTING, FOLLOW_UP) order by d.endsAt, d.id", UUID.class)
                .setParameter("now", clock.instant()).getResultList();
        return (int) due.stream().filter(id -> Attempt.of("move of dilemma", id, () -> moveIfDue(actor, id))).count();
    }

    private boolean moveIfDue(Actor actor, UUID id) {
        Dilemma dilemma = lock.withRound(id);
        // Another instance may have moved or extended it since it was listed.
        if (dilemma.phase().stage().isEmpty() || dilemma.paused() || dilemma.endsAt().isAfter(clock.instant())) {
            return false;
        }
        Phase next = Phase.values()[dilemma.phase().ordinal() + 1];
        Outcome<Phase> outcome = moveWhenReady(actor, dilemma, next);
        if (outcome instanceof Outcome.Blocked<Phase>(List<Unmet> unmet) && !dilemma.waitedForQuorum()
                && unmet.stream().anyMatch(lacking -> lacking.need().equals("quorum"))) {
            Instant before = dilemma.endsAt();
            dilemma.waitForQuorum(WorkingDays.endOf(days(dilemma).plus(WorkingDays.dayOf(clock.instant()), GRACE)), days(dilemma));
            mail.extended(dilemma, before, Actor.doer(actor));
        }
        return outcome instanceof Outcome.Done;
    }

    /** Whether the time for finding peers is over and too few said yes, or too few reflected and it has waited for them. */
    boolean mayCancel(Dilemma dilemma) {
        if (dilemma.phase() == Phase.ACCEPTED) {
            Round round = em.find(Round.class, dilemma.roundId());
            boolean matched = round.phase() == RoundPhase.RUNNING || !round.timetable().endsAt().get(Stage.MATCHING).isAfter(clock.instant());
            return matched && seats.of(dilemma.id()).seated() < em.find(Method.class, round.methodKey()).minimumPeers();
        }
        return dilemma.phase() == Phase.REFLECTING && !dilemma.paused() && dilemma.waitedForQuorum() && !dilemma.endsAt().isAfter(clock.instant())
                && seats.of(dilemma.id()).submitted() < dilemma.quorum();
    }

    /** A running round starts every accepted dilemma whose seats are filled; the others start later, by hand. */
    void startWithRound(@Observes Round.Moved round) {
        if (round.to() == RoundPhase.RUNNING) {
            em.createQuery("select d.id from Dilemma d where d.roundId = :round and d.phase = ACCEPTED order by d.id", UUID.class)
                    .setParameter("round", round.roundId()).getResultList().forEach(id -> moveWhenReady(round.by(), lock.dilemma(id), Phase.CLARIFYING));
        }
    }

    private Outcome<Phase> moveWhenReady(Actor actor, Dilemma dilemma, Phase next) {
        return moveWhenReady(Actor.doer(actor), dilemma, next);
    }

    private Outcome<Phase> moveWhenReady(UUID by, Dilemma dilemma, Phase next) {
        List<Unmet> unmet = needs.stream().flatMap(need -> need.unmet(dilemma, next).stream()).map(need -> new Unmet(need, dilemma.id())).toList();
        if (!unmet.isEmpty()) {
            return new Outcome.Blocked<>(unmet);
        }
        record(by, dilemma, next);
        return Outcome.done(next);
    }

    /** Moves without asking what is needed: for submitting, accepting and withdrawing, whose writes have checked their own. */
    void record(UUID by, Dilemma dilemma, Phase next) {
        Round round = em.find(Round.class, dilemma.roundId());
        Instant fullLength = next.stage().map(stage -> WorkingDays.endOf(Timetable.calendar(stage, days(dilemma)).plus(WorkingDays.dayOf(clock.instant()),
                em.find(Method.class, round.methodKey()).workingDays(stage)))).orElse(null);
        boolean concept = dilemma.phase() == Phase.DRAFT && next == Phase.WITHDRAWN;
        em.persist(dilemma.moveTo(next, by, clock.instant(), round.timetable(), fullLength, days(dilemma)));
        // Who takes a concept back is its writers' own.
        if (!concept) {
            audit.note(by, dilemma.deed(AuditKind.DILEMMA_MOVED).as(next));
        }
        em.flush();
        if (next == Phase.CLARIFYING || next == Phase.HARVESTING) {
            List<Seat.Lapsed> over = em.createQuery("select new nl.klankbord.dilemma.Seat$Lapsed(s.id, s.guestId) from Seat s where s.dilemmaId = :id and s.status = INVITED", Seat.Lapsed.class)
                    .setParameter("id", dilemma.id()).getResultList();
            em.createQuery("update versioned Seat s set s.status = LAPSED where s.dilemmaId = :id and s.status in (PROPOSED, INVITED)").setParameter("id", dilemma.id()).executeUpdate();
            over.forEach(lapsed::fire);
        }
        if (next == Phase.CLOSED || next == Phase.WITHDRAWN) {
            openings.forget(dilemma.id());
            long running = em.createQuery("select count(*) from Dilemma d where d.roundId = :round and d.phase not in (DRAFT, SUBMITTED, CLOSED, WITHDRAWN)", Long.class)
                    .setParameter("round", dilemma.roundId()).getSingleResult();
            if (running == 0) {
                moveRound.closeIfRunning(Actor.system(), dilemma.roundId());
            }
        }
    }

    /** The days its method counts: some leave out school holidays. */
    private WorkingDays days(Dilemma dilemma) {
        return em.find(Method.class, em.find(Round.class, dilemma.roundId()).methodKey()).days(calendar);
    }
}
