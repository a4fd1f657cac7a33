// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.programme.Role;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Hql;

/** Patterns, for the coordinator and for members of the programme who may read every source in them. */
@ApplicationScoped
public class PatternFinder {
    private static final String COORDINATES = ProgrammeAccess.has(Role.COORDINATOR, "p.programmeId");
    /** Who sat at a dilemma behind it as host or peer leaves the lesson to another coordinator. */
    private static final String DRAFTS = "(" + COORDINATES + " and not " + PatternDilemma.SAT_BEHIND.formatted("p.id") + ")";
    // A source that was withdrawn or erased is one that nobody may read: what was made of it closes to all but the coordinator.
    private static final String ERASED = "exists (select 1 from PatternDilemma pd where pd.patternId = p.id and not exists (select 1 from PatternObservation lp join Observation lo on lo.id = lp.observationId "
            + "where lp.patternId = p.id and lo.dilemmaId = pd.dilemmaId))";
    private static final String READS = ProgrammeAccess.rulesAccepted("p.programmeId") + " and " + Hql.anyOf(COORDINATES, ProgrammeAccess.member("p.programmeId") + " and not " + ERASED
            + " and not exists (select 1 from PatternObservation po join Observation o on o.id = po.observationId" + ObservationAccess.JOINS + " where po.patternId = p.id and not " + ObservationAccess.READS + ")");
    private static final String SHOW = "select new nl.klankbord.lesson.PatternFinder$Row(p.id, p.programmeId, p.statement, p.createdAt, case when " + DRAFTS + " then true else false end) from Pattern p where " + READS;
    @Inject
    EntityManager em;
    @Inject
    ObservationFinder observations;

    public Optional<Shown> visibleTo(Actor actor, UUID id) {
        return shown(actor, em.createQuery(SHOW + " and p.id = :id", Row.class).setParameter("id", id).setParameter("me", actor.personId()).getResultList()).stream().findFirst();
    }

    /** @param programmeId of this programme, or null */
    public Cursor.Items<Shown> list(Actor actor, UUID programmeId, Cursor cursor) {
        TypedQuery<Row> query = em.createQuery(SHOW + (programmeId == null ? "" : " and p.programmeId = :programme") + " and p.id > :after order by p.id", Row.class);
        if (programmeId != null) {
            query.setParameter("programme", programmeId);
        }
        Cursor.Items<Row> page = cursor.page(query.setParameter("me", actor.personId()).setParameter("after", cursor.after()).setMaxResults(cursor.limit() + 1).getResultList(), Row::id);
        return new Cursor.Items<>(shown(actor, page.items()), page.next());
    }

    private List<Shown> shown(Actor actor, List<Row> rows) {
        List<UUID> patterns = rows.stream().map(Row::id).toList();
        List<Member> members = patterns.isEmpty() ? List.of() : em.createQuery("select new nl.klankbord.lesson.PatternFinder$Member(po.patternId, po.observationId) "
                + "from PatternObservation po where po.patternId in :ids", Member.class).setParameter("ids", patterns).getResultList();
        Map<UUID, ObservationFinder.Shown> readable = observations.among(actor, members.stream().map(Member::observationId).distinct().toList()).stream()
                .collect(Collectors.toMap(ObservationFinder.Shown::id, observation -> observation));
        return rows.stream().map(row -> new Shown(row.id, row.programmeId, row.statement, row.createdAt, row.coordinator, members.stream()
                .filter(member -> member.patternId.equals(row.id)).map(member -> readable.get(member.observationId)).filter(java.util.Objects::nonNull)
                .sorted(java.util.Comparator.comparing(o -> o.id().toString())).toList())).toList();
    }

    /** @param coordinator whether the actor may draft a lesson from it; @param observations those whose source is still there */
    public record Shown(UUID id, UUID programmeId, String statement, Instant createdAt, boolean coordinator, List<ObservationFinder.Shown> observations) {
        public long municipalities() {
            return observations.stream().map(ObservationFinder.Shown::code).filter(java.util.Objects::nonNull).distinct().count();
        }
    }

    record Row(UUID id, UUID programmeId, String statement, Instant createdAt, boolean coordinator) {}

    record Member(UUID patternId, UUID observationId) {}
}
