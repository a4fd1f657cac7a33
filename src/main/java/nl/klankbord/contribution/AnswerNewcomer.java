// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.Newcomer;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;

/** A writer's yes or no to a newcomer who wants to read what was written before; it may change as often as the writer likes. */
@ApplicationScoped
public class AnswerNewcomer {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    NewcomerFinder newcomers;
    @Inject
    DilemmaLock lock;
    @Inject
    Clock clock;

    @Transactional
    public Outcome<UUID> answer(Actor actor, UUID dilemmaId, UUID personId, Boolean given) {
        lock.dilemma(dilemmaId);
        Decision decision = standings.of(actor, dilemmaId).map(standing -> DilemmaPolicy.decide(standing, ContributionDeed.ANSWER_NEWCOMER)).orElse(Decision.HIDDEN);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (newcomers.arrived(actor, dilemmaId).stream().noneMatch(one -> one.asked() && one.personId().equals(personId))) {
            return Outcome.hidden();
        }
        if (given == null) {
            return Outcome.invalid("given", "required");
        }
        UUID seat = em.createQuery("select sp.seatId from SeatPerson sp where sp.dilemmaId = :dilemma and sp.personId = :person and sp.leftAt is null", UUID.class)
                .setParameter("dilemma", dilemmaId).setParameter("person", personId).getSingleResult();
        keep(dilemmaId, new NewcomerConsent.Key(seat, personId, actor.personId()), given);
        return Outcome.done(personId);
    }

    /** Who named a colleague has answered for her own texts. */
    void trust(@Observes Newcomer.Trusted newcomer) {
        keep(newcomer.dilemmaId(), new NewcomerConsent.Key(newcomer.seatId(), newcomer.personId(), newcomer.by()), newcomer.given());
    }

    private void keep(UUID dilemmaId, NewcomerConsent.Key key, boolean given) {
        NewcomerConsent known = em.find(NewcomerConsent.class, key);
        NewcomerConsent consent = known == null ? new NewcomerConsent(dilemmaId, key) : known;
        consent.answer(given, clock.instant());
        if (known == null) {
            em.persist(consent);
        }
    }
}
