// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.contribution.ContributionAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;

/** Lessons as far as the actor may see them: drafts for those behind them, published ones for everyone signed in. */
@ApplicationScoped
public class LessonFinder {
    private static final String SHOW = "select new nl.klankbord.lesson.LessonFinder$Row(" + LessonText.OF_L + ", " + LessonAccess.STANDING + ", l.programmeId, "
            + "case when " + LessonAccess.COORDINATES + " then l.patternId end) from Lesson l where " + LessonAccess.READS;
    @Inject
    EntityManager em;

    public Optional<Shown> visibleTo(Actor actor, UUID id) {
        return em.createQuery(SHOW + " and l.id = :id", Row.class).setParameter("id", id).setParameter("me", actor.personId())
                .getResultStream().findFirst().map(row -> new Shown(row.text, row.standing, row.programmeId, row.patternId, sources(actor, id, row.standing)));
    }

    /** The words alone. @param programmeId of this programme, or null; @param status as far as this, or null */
    public Cursor.Items<LessonText> list(Actor actor, UUID programmeId, LessonStatus status, Cursor cursor) {
        TypedQuery<LessonText> query = em.createQuery("select " + LessonText.OF_L + " from Lesson l where " + LessonAccess.READS
                + (programmeId == null ? "" : " and l.programmeId = :programme") + (status == null ? "" : " and l.status = :status") + " and l.id > :after order by l.id", LessonText.class);
        if (programmeId != null) {
            query.setParameter("programme", programmeId);
        }
        if (status != null) {
            query.setParameter("status", status);
        }
        return cursor.page(query.setParameter("me", actor.personId()).setParameter("after", cursor.after()).setMaxResults(cursor.limit() + 1).getResultList(), LessonText::id);
    }

    /** For whoever comes by on the open web: published and marked open, its words and nothing else. */
    public Optional<LessonText> publiclyOpen(UUID id) {
        return em.createQuery("select " + LessonText.OF_L + " from Lesson l where l.id = :id and l.status = PUBLISHED and l.open = true", LessonText.class)
                .setParameter("id", id).getResultStream().findFirst();
    }

    /** What the actor is to it; empty when there is no such lesson. */
    Optional<LessonStanding> standing(Actor actor, UUID id) {
        return em.createQuery("select " + LessonAccess.STANDING + " from Lesson l where l.id = :id", LessonStanding.class)
                .setParameter("id", id).setParameter("me", actor.personId()).getResultStream().findFirst();
    }

    /** What the policy says of an action; hidden when there is no such lesson. */
    public Decision decide(Actor actor, UUID id, LessonPolicy.Action action) {
        return standing(actor, id).map(standing -> LessonPolicy.decide(standing, action)).orElse(Decision.HIDDEN);
    }

    private List<Source> sources(Actor actor, UUID id, LessonStanding standing) {
        return em.createQuery("select new nl.klankbord.lesson.LessonFinder$Source(o.id, o.dilemmaId, " + ObservationAccess.EXACT + ", m.code, m.name, "
                        + "case when " + ContributionAccess.writes(":me") + " then true else false end) from PatternObservation po join Observation o on o.id = po.observationId" + ObservationAccess.JOINS
                        + " where po.patternId = (select sl.patternId from Lesson sl where sl.id = :lesson) and " + LessonAccess.sources(standing) + " order by o.id", Source.class)
                .setParameter("lesson", id).setParameter("me", actor.personId()).getResultList();
    }

    /** @param patternId for the coordinator; null for everyone else; @param sources those this actor may read */
    public record Shown(LessonText text, LessonStanding standing, UUID programmeId, UUID patternId, List<Source> sources) {}

    /** @param own written by the actor */
    public record Source(UUID observationId, UUID dilemmaId, String exact, String code, String name, boolean own) {
        public Municipality.Ref municipality() {
            return code == null ? null : new Municipality.Ref(code, name);
        }
    }

    record Row(LessonText text, LessonStanding standing, UUID programmeId, UUID patternId) {}
}
