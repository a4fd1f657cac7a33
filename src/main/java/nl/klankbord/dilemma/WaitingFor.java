// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Asked;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.round.RoundPolicy;

/** Whom a round waits for, for its coordinator: who, for what, until when. */
@ApplicationScoped
public class WaitingFor {
    /** When the dilemma {@code d} of a query entered the phase it is in. */
    public static final String ENTERED = "(select max(mv.movedAt) from DilemmaMove mv where mv.dilemmaId = d.id and mv.toPhase = d.phase)";
    @Inject
    RoundFinder rounds;
    @Inject
    @All
    List<Asked> asked;

    /** The most urgent first; empty for who may not see it. */
    public Optional<List<Asked.Waiting>> inRound(Actor actor, UUID roundId) {
        return rounds.visibleTo(actor, roundId).filter(shown -> RoundPolicy.decide(shown.standing(actor), shown.phase(), RoundPolicy.Action.SEE_WAITING).granted())
                .map(shown -> inRounds(actor, List.of(roundId)));
    }

    /** In the dilemmas of these rounds that the actor coordinates. */
    public List<Asked.Waiting> inRounds(Actor actor, Collection<UUID> roundIds) {
        return roundIds.isEmpty() ? List.of() : asked.stream().flatMap(module -> module.inRounds(actor, roundIds).stream())
                .sorted(Comparator.comparing(Asked.Waiting::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))).toList();
    }
}
