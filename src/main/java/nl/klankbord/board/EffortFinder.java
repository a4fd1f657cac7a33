// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;

/** The work that lies behind somebody in a dilemma, and how long she said that it took. */
@ApplicationScoped
public class EffortFinder {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;

    /** Empty for who has no seat that is asked. */
    public Optional<List<Own>> own(Actor actor, UUID dilemmaId) {
        return standings.of(actor, dilemmaId).filter(standing -> DilemmaPolicy.decide(standing, BoardDeed.SAY_EFFORT).granted()).map(standing -> own(actor, standing));
    }

    /** The same for who has been looked up already. */
    public List<Own> own(Actor actor, Standing standing) {
        Map<Effort, Effort.Answer> said = em.createQuery("select new nl.klankbord.board.EffortFinder$Said(e.effort, e.answer) from EffortAnswer e where e.dilemmaId = :id and e.personId = :me", Said.class)
                .setParameter("id", standing.dilemmaId()).setParameter("me", actor.personId()).getResultStream().collect(Collectors.toMap(Said::effort, Said::answer));
        return Effort.behindOf(standing).stream().map(effort -> new Own(effort, effort.minutes(standing.seat()), said.get(effort))).toList();
    }

    /** @param minutes we expected; @param answer null while nothing was said */
    public record Own(Effort effort, int minutes, Effort.Answer answer) {}

    record Said(Effort effort, Effort.Answer answer) {}
}
