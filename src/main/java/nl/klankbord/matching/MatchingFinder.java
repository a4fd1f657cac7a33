// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.dilemma.SeatKind;
import nl.klankbord.dilemma.SeatStatus;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.identity.Municipality.SizeClass;
import nl.klankbord.identity.Municipality.Urbanity;
import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.programme.Role;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.round.RoundPolicy;
import nl.klankbord.shared.Json;

/**
 * Proposals of peers, for the coordinator of the dilemmas they are for. What is known of earlier seats and themes is what
 * this coordinator may read: of a dilemma at which one sits oneself, only who sits there.
 */
@ApplicationScoped
public class MatchingFinder {
    private static final Set<SeatStatus> NOW = Set.of(SeatStatus.PROPOSED, SeatStatus.INVITED, SeatStatus.ACCEPTED);
    private static final Set<Phase> OVER = Set.of(Phase.CLOSED, Phase.WITHDRAWN);
    @Inject
    EntityManager em;
    @Inject
    RoundFinder rounds;
    @Inject
    StandingFinder standings;
    @Inject
    Clock clock;

    /** For all dilemmas of a round that lack peers; empty for who may not match there. */
    public Optional<PeerPlan> ofRound(Actor actor, UUID round) {
        return mayMatch(actor, round) ? Optional.of(PeerPlan.of(read(actor, round))) : Optional.empty();
    }

    /** The same, and what another choice would cost; empty for who may not match there. */
    public Optional<Compared> compared(Actor actor, UUID round, List<PeerComparison.Choice> choices) {
        if (!mayMatch(actor, round)) {
            return Optional.empty();
        }
        Matching matching = read(actor, round);
        return Optional.of(new Compared(PeerPlan.of(matching), PeerComparison.of(matching, choices == null ? List.of()
                : choices.stream().filter(choice -> choice != null && choice.municipalityCode() != null).toList())));
    }

    /** Everyone who could think along on one dilemma, those that the plan of its round proposes first; empty for who may not match there. */
    public Optional<List<PeerPlan.Proposal>> ofDilemma(Actor actor, UUID dilemma) {
        return standings.of(actor, dilemma).filter(standing -> DilemmaPolicy.decide(standing, DilemmaDeed.PROPOSE_SEAT).granted())
                .map(Standing::roundId).map(round -> PeerPlan.of(read(actor, round), dilemma));
    }

    public record Compared(PeerPlan plan, PeerComparison comparison) {}

    private boolean mayMatch(Actor actor, UUID round) {
        return rounds.visibleTo(actor, round).filter(shown -> RoundPolicy.decide(shown.standing(actor), shown.phase(), RoundPolicy.Action.MATCH).granted()).isPresent();
    }

    /** Four questions, however many dilemmas and municipalities there are. */
    private Matching read(Actor actor, UUID round) {
        List<SeatRow> seats = em.createQuery("""
                        select new nl.klankbord.matching.MatchingFinder$SeatRow(d.id, d.hostMunicipality, d.phase, m.code, m.name, s.kind, s.status, s.acceptedAt)
                        from Seat s join Dilemma d on d.id = s.dilemmaId join Round r on r.programmeId = d.programmeId join Municipality m on m.code = s.municipalityCode
                        where r.id = :round and s.kind in (HOST, PEER) and %s and (%s or s.acceptedAt is not null) order by s.id"""
                        .formatted(DilemmaAccess.IN_CIRCLE, DilemmaAccess.COORDINATES), SeatRow.class)
                .setParameter("round", round).setParameter("me", actor.personId()).getResultList();
        Map<UUID, Set<String>> themes = em.createQuery("""
                        select new nl.klankbord.matching.MatchingFinder$ThemesRow(d.id, cast(function('json_extract', d.canvas, '$.themes') as String))
                        from Dilemma d join Round r on r.programmeId = d.programmeId where r.id = :round and %s""".formatted(DilemmaAccess.IN_CIRCLE), ThemesRow.class)
                .setParameter("round", round).setParameter("me", actor.personId()).getResultStream().collect(Collectors.toMap(ThemesRow::dilemma, ThemesRow::names));
        List<NeedRow> needs = em.createQuery("""
                        select new nl.klankbord.matching.MatchingFinder$NeedRow(d.id, d.title, h.code, h.name, h.sizeClass, h.urbanity, h.province, k.minimumPeers)
                        from Dilemma d join Round r on r.id = d.roundId join Method k on k.methodKey = r.methodKey join Municipality h on h.code = d.hostMunicipality
                        where d.roundId = :round and d.phase in (ACCEPTED, CLARIFYING, REFLECTING, SESSION) and %s and %s order by d.id""".formatted(DilemmaAccess.IN_CIRCLE, DilemmaAccess.COORDINATES), NeedRow.class)
                .setParameter("round", round).setParameter("me", actor.personId()).getResultList();
        List<CandidateRow> candidates = em.createQuery("""
                        select distinct new nl.klankbord.matching.MatchingFinder$CandidateRow(m.code, m.name, m.sizeClass, m.urbanity, m.province)
                        from Round r join Membership t on t.programmeId = r.programmeId join Person p on p.id = t.personId join Organisation o on o.id = p.organisationId
                        join Municipality m on m.code = o.municipalityCode where r.id = :round and t.role = PARTICIPANT and %s and %s"""
                        .formatted(ProgrammeAccess.has(Role.COORDINATOR, "r.programmeId"), ProgrammeAccess.rulesAccepted("r.programmeId")), CandidateRow.class)
                .setParameter("round", round).setParameter("me", actor.personId()).getResultList();
        return matching(round, seats, themes, needs, candidates);
    }

    private Matching matching(UUID round, List<SeatRow> seats, Map<UUID, Set<String>> themes, List<NeedRow> needs, List<CandidateRow> candidates) {
        Map<String, Integer> load = new HashMap<>();
        Map<String, Set<String>> known = new HashMap<>();
        Map<Matching.Together, Instant> together = new HashMap<>();
        Map<UUID, Map<Municipality.Ref, SeatStatus>> asked = new HashMap<>();
        for (SeatRow seat : seats) {
            if (seat.kind == SeatKind.PEER) {
                asked.computeIfAbsent(seat.dilemma, one -> new HashMap<>()).merge(seat.municipality(), seat.status, (one, other) -> NOW.contains(one) ? one : other);
                load.merge(seat.code, NOW.contains(seat.status) && !OVER.contains(seat.phase) ? 1 : 0, Integer::sum);
            }
            if (seat.acceptedAt != null && seat.phase.compareTo(Phase.ACCEPTED) > 0) {
                known.computeIfAbsent(seat.code, one -> new HashSet<>()).addAll(themes.getOrDefault(seat.dilemma, Set.of()));
            }
            if (seat.acceptedAt != null) {
                together.merge(Matching.Together.of(seat.host, seat.code), seat.acceptedAt, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return new Matching(needs.stream().map(need -> need.with(themes.getOrDefault(need.id, Set.of()), asked.getOrDefault(need.id, Map.of()))).toList(),
                // Among equals the order decides who is asked: it is another one in each round.
                candidates.stream().sorted(Comparator.<CandidateRow>comparingInt(one -> (round + one.code).hashCode()).thenComparing(CandidateRow::code))
                        .map(one -> one.with(load.getOrDefault(one.code, 0), known.getOrDefault(one.code, Set.of()))).toList(), together, clock.instant());
    }

    record SeatRow(UUID dilemma, String host, Phase phase, String code, String name, SeatKind kind, SeatStatus status, Instant acceptedAt) {
        Municipality.Ref municipality() {
            return new Municipality.Ref(code, name);
        }
    }

    record ThemesRow(UUID dilemma, String json) {
        Set<String> names() {
            return json == null ? Set.of() : Arrays.stream(Json.read(json, String[].class)).collect(Collectors.toUnmodifiableSet());
        }
    }

    record NeedRow(UUID id, String title, String code, String name, SizeClass size, Urbanity urbanity, String province, int minimum) {
        Matching.Need with(Set<String> themes, Map<Municipality.Ref, SeatStatus> seats) {
            return new Matching.Need(id, title, new Municipality.Ref(code, name), new Municipality.Facts(size, null, urbanity), province, minimum, themes, seats);
        }
    }

    record CandidateRow(String code, String name, SizeClass size, Urbanity urbanity, String province) {
        Matching.Candidate with(int load, Set<String> themes) {
            return new Matching.Candidate(new Municipality.Ref(code, name), new Municipality.Facts(size, null, urbanity), province, load, themes);
        }
    }
}
