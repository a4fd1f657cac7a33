// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.HiddenTexts;
import nl.klankbord.dilemma.Seat;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.dilemma.TextName;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Trace;

/** "Herkenbaar": each for herself, shown as one per seat; taken back as easily as given. */
@ApplicationScoped
public class WriteRecognition {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    DilemmaLock lock;
    @Inject
    HiddenTexts hidden;
    @Inject
    WriteDraft drafts;
    @Inject
    Clock clock;

    @Transactional
    public Outcome<UUID> recognise(Actor actor, UUID dilemmaId, String example, boolean sure) {
        lock.shared(dilemmaId);
        Optional<Standing> standing = standings.of(actor, dilemmaId);
        Decision decision = standing.map(s -> DilemmaPolicy.decide(s, ContributionDeed.RECOGNISE)).orElse(Decision.HIDDEN);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (example != null && example.length() > 4000) {
            return Outcome.invalid("example", "too-long", 4000);
        }
        List<FieldError> unsure = Trace.unsure(sure, Stream.of(Objects.toString(example, "")), Stream.of());
        if (!unsure.isEmpty()) {
            return new Outcome.Invalid<>(unsure);
        }
        String words = example == null || example.isBlank() ? null : example.strip();
        UUID seatId = standing.get().seatId();
        TextName name = new TextName(ExampleTexts.KIND, null, seatId);
        // Two clicks at once are one; and a colleague's may settle a report of both their examples, so what is hidden is read behind this.
        em.find(Seat.class, seatId, LockModeType.PESSIMISTIC_WRITE);
        List<FieldError> again = hidden.again(actor, dilemmaId, name, "example", words);
        if (!again.isEmpty()) {
            return new Outcome.Invalid<>(again);
        }
        Recognition.Key key = new Recognition.Key(seatId, actor.personId());
        Recognition recognition = em.find(Recognition.class, key);
        if (recognition == null) {
            em.persist(new Recognition(dilemmaId, key, words, clock.instant()));
        } else if (words != null) {
            // Said again without words, the example stays.
            recognition.write(words);
            hidden.settle(actor, dilemmaId, name);
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
        UUID seatId = standing.get().seatId();
        em.find(Seat.class, seatId, LockModeType.PESSIMISTIC_WRITE);
        hidden.settle(actor, dilemmaId, new TextName(ExampleTexts.KIND, null, seatId));
        em.createQuery("delete from Recognition rc where rc.seatId = :seat and rc.personId = :me").setParameter("seat", seatId)
                .setParameter("me", actor.personId()).executeUpdate();
        return Outcome.done(seatId);
    }
}
