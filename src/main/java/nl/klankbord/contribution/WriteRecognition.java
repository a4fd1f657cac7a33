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
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.Seat;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;

/** "Herkenbaar": one per seat, taken back as easily as given. */
@ApplicationScoped
public class WriteRecognition {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    DilemmaLock lock;
    @Inject
    WriteDraft drafts;
    @Inject
    Clock clock;

    @Transactional
    public Outcome<UUID> recognise(Actor actor, UUID dilemmaId, String example) {
        lock.shared(dilemmaId);
        Optional<Standing> standing = standings.of(actor, dilemmaId);
        Decision decision = standing.map(s -> DilemmaPolicy.decide(s, ContributionDeed.RECOGNISE)).orElse(Decision.HIDDEN);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (example != null && example.length() > 4000) {
            return Outcome.invalid("example", "too-long", 4000);
        }
        String words = example == null || example.isBlank() ? null : example.strip();
        UUID seatId = standing.get().seatId();
        em.find(Seat.class, seatId, LockModeType.PESSIMISTIC_WRITE);
        Recognition recognition = em.find(Recognition.class, seatId);
        if (recognition == null) {
            em.persist(new Recognition(seatId, dilemmaId, actor.personId(), words, clock.instant()));
        } else if (words != null) {
            // Said again without words, what a colleague wrote stays.
            recognition.write(words, actor.personId(), clock.instant());
        }
        drafts.forget(actor, DraftKey.recognition(dilemmaId));
        return Outcome.done(seatId);
    }

    @Transactional
    public Outcome<UUID> takeBack(Actor actor, UUID dilemmaId) {
        lock.shared(dilemmaId);
        Optional<Standing> standing = standings.of(actor, dilemmaId);
        Decision decision = standing.map(s -> DilemmaPolicy.decide(s, ContributionDeed.RECOGNISE)).orElse(Decision.HIDDEN);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        em.createQuery("delete from Recognition rc where rc.seatId = :seat").setParameter("seat", standing.get().seatId()).executeUpdate();
        return Outcome.done(standing.get().seatId());
    }
}
