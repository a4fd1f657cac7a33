// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.dilemma.Dilemma;
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.dilemma.WaitingFor;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Asked;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.WorkingDays;

/** Reminds who is waited for, by mail. Not who has done it meanwhile, and nobody twice on one day. */
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
        LocalDate today = WorkingDays.dayOf(clock.instant());
        Map<UUID, Asked.Waiting> waiting = bySeat(actor, dilemma, what, seatId);
        List<UUID> already = em.createQuery("select rm.seatId from Reminder rm where rm.dilemmaId = :id and rm.what = :what and rm.day = :today", UUID.class)
                .setParameter("id", dilemmaId).setParameter("what", what).setParameter("today", today).getResultList();
        int reminded = 0;
        for (Asked.Waiting line : waiting.values()) {
            if (!already.contains(line.seatId()) && mail.remind(actor, line, today) > 0) {
                em.persist(new Reminder(new Reminder.Of(dilemmaId, line.seatId(), what), today, actor.personId(), clock.instant()));
                reminded++;
            }
        }
        return reminded > 0 ? Outcome.done(dilemma.programmeId())
                : Outcome.refused(waiting.keySet().stream().anyMatch(already::contains) ? Reason.REMINDED_TODAY : Reason.NOBODY_TO_REMIND);
    }

    /** The first date of each seat that is waited for now. */
    private Map<UUID, Asked.Waiting> bySeat(Actor actor, Dilemma dilemma, String what, UUID seatId) {
        return waitingFor.inRounds(actor, List.of(dilemma.roundId())).stream()
                .filter(line -> line.dilemmaId().equals(dilemma.id()) && line.what().equals(what) && line.seatId() != null && (seatId == null || seatId.equals(line.seatId())))
                .collect(Collectors.toMap(Asked.Waiting::seatId, line -> line, (first, later) -> first, LinkedHashMap::new));
    }
}
