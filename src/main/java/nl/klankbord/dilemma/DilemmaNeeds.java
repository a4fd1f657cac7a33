// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.round.Method;
import nl.klankbord.round.PhaseNeed;
import nl.klankbord.round.Round;
import nl.klankbord.round.RoundPhase;
import nl.klankbord.shared.Outcome.Unmet;

/** What moving on needs of a dilemma and its seats, and what a round needs of its dilemmas. */
@ApplicationScoped
class DilemmaNeeds implements MoveNeed, PhaseNeed {
    @Inject
    EntityManager em;
    @Inject
    SeatCount seats;
    @Inject
    Clock clock;

    @Override
    public List<String> unmet(Dilemma dilemma, Phase to) {
        if (to != Phase.CLARIFYING) {
            return unmet(dilemma, to, seats.of(dilemma.id()));
        }
        List<String> lacking = new ArrayList<>();
        Round round = em.find(Round.class, dilemma.roundId());
        need(lacking, round.phase() == RoundPhase.RUNNING, "round-running");
        need(lacking, seats.of(dilemma.id()).seated() >= em.find(Method.class, round.methodKey()).minimumPeers(), "peers");
        return lacking;
    }

    @Override
    public Map<UUID, List<String>> unmet(List<Dilemma> running) {
        Map<UUID, SeatCount.Count> counts = seats.of(running.stream().map(Dilemma::id).toList());
        return running.stream().collect(Collectors.toMap(Dilemma::id, one -> unmet(one, one.phase().next(), counts.getOrDefault(one.id(), SeatCount.NONE))));
    }

    private List<String> unmet(Dilemma dilemma, Phase to, SeatCount.Count count) {
        List<String> lacking = new ArrayList<>();
        if (to == Phase.SESSION) {
            if (!count.complete()) {
                need(lacking, !clock.instant().isBefore(dilemma.endsAt()), "deadline");
                need(lacking, count.submitted() >= dilemma.quorum(), "quorum");
            }
        } else if (to == Phase.FOLLOW_UP) {
            need(lacking, dilemma.closed(), "closing");
        } else if (to == Phase.CLOSED) {
            need(lacking, !clock.instant().isBefore(dilemma.endsAt()), "last-check-in");
        }
        return lacking;
    }

    private static void need(List<String> lacking, boolean met, String name) {
        if (!met) {
            lacking.add(name);
        }
    }

    /** A round runs as soon as one accepted dilemma has its seats filled. */
    @Override
    public List<Unmet> unmet(UUID roundId, RoundPhase to) {
        if (to != RoundPhase.RUNNING) {
            return List.of();
        }
        List<UUID> accepted = em.createQuery("select d.id from Dilemma d where d.roundId = :round and d.phase = ACCEPTED order by d.id", UUID.class)
                .setParameter("round", roundId).getResultList();
        if (accepted.isEmpty()) {
            List<Unmet> submitted = em.createQuery("select d.id from Dilemma d where d.roundId = :round and d.phase = SUBMITTED order by d.id", UUID.class).setParameter("round", roundId).getResultStream()
                    .map(id -> new Unmet("accepted-dilemma", id)).toList();
            return submitted.isEmpty() ? List.of(new Unmet("submitted-dilemma", null)) : submitted;
        }
        int minimum = em.find(Method.class, em.find(Round.class, roundId).methodKey()).minimumPeers();
        List<Unmet> lacking = accepted.stream().filter(id -> seats.of(id).seated() < minimum).map(id -> new Unmet("peers", id)).toList();
        return lacking.size() == accepted.size() ? lacking : List.of();
    }
}
