// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.identity.Municipality.SizeClass;

/** Which municipalities of the programme could think along on a dilemma, with the reasons why; for its coordinator. */
@ApplicationScoped
public class PeerProposals {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;

    /** Best first: fewest reviews on their hands, then most in common. Empty when the actor may not match. */
    public Optional<List<Proposal>> of(Actor actor, UUID dilemmaId) {
        if (!standings.decide(actor, dilemmaId, DilemmaDeed.PROPOSE_SEAT).granted()) {
            return Optional.empty();
        }
        return Optional.of(em.createQuery("""
                        select new nl.klankbord.matching.PeerProposals$Candidate(m.code, m.name, case when m.sizeClass = h.sizeClass then true else false end, m.sizeClass,
                          case when m.province = h.province then true else false end,
                          (select count(s.id) from Seat s join Dilemma x on x.id = s.dilemmaId where s.municipalityCode = m.code and s.kind = PEER
                             and s.status in (PROPOSED, INVITED, ACCEPTED) and x.programmeId = d.programmeId and x.phase not in (CLOSED, WITHDRAWN)),
                          (select count(s.id) from Seat s join Dilemma x on x.id = s.dilemmaId where x.programmeId = d.programmeId and s.acceptedAt is not null and s.kind = PEER
                             and (s.municipalityCode = m.code and x.hostMunicipality = h.code or s.municipalityCode = h.code and x.hostMunicipality = m.code)),
                          exists (select 1 from Seat s where s.dilemmaId = d.id and s.municipalityCode = m.code and s.status = CONFLICT))
                        from Dilemma d join Municipality h on h.code = d.hostMunicipality, Municipality m
                        where d.id = :id and m.code <> h.code and exists (select 1 from Membership pm join Person p on p.id = pm.personId
                            join Organisation o on o.id = p.organisationId where pm.programmeId = d.programmeId and pm.role = PARTICIPANT and o.municipalityCode = m.code)
                          and not exists (select 1 from Seat s where s.dilemmaId = d.id and s.municipalityCode = m.code and s.status <> CONFLICT)""", Candidate.class)
                .setParameter("id", dilemmaId).getResultStream()
                .sorted(Comparator.comparing(Candidate::conflict).thenComparing(Candidate::load).thenComparing(c -> -c.reasons().size()).thenComparing(Candidate::name))
                .map(Candidate::proposal).toList());
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

    /** @param reasons keys of the texts that say why; @param conflicts keys of the texts that say why not */
    public record Proposal(Municipality.Ref municipality, List<String> reasons, List<String> conflicts) {}

    record Candidate(String code, String name, boolean sameSize, SizeClass size, boolean sameProvince, long load, long together, boolean conflict) {
        List<String> reasons() {
            List<String> reasons = new ArrayList<>();
            if (sameSize) {
                reasons.add("same-size-" + size.name().toLowerCase(java.util.Locale.ROOT));
            }
            if (!sameProvince) {
                reasons.add("other-province");
            }
            if (together == 0) {
                reasons.add("not-together-before");
            }
            reasons.add(load == 0 ? "no-reviews-now" : load == 1 ? "one-review-now" : "more-reviews-now");
            return reasons;
        }

        Proposal proposal() {
            return new Proposal(new Municipality.Ref(code, name), reasons(), conflict ? List.of("declared-conflict") : List.of());
        }
    }
}
