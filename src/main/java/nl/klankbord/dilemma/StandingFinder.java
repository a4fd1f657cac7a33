// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.programme.Role;
import nl.klankbord.round.RoundPhase;
import nl.klankbord.shared.Decision;

/** Loads what an actor is in a dilemma. */
@ApplicationScoped
public class StandingFinder {
    @Inject
    EntityManager em;
    @Inject
    Clock clock;

    /** Empty when there is no such dilemma. */
    public Optional<Standing> of(Actor actor, UUID dilemmaId) {
        return em.createQuery("""
                        select new nl.klankbord.dilemma.StandingFinder$Row(d.id, d.programmeId, d.roundId, r.phase, d.phase, d.circle, d.endsAt, d.pausedAt,
                          %s, %s, %s, s.kind, s.id, s.reflectionSubmittedAt, (select min(si.id) from Seat si where %s))
                        from Dilemma d join Round r on r.id = d.roundId
                        left join SeatPerson sp on sp.dilemmaId = d.id and sp.personId = :me and sp.leftAt is null
                        left join Seat s on s.id = sp.seatId
                        where d.id = :id""".formatted(ProgrammeAccess.rulesAccepted("d.programmeId"), ProgrammeAccess.member("d.programmeId"),
                        "case when " + ProgrammeAccess.has(Role.COORDINATOR, "d.programmeId") + " and not " + DilemmaAccess.SAT + " then true else false end", DilemmaAccess.INVITATION), Row.class)
                .setParameter("id", dilemmaId).setParameter("me", actor.personId()).setParameter("gm", actor.municipality())
                .getResultStream().findFirst().map(row -> row.standing(clock.instant()));
    }

    /** Whether that is how the actor has a part in it. */
    public boolean coordinates(Actor actor, UUID dilemmaId) {
        return of(actor, dilemmaId).filter(standing -> standing.role() == Standing.Role.COORDINATOR).isPresent();
    }

    /** What the policy says of a deed; hidden when there is no such dilemma. */
    public Decision decide(Actor actor, UUID dilemmaId, Deed deed) {
        return of(actor, dilemmaId).map(standing -> DilemmaPolicy.decide(standing, deed)).orElse(Decision.HIDDEN);
    }

    record Row(UUID dilemmaId, UUID programmeId, UUID roundId, RoundPhase roundPhase, Phase phase, Circle circle, Instant endsAt, Instant pausedAt, boolean rules,
               boolean member, boolean coordinator, SeatKind seat, UUID seatId, Instant submittedAt, UUID invitation) {
        Standing standing(Instant now) {
            return new Standing(dilemmaId, programmeId, roundId, roundPhase, phase, circle, Standing.open(endsAt, now), pausedAt != null, rules, member, coordinator,
                    seat, seatId, submittedAt != null, invitation);
        }
    }
}
