// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.Dilemma;
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.Seat;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.Audit;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.round.Round;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Validation;
import nl.klankbord.shared.WorkingDays;

/** Sets, moves and ends the session of a dilemma; everyone in the circle is invited in the same transaction. */
@ApplicationScoped
public class PlanSession {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    ProtocolFinder protocols;
    @Inject
    DilemmaLock lock;
    @Inject
    SessionMail mail;
    @Inject
    WithdrawalMail withdrawal;
    @Inject
    Audit audit;
    @Inject
    Validation validation;
    @Inject
    WorkingDays calendar;
    @Inject
    Clock clock;

    /** @param expected the version to move from; ignored, like {@code onlyNew}, by the other case */
    @Transactional
    public Outcome<UUID> set(Actor actor, UUID dilemmaId, boolean onlyNew, Expected expected, SessionPlan plan) {
        Dilemma dilemma = lock.dilemma(dilemmaId);
        Decision decision = standings.of(actor, dilemmaId).map(standing -> DilemmaPolicy.decide(standing, SessionDeed.SET_SESSION)).orElse(Decision.HIDDEN);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        Session session = em.createQuery("from Session s where s.dilemmaId = :id", Session.class).setParameter("id", dilemmaId).getResultStream().findFirst().orElse(null);
        if (session != null && session.status() != SessionStatus.PLANNED) {
            return Outcome.refused(Reason.WRONG_PHASE);
        }
        if (session == null ? !onlyNew : !expected.is(session.version())) {
            return new Outcome.Stale<>(session == null ? expected.version() != null : onlyNew || expected.version() != null);
        }
        LocalDate earliest = SessionPlan.earliest(dilemma.reveal(em.find(Round.class, dilemma.roundId()).timetable()), calendar);
        List<FieldError> errors = new ArrayList<>(validation.errors(plan));
        errors.addAll(plan.errorsInTime(clock.instant(), earliest.atStartOfDay(WorkingDays.ZONE).toInstant()));
        if (plan.protocol() != null && !plan.protocol().isBlank() && protocols.choices(actor, dilemmaId).stream().noneMatch(one -> one.key().equals(plan.protocol()))) {
            errors.add(new FieldError("protocol", "unknown-protocol", List.of()));
        }
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        if (session == null) {
            session = new Session(dilemmaId, plan);
            em.persist(session);
        } else {
            session.move(plan);
        }
        em.flush();
        audit.note(actor, dilemma.deed(AuditKind.SESSION_SET));
        mail.inviteCircle(session);
        return Outcome.done(session.id());
    }

    /** The first day that leaves the circle time to read, for who sets the date. */
    public Optional<LocalDate> earliest(Actor actor, UUID dilemmaId) {
        return Optional.ofNullable(em.find(Dilemma.class, dilemmaId)).filter(dilemma -> standings.decide(actor, dilemmaId, SessionDeed.SET_SESSION).granted())
                .map(dilemma -> SessionPlan.earliest(dilemma.reveal(em.find(Round.class, dilemma.roundId()).timetable()), calendar));
    }

    /** The meeting has been held. It cannot have been before it began. */
    @Transactional
    public Outcome<UUID> finish(Actor actor, UUID sessionId) {
        Session session = em.find(Session.class, sessionId);
        if (session == null) {
            return Outcome.hidden();
        }
        Dilemma dilemma = lock.dilemma(session.dilemmaId());
        em.refresh(session);
        Decision decision = standings.of(actor, session.dilemmaId()).map(standing -> DilemmaPolicy.decide(standing, SessionDeed.FINISH_SESSION)).orElse(Decision.HIDDEN);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (session.status() != SessionStatus.PLANNED) {
            return Outcome.refused(Reason.ALREADY_ANSWERED);
        }
        Instant start = session.startsAt();
        if (clock.instant().isBefore(start)) {
            return Outcome.refused(Reason.TOO_EARLY);
        }
        session.hold();
        audit.note(actor, dilemma.deed(AuditKind.SESSION_HELD));
        return Outcome.done(sessionId);
    }

    /** Its dilemma is withdrawn: diaries and people let go of it. */
    void cancel(@Observes Dilemma.Withdrawn withdrawn) {
        Optional<Session> planned = planned(withdrawn.dilemmaId());
        planned.ifPresent(session -> {
            session.cancel();
            em.flush();
            mail.cancel(session);
        });
        withdrawal.tell(withdrawn, planned.isPresent());
    }

    /** Who takes a seat after the date was set is invited too. */
    void inviteNewcomer(@Observes Seat.Taken taken) {
        planned(taken.dilemmaId()).ifPresent(session -> mail.invite(session, taken.personId()));
    }

    private Optional<Session> planned(UUID dilemmaId) {
        return em.createQuery("from Session s where s.dilemmaId = :id and s.status = PLANNED", Session.class).setParameter("id", dilemmaId).getResultStream().findFirst();
    }
}
