// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.dilemma.Deed;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.dilemma.Seat;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Person;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Validation;

/** Posts questions, answers and remarks; writes, submits and withdraws reflections. Phase and deadline are checked under a lock that a move waits for. */
@ApplicationScoped
public class WriteContribution {
    private static final Duration SAME_FORM = Duration.ofMinutes(1);
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    ContributionFinder contributions;
    @Inject
    QuestionFinder questions;
    @Inject
    DilemmaLock lock;
    @Inject
    Validation validation;
    @Inject
    WriteDraft drafts;
    @Inject
    WritePresence presence;
    @Inject
    Writers writers;
    @Inject
    Event<Contribution.Withdrawn> withdrawn;
    @Inject
    Clock clock;

    @Transactional
    public Outcome<UUID> post(Actor actor, UUID dilemmaId, ContributionText content) {
        lock.shared(dilemmaId);
        Optional<Standing> standing = standings.of(actor, dilemmaId);
        Deed deed = content.kind() == null ? DilemmaDeed.READ_CIRCLE : ContributionDeed.posting(content.kind());
        Decision decision = standing.map(s -> DilemmaPolicy.decide(s, deed)).orElse(Decision.HIDDEN);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (content.kind() == null) {
            return Outcome.invalid("kind", "required");
        }
        boolean reflection = content.kind() == ContributionKind.REFLECTION;
        Optional<UUID> before = reflection ? Optional.empty() : justSaid(actor, dilemmaId, content);
        if (before.isPresent()) {
            drafts.forget(actor, DraftKey.of(content.kind(), dilemmaId, content.inReplyTo()));
            return Outcome.done(before.get());
        }
        Questions asked = reflection ? questions.of(actor, dilemmaId).orElseThrow() : null;
        Seat seat = standing.get().seatId() == null ? null : em.find(Seat.class, standing.get().seatId(), reflection ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE);
        Optional<Contribution> begun = reflection ? begun(seat.id()) : Optional.empty();
        if (reflection && (seat.reflectionSubmitted() || begun.filter(there -> !abandoned(actor, there)).isPresent())) {
            return Outcome.refused(seat.reflectionSubmitted() ? Reason.ALREADY_SUBMITTED
                    : contributions.visibleTo(actor, begun.get().id()).isPresent() ? Reason.ALREADY_THERE : Reason.COLLEAGUE_BEGAN);
        }
        List<FieldError> errors = errors(actor, dilemmaId, asked, content);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        begun.ifPresent(there -> there.withdraw(null, clock.instant()));
        // One reflection a seat: the database lets the new one in once the old one has gone.
        em.flush();
        Contribution contribution = new Contribution(dilemmaId, seat == null ? null : seat.id(), actor.personId(), reflection ? asked.inOrder(content) : content, canvas(dilemmaId).tidy().assumptions(), clock.instant());
        em.persist(contribution);
        if (reflection) {
            seat.beginReflection(clock.instant());
            writers.begin(contribution);
            writers.mirror(actor, contribution, content.mirror());
            presence.seen(actor, seat.id());
        } else {
            drafts.forget(actor, DraftKey.of(content.kind(), dilemmaId, content.inReplyTo()));
        }
        return Outcome.done(contribution.id());
    }

    /** A reflection that is not submitted yet, by anyone on its seat. */
    @Transactional
    public Outcome<Integer> edit(Actor actor, UUID id, Expected expected, ContributionText content) {
        Contribution contribution = locked(id);
        Decision decision = decideOwnReflection(actor, contribution);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (!expected.is(contribution.version())) {
            return expected.stale();
        }
        Questions asked = questions.of(actor, contribution.dilemmaId()).orElseThrow();
        String mirror = mirror(actor, id, content.mirror());
        List<FieldError> errors = Stream.of(validation.errors(content).stream().filter(error -> !error.field().equals("kind")), asked.errors(content).stream(), content.unsure().stream(),
                mirror != null && contributions.isMirrorClosed(actor, id) ? Stream.of(new FieldError("mirror", "colleague-wrote", List.of())) : Stream.<FieldError>empty()).flatMap(Function.identity()).toList();
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        writers.goOn(actor, contribution, asked.inOrder(content), canvas(contribution.dilemmaId()).tidy().assumptions());
        writers.mirror(actor, contribution, mirror);
        presence.seen(actor, contribution.seatId());
        em.lock(contribution, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        em.flush();
        return Outcome.done(contribution.version());
    }

    /** Freezes it. From then on its seat reads those of others that are in. */
    @Transactional
    public Outcome<UUID> submit(Actor actor, UUID id, Expected expected) {
        Contribution contribution = locked(id);
        Decision decision = decideOwnReflection(actor, contribution);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        // Who names the version she read freezes that one and no other.
        if (!expected.equals(Expected.NONE) && !expected.is(contribution.version())) {
            return expected.stale();
        }
        List<FieldError> unfilled = questions.of(actor, contribution.dilemmaId()).orElseThrow().unfilled(contribution.content());
        if (!unfilled.isEmpty()) {
            return new Outcome.Invalid<>(unfilled);
        }
        contribution.submit(actor.personId(), clock.instant());
        em.find(Seat.class, contribution.seatId(), LockModeType.PESSIMISTIC_WRITE).submitReflection(clock.instant());
        presence.forget(contribution.seatId());
        return Outcome.done(id);
    }

    /** Takes one's own text back; a line stays. A submitted reflection is frozen until the reveal. */
    @Transactional
    public Outcome<UUID> withdraw(Actor actor, UUID id) {
        Contribution contribution = locked(id);
        Optional<ContributionFinder.Shown> shown = contributions.kept(actor, id);
        if (contribution == null || shown.isEmpty()) {
            return Outcome.hidden();
        }
        boolean sealed = contribution.kind() == ContributionKind.REFLECTION && contribution.submitted()
                && standings.of(actor, contribution.dilemmaId()).map(Standing::phase).filter(Phase.REFLECTING::equals).isPresent();
        Decision decision = ContributionPolicy.withdraw(shown.get(), sealed);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (!contribution.withdrawn()) {
            contribution.withdraw(actor.personId(), clock.instant());
            withdrawn.fire(new Contribution.Withdrawn(id, contribution.dilemmaId()));
        }
        return Outcome.done(id);
    }

    /** As it stood, while one might still write it: for who took it back. */
    @Transactional
    public Outcome<UUID> putBack(Actor actor, UUID id) {
        Contribution contribution = locked(id);
        Optional<ContributionFinder.Shown> shown = contributions.kept(actor, id);
        if (contribution == null || shown.isEmpty()) {
            return Outcome.hidden();
        }
        Decision decision = ContributionPolicy.putBack(standings.decide(actor, contribution.dilemmaId(), ContributionDeed.puttingBack(contribution.kind())), shown.get());
        if (!decision.granted() || !contribution.withdrawn()) {
            return decision.granted() ? Outcome.done(id) : Outcome.denied(decision);
        }
        if (contribution.kind() == ContributionKind.REFLECTION) {
            Seat seat = em.find(Seat.class, contribution.seatId(), LockModeType.PESSIMISTIC_WRITE);
            // One reflection a seat: another may have been begun since.
            if (begun(seat.id()).isPresent() || !contribution.submitted() && seat.reflectionSubmitted()) {
                return Outcome.refused(seat.reflectionSubmitted() ? Reason.ALREADY_SUBMITTED : Reason.ALREADY_THERE);
            }
        }
        contribution.putBack();
        return Outcome.done(id);
    }

    /** A form sent twice says it once. Of two at the same time the second waits here for the first; then it sees it. */
    private Optional<UUID> justSaid(Actor actor, UUID dilemmaId, ContributionText content) {
        em.find(Person.class, actor.personId(), LockModeType.PESSIMISTIC_WRITE);
        return em.createQuery("from Contribution c where c.dilemmaId = :dilemma and c.authorId = :me and c.kind = :kind and c.withdrawnAt is null and c.createdAt > :since order by c.id", Contribution.class)
                .setParameter("dilemma", dilemmaId).setParameter("me", actor.personId()).setParameter("kind", content.kind()).setParameter("since", clock.instant().minus(SAME_FORM))
                .getResultStream().filter(said -> said.content().isAgain(content)).map(Contribution::id).findFirst();
    }

    private Contribution locked(UUID id) {
        em.createQuery("select c.dilemmaId from Contribution c where c.id = :id", UUID.class).setParameter("id", id).getResultStream().findFirst().ifPresent(lock::shared);
        return em.find(Contribution.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Decision decideOwnReflection(Actor actor, Contribution contribution) {
        Optional<ContributionFinder.Shown> shown = contribution == null ? Optional.empty() : contributions.kept(actor, contribution.id());
        if (shown.isEmpty()) {
            return Decision.HIDDEN;
        }
        if (shown.get().earlier() && shown.get().ownSeat()) {
            // Nobody writes over what she cannot see.
            return Decision.refused(Reason.COLLEAGUE_BEGAN);
        }
        if (!shown.get().ownSeat() && contribution.kind() == ContributionKind.REFLECTION || contribution.kind() != ContributionKind.REFLECTION && !shown.get().own()) {
            return Decision.refused(Reason.OWN_CONTRIBUTION_ONLY);
        }
        if (contribution.submitted() || contribution.withdrawn()) {
            return Decision.refused(Reason.ALREADY_SUBMITTED);
        }
        return standings.decide(actor, contribution.dilemmaId(), ContributionDeed.REFLECT);
    }

    private List<FieldError> errors(Actor actor, UUID dilemmaId, Questions asked, ContributionText content) {
        List<FieldError> errors = new ArrayList<>(validation.errors(content));
        errors.addAll(content.errorsOfKind());
        if (asked != null) {
            errors.addAll(asked.errors(content));
        }
        errors.addAll(content.unsure());
        if (content.kind() == ContributionKind.ANSWER && content.inReplyTo() == null) {
            errors.add(new FieldError("inReplyTo", "required", List.of()));
        }
        Passage passage = content.passage();
        if (passage != null && errors.stream().noneMatch(error -> error.field().startsWith("passage"))
                && Anchor.of(passage, Anchor.fields(canvas(dilemmaId)).getOrDefault(passage.field(), "")).state() != Anchor.State.EXACT) {
            errors.add(new FieldError("passage.exact", "not-in-text", List.of()));
        }
        if (content.inReplyTo() != null) {
            // A reply to what one may not read gives the same answer as a reply to nothing.
            boolean fits = contributions.visibleTo(actor, content.inReplyTo())
                    .filter(parent -> parent.dilemmaId().equals(dilemmaId) && parent.inReplyTo() == null && !parent.withdrawn() && parent.submitted())
                    .filter(parent -> content.kind() != ContributionKind.ANSWER || parent.kind() == ContributionKind.QUESTION).isPresent();
            if (!fits || content.kind() == ContributionKind.QUESTION || content.kind() == ContributionKind.REFLECTION) {
                errors.add(new FieldError("inReplyTo", "no-such-contribution", List.of()));
            }
        }
        return errors;
    }

    private Canvas canvas(UUID dilemmaId) {
        return em.createQuery("select d.canvas from Dilemma d where d.id = :id", Canvas.class).setParameter("id", dilemmaId).getSingleResult();
    }

    private Optional<Contribution> begun(UUID seatId) {
        return em.createQuery("from Contribution c where c.seatId = :seat and c.kind = REFLECTION and c.withdrawnAt is null", Contribution.class)
                .setParameter("seat", seatId).getResultStream().findFirst();
    }

    /** Written by people who sit there no more and did not open it to who came after: it stays its writers' own. */
    private boolean abandoned(Actor actor, Contribution begun) {
        return contributions.visibleTo(actor, begun.id()).isEmpty() && !contributions.isBegunByColleague(actor, begun.dilemmaId());
    }

    /** What is to become of the mirror. To who may not read it the form shows none, or her own from before: sent back it leaves alone what is there. */
    private String mirror(Actor actor, UUID id, String text) {
        return text != null && (text.isEmpty() || contributions.mirror(actor, id).filter(text::equals).isPresent()) && contributions.isMirrorClosed(actor, id) ? null : text;
    }
}
