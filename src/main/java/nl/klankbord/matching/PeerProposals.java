// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;

/** Who could think along on a dilemma or lead its conversation, with the reasons why; for its coordinator. */
@ApplicationScoped
public class PeerProposals {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    MatchingFinder matching;

    /** Those of the round's plan first. Empty when the actor may not match. */
    public Optional<List<PeerPlan.Proposal>> of(Actor actor, UUID dilemmaId) {
        return matching.ofDilemma(actor, dilemmaId);
    }

    /** The programme's facilitators who have no seat here, nor an open question for one; none for who may not match. */
    public List<Facilitator> facilitators(Actor actor, UUID dilemmaId) {
        return !standings.decide(actor, dilemmaId, DilemmaDeed.PROPOSE_SEAT).granted() ? List.of() : em.createQuery("""
                        select new nl.klankbord.matching.PeerProposals$Facilitator(coalesce(p.name, m.email), m.email) from Dilemma d
                        join Membership m on m.programmeId = d.programmeId and m.role = FACILITATOR left join Person p on p.id = m.personId
                        where d.id = :id and not exists (select 1 from Seat s where s.dilemmaId = d.id and s.invitedEmail = m.email and s.status in (PROPOSED, INVITED, ACCEPTED))
                        order by p.name, m.email""", Facilitator.class).setParameter("id", dilemmaId).getResultList();
    }

    public record Facilitator(String name, String email) {}
}
