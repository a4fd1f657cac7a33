// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.dilemma.Seat;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Outcome;

/** Takes one word on how long something took; said again, it replaces what was said. */
@ApplicationScoped
public class SayEffort {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    DilemmaLock lock;
    @Inject
    Clock clock;

    @Transactional
    public Outcome<Effort> say(Actor actor, UUID dilemmaId, Effort effort, Effort.Answer answer) {
        // One after another, also two tabs of one person: the first makes the row.
        lock.dilemma(dilemmaId);
        Decision decision = standings.decide(actor, dilemmaId, BoardDeed.SAY_EFFORT);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (effort == null || answer == null) {
            return Outcome.invalid(effort == null ? "effort" : "answer", "required");
        }
        Standing standing = standings.of(actor, dilemmaId).orElseThrow();
        if (!effort.behind(standing)) {
            return Outcome.refused(effort.minutes(standing.seat()) > 0 ? Reason.TOO_EARLY_TO_SAY : Reason.WRONG_PHASE);
        }
        EffortAnswer.Key key = new EffortAnswer.Key(actor.personId(), dilemmaId, effort);
        EffortAnswer said = em.find(EffortAnswer.class, key);
        if (said == null) {
            said = new EffortAnswer(key, em.find(Seat.class, standing.seatId()).municipalityCode());
            said.say(answer, clock.instant());
            em.persist(said);
        } else {
            said.say(answer, clock.instant());
        }
        return Outcome.done(effort);
    }
}
