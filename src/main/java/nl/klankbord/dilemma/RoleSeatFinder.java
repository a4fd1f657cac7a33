// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.RoleSeats;

/** At how many dilemmas somebody sits by a role: those that {@link WriteSeat} ends with it. */
@ApplicationScoped
public class RoleSeatFinder implements RoleSeats {
    private static final String COUNT = """
            select new nl.klankbord.dilemma.RoleSeatFinder$Count(m.id, count(distinct d.id)) from Membership m join SeatPerson s on s.personId = m.personId and s.leftAt is null
            join Dilemma d on d.id = s.dilemmaId and d.programmeId = m.programmeId
            where (m.role = PARTICIPANT and s.kind in (HOST, PEER) or m.role = FACILITATOR and s.kind = FACILITATOR) and d.phase <> WITHDRAWN and %s group by m.id""";
    @Inject
    EntityManager em;

    @Override
    public Map<UUID, Long> own(Actor actor) {
        return count(actor, em.createQuery(COUNT.formatted("m.personId = :me"), Count.class));
    }

    @Override
    public Map<UUID, Long> coordinated(Actor actor, UUID programmeId) {
        return count(actor, em.createQuery(COUNT.formatted("m.programmeId = :programme and d.phase <> DRAFT and " + DilemmaAccess.COORDINATES), Count.class).setParameter("programme", programmeId));
    }

    private static Map<UUID, Long> count(Actor actor, TypedQuery<Count> query) {
        return query.setParameter("me", actor.personId()).getResultStream().collect(Collectors.toMap(Count::role, Count::dilemmas));
    }

    record Count(UUID role, long dilemmas) {}
}
