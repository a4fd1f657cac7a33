// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.dilemma.Dilemma;
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.dilemma.WaitingFor;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.Programme;
import nl.klankbord.round.Asked;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.WorkingDays;

/** Reminds who is waited for, by mail. Not who has done it meanwhile, and no address twice on one day, of whatever dilemma of the programme. */
@ApplicationScoped
public class SendReminder {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    DilemmaLock lock;
    @Inject
    WaitingFor waitingFor;
    @Inject
    GatherReminders gather;
    @Inject
    ReminderMail mail;
    @Inject
    Clock clock;

    /** @param what for what they are waited for; @param seatId of whom, or null for everyone; the answer names the programme */
    @Transactional
    public Outcome<UUID> send(Actor actor, UUID dilemmaId, String what, UUID seatId) {
        // Whoever is submitting at this moment goes first or waits: nobody is reminded of what is done.
        Dilemma dilemma = lock.dilemma(dilemmaId);
        Decision decision = standings.decide(actor, dilemmaId, BoardDeed.REMIND);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (what == null || what.isBlank()) {
            return Outcome.invalid("what", "required");
        }
        // One after another within a programme: two buttons pressed at once are one mail.
        em.find(Programme.class, dilemma.programmeId(), LockModeType.PESSIMISTIC_WRITE);
        LocalDate today = WorkingDays.dayOf(clock.instant());
        Collection<Asked.Waiting> waiting = waiting(actor, dilemma.programmeId());
        List<Asked.Waiting> asked = waiting.stream().filter(line -> line.dilemmaId().equals(dilemmaId) && line.what().equals(what) && (seatId == null || seatId.equals(line.seatId()))).toList();
        Set<Reminder.Of> already = already(dilemma.programmeId(), today);
        List<Asked.Waiting> open = asked.stream().filter(line -> !already.contains(Reminder.Of.of(line))).toList();
        List<Asked.Waiting> letIn = open.stream().filter(line -> mail.letIn(line) > 0).toList();
        GatherReminders.Gathered gathered = gather.of(actor, dilemma.programmeId(), open, waiting.stream().filter(line -> !already.contains(Reminder.Of.of(line))).toList(), today);
        gathered.letters().forEach((reader, lines) -> mail.write(reader, dilemma.programmeId(), lines, today));
        List.of(letIn, gathered.reminded()).forEach(lines -> lines.forEach(line -> em.persist(new Reminder(Reminder.Of.of(line), today, actor.personId(), clock.instant()))));
        return !letIn.isEmpty() || !gathered.letters().isEmpty() ? Outcome.done(dilemma.programmeId())
                : Outcome.refused(gathered.today() || open.size() < asked.size() ? Reason.REMINDED_TODAY : Reason.NOBODY_TO_REMIND);
    }

    /** Whom the open rounds of a programme wait for: of each seat and deed the first date, the most urgent first. */
    private Collection<Asked.Waiting> waiting(Actor actor, UUID programmeId) {
        List<UUID> rounds = em.createQuery("select r.id from Round r where r.programmeId = :programme and r.phase <> CLOSED", UUID.class).setParameter("programme", programmeId).getResultList();
        return waitingFor.inRounds(actor, rounds).stream().filter(line -> line.seatId() != null)
                .collect(Collectors.toMap(Reminder.Of::of, line -> line, (first, later) -> first, java.util.LinkedHashMap::new)).values();
    }

    private Set<Reminder.Of> already(UUID programmeId, LocalDate today) {
        return em.createQuery("select new nl.klankbord.board.Reminder$Of(rm.dilemmaId, rm.seatId, rm.what) from Reminder rm join Dilemma d on d.id = rm.dilemmaId where d.programmeId = :programme and rm.day = :today",
                Reminder.Of.class).setParameter("programme", programmeId).setParameter("today", today).getResultStream().collect(Collectors.toSet());
    }
}
