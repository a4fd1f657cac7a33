// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.dilemma.Newcomer;
import nl.klankbord.dilemma.SeatKind;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Hql;

/** Who came to a dilemma, or is to come, when it ran already. */
@ApplicationScoped
public class NewcomerFinder {
    private static final List<String> WROTE_BEFORE = List.of(
            "exists (select 1 from Contribution c where c.dilemmaId = np.dilemmaId and c.withdrawnAt is null and coalesce(c.submittedAt, c.createdAt) < np.seatedAt and " + ContributionAccess.writes(":me") + ")",
            "exists (select 1 from ContributionWriter mw join Contribution mc on mc.id = mw.contributionId where mc.seatId = np.seatId and mw.personId = :me and mw.mirrorSince < np.seatedAt)",
            "exists (select 1 from Recognition rc where rc.dilemmaId = np.dilemmaId and rc.personId = :me and rc.createdAt < np.seatedAt)");
    /** Took a seat {@code np} of dilemma {@code d} after it began to run. */
    static final String CAME_LATER = """
            np.dilemmaId = d.id and np.leftAt is null
            and np.seatedAt > (select min(mv.movedAt) from DilemmaMove mv where mv.dilemmaId = d.id and mv.toPhase = CLARIFYING)""";
    /** Sits on the host's seat of dilemma {@code d}. */
    static final String HOSTS = DilemmaAccess.onSeat("(select hs.id from Seat hs where hs.dilemmaId = d.id and hs.kind = HOST)");
    @Inject
    EntityManager em;
    @Inject
    @All
    List<Written> others;

    /** Whether the actor wrote here before {@code np} came to sit there. */
    String wroteBefore() {
        return Hql.anyOf(Stream.concat(WROTE_BEFORE.stream(), others.stream().map(Written::before)).toArray(String[]::new));
    }

    /** Those who came, for the circle; the earliest first. */
    public List<Arrived> arrived(Actor actor, UUID dilemmaId) {
        return em.createQuery("""
                        select new nl.klankbord.contribution.NewcomerFinder$Arrived(p.id, p.name, m.name, np.kind, np.seatedAt, case when p.id = :me then true else false end,
                          case when np.kind <> FACILITATOR and p.id <> :me and %s then true else false end,
                          (select nc.given from NewcomerConsent nc where nc.seatId = np.seatId and nc.personId = p.id and nc.authorId = :me and nc.decidedAt >= np.seatedAt))
                        from Dilemma d join SeatPerson np on %s join Person p on p.id = np.personId join Seat s on s.id = np.seatId left join Municipality m on m.code = s.municipalityCode
                        where d.id = :id and %s order by np.seatedAt, p.id""".formatted(wroteBefore(), CAME_LATER, DilemmaAccess.IN_CIRCLE), Arrived.class)
                .setParameter("id", dilemmaId).setParameter("me", actor.personId()).getResultList();
    }

    /** Those who came to coordinate the programme when it ran already, and did not sit there themselves; for the circle. */
    public List<Coordinator> coordinators(Actor actor, UUID dilemmaId) {
        return em.createQuery("""
                        select new nl.klankbord.contribution.NewcomerFinder$Coordinator(p.id, p.name, cm.createdAt) from Dilemma d
                        join Membership cm on cm.programmeId = d.programmeId and cm.role = COORDINATOR join Person p on p.id = cm.personId
                        where d.id = :id and cm.createdAt > (select min(mv.movedAt) from DilemmaMove mv where mv.dilemmaId = d.id and mv.toPhase = CLARIFYING)
                        and not %s and %s order by cm.createdAt, p.id""".formatted(DilemmaAccess.SAT.replace(":me", "p.id"), DilemmaAccess.IN_CIRCLE), Coordinator.class)
                .setParameter("id", dilemmaId).setParameter("me", actor.personId()).getResultList();
    }

    /** Those who wait for the host's yes: for the host's seat, the seat they are to join, and who named them. */
    public List<Waiting> waiting(Actor actor, UUID dilemmaId) {
        return em.createQuery("""
                        select new nl.klankbord.contribution.NewcomerFinder$Waiting(n.id, p.name, m.name, n.namedAt, case when %1$s then true else false end)
                        from Newcomer n join Dilemma d on d.id = n.dilemmaId join Seat s on s.id = n.seatId join Person p on p.id = n.personId left join Municipality m on m.code = s.municipalityCode
                        where d.id = :id and %2$s and %3$s and %4$s order by n.id""".formatted(HOSTS, Newcomer.WAITS, DilemmaAccess.IN_CIRCLE, Hql.anyOf(HOSTS, DilemmaAccess.onSeat("n.seatId"), "n.namedBy = :me")), Waiting.class)
                .setParameter("id", dilemmaId).setParameter("me", actor.personId()).getResultList();
    }

    /** @param self the actor came later; {@code asked}: the actor wrote before this one came; {@code given}: what the actor answered, or null */
    public record Arrived(UUID personId, String name, String municipality, SeatKind kind, Instant since, boolean self, boolean asked, Boolean given) {}

    public record Coordinator(UUID personId, String name, Instant since) {}

    /** @param host whether it is the actor who answers */
    public record Waiting(UUID id, String name, String municipality, Instant namedAt, boolean host) {}
}
