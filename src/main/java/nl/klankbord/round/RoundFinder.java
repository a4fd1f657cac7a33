// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.programme.ProgrammeStanding;
import nl.klankbord.programme.Role;
import nl.klankbord.shared.Cursor;

/** Rounds as the members of their programme see them. */
@ApplicationScoped
public class RoundFinder {
    private static final String SHOW = """
            select new nl.klankbord.round.RoundFinder$Shown(r.id, r.programmeId, p.name, r.title, r.methodKey, m.name, r.opensOn, r.phase, r.version,
             %s, %s, %s, (select max(mv.movedAt) from RoundMove mv where mv.roundId = r.id and mv.toPhase = MATCHING),
             (select max(mr.movedAt) from RoundMove mr where mr.roundId = r.id and mr.toPhase = RUNNING), (select max(mc.movedAt) from RoundMove mc where mc.roundId = r.id and mc.toPhase = CLOSED)) from Round r join Programme p on p.id = r.programmeId join Method m on m.methodKey = r.methodKey where %s""".formatted(
            ProgrammeAccess.has(Role.COORDINATOR, "r.programmeId"), ProgrammeAccess.has(Role.PARTICIPANT, "r.programmeId"),
            ProgrammeAccess.rulesAccepted("r.programmeId"), ProgrammeAccess.member("r.programmeId"));
    private static final String IN_PROGRAMME = SHOW + " and " + ProgrammeAccess.rulesAccepted("r.programmeId") + " and r.programmeId = :programme";
    @Inject
    EntityManager em;

    /** The round for a member of its programme, whether or not the house rules are accepted: see {@link Shown#standing}. */
    public Optional<Shown> visibleTo(Actor actor, UUID id) {
        return em.createQuery(SHOW + " and r.id = :id", Shown.class).setParameter("id", id).setParameter("me", actor.personId())
                .getResultStream().findFirst();
    }

    /** @param phases only those in one of these */
    public Cursor.Items<Shown> inProgramme(Actor actor, UUID programmeId, Set<RoundPhase> phases, Cursor cursor) {
        return cursor.page(em.createQuery(IN_PROGRAMME + " and r.phase in :phases and r.id > :after order by r.id", Shown.class)
                .setParameter("programme", programmeId).setParameter("phases", phases).setParameter("after", cursor.after()).setParameter("me", actor.personId())
                .setMaxResults(cursor.limit() + 1).getResultList(), Shown::id);
    }

    /** Those that are over, the latest first. */
    public Cursor.Items<Shown> archive(Actor actor, UUID programmeId, Cursor cursor) {
        return cursor.page(em.createQuery(IN_PROGRAMME + " and r.phase = CLOSED and r.id < :before order by r.id desc", Shown.class)
                .setParameter("programme", programmeId).setParameter("before", cursor.before()).setParameter("me", actor.personId())
                .setMaxResults(cursor.limit() + 1).getResultList(), Shown::id);
    }

    public Timetable timetable(Actor actor, UUID id) {
        Map<Stage, Instant> ends = new EnumMap<>(Stage.class);
        em.createQuery("select key(d), value(d) from Round r join r.deadlines d where r.id = :id and " + ProgrammeAccess.member("r.programmeId"), Object[].class)
                .setParameter("id", id).setParameter("me", actor.personId()).getResultStream().forEach(row -> ends.put((Stage) row[0], (Instant) row[1]));
        return new Timetable(ends);
    }

    /**
     * @param methodName   of a programme's own method; null for one whose name is told by its key
     * @param callClosedAt when the call really closed, by hand or by its date; null before
     * @param matchingClosedAt when its dilemmas really began to run
     * @param closedAt     when the last of them was closed
     */
    public record Shown(UUID id, UUID programmeId, String programme, String title, String methodKey, String methodName, LocalDate opensOn, RoundPhase phase,
                        int version, boolean coordinator, boolean participant, boolean accepted, Instant callClosedAt, Instant matchingClosedAt, Instant closedAt) {
        /** When stages really were over, whatever was planned. From RUNNING on each dilemma has dates of its own, but none goes on when the round is closed. */
        public Map<Stage, Instant> closed(Timetable planned) {
            Map<Stage, Instant> closed = new EnumMap<>(Stage.class);
            planned.entries().forEach(entry -> {
                Instant at = switch (entry.phase()) {
                    case CALL -> callClosedAt;
                    case MATCHING -> matchingClosedAt;
                    default -> closedAt != null && (entry.phase() == Stage.FOLLOW_UP || entry.endsAt().isAfter(closedAt)) ? closedAt : null;
                };
                if (at != null) {
                    closed.put(entry.phase(), at);
                }
            });
            return closed;
        }

        public ProgrammeStanding standing(Actor actor) {
            return new ProgrammeStanding(programmeId, true, coordinator, participant, accepted, actor.platformAdmin());
        }
    }
}
