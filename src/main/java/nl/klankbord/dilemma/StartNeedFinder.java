// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.Objects;
import nl.klankbord.identity.Actor;

/** What each accepted dilemma of a round still needs before it can run, for the coordinator who may see its seats. */
@ApplicationScoped
class StartNeedFinder {
    @Inject
    EntityManager em;

    public List<StartNeed> inRound(Actor actor, UUID roundId) {
        Map<UUID, List<Row>> found = new LinkedHashMap<>();
        em.createQuery("""
                        select new nl.klankbord.dilemma.StartNeedFinder$Row(d.id, mt.minimumPeers, s.status, m.name)
                        from Dilemma d join Round r on r.id = d.roundId join Method mt on mt.methodKey = r.methodKey
                        left join Seat s on s.dilemmaId = d.id and s.kind in (PEER, GUEST) and s.status in (PROPOSED, INVITED, ACCEPTED)
                        left join Municipality m on m.code = s.municipalityCode
                        where d.roundId = :round and d.phase = ACCEPTED and r.phase in (MATCHING, RUNNING) and """ + " " + DilemmaAccess.COORDINATES + " order by d.id, m.name", Row.class)
                .setParameter("round", roundId).setParameter("me", actor.personId()).getResultStream().forEach(row -> found.computeIfAbsent(row.dilemmaId, id -> new ArrayList<>()).add(row));
        return found.values().stream().map(StartNeed::of).toList();
    }

    /** @param status null, with the name, for a dilemma for which nobody was asked yet */
    record Row(UUID dilemmaId, int minimum, SeatStatus status, String municipality) {}

    /**
     * How far one dilemma is.
     *
     * @param minimum   as many peers and guests have to say yes
     * @param yes       so many did
     * @param unanswered the municipalities that were invited and did not answer yet
     * @param atHost    those that wait for the host to agree
     */
    public record StartNeed(UUID dilemmaId, int minimum, long yes, List<String> unanswered, List<String> atHost) {
        static StartNeed of(List<Row> rows) {
            return new StartNeed(rows.getFirst().dilemmaId, rows.getFirst().minimum, rows.stream().filter(row -> row.status == SeatStatus.ACCEPTED).count(),
                    names(rows, SeatStatus.INVITED), names(rows, SeatStatus.PROPOSED));
        }

        private static List<String> names(List<Row> rows, SeatStatus status) {
            return rows.stream().filter(row -> row.status == status).map(Row::municipality).filter(Objects::nonNull).toList();
        }

        public boolean met() {
            return yes >= minimum;
        }

        public String unansweredNames() {
            return String.join(", ", unanswered);
        }

        public String atHostNames() {
            return String.join(", ", atHost);
        }
    }
}
