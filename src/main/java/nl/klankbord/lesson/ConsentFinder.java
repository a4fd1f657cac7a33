// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Municipality;

/** Who was asked about a lesson and what they said. */
@ApplicationScoped
public class ConsentFinder {
    @Inject
    EntityManager em;
    @Inject
    LessonFinder lessons;

    /** All of them for the coordinator, one's own for who was asked; empty for everyone else. */
    public Optional<List<Shown>> of(Actor actor, UUID lessonId) {
        Optional<LessonStanding> standing = lessons.standing(actor, lessonId).filter(s -> LessonPolicy.decide(s, LessonPolicy.Action.READ_CONSENTS).granted());
        return standing.map(s -> em.createQuery("""
                        select new nl.klankbord.lesson.ConsentFinder$Shown(k.id, k.kind, p.name, km.code, km.name, k.given, k.why, k.dueAt, k.decidedAt, case when %s then true else false end)
                        from LessonConsent k left join Person p on p.id = k.personId left join Municipality km on km.code = (select min(case when k.kind = HOST then d.hostMunicipality else m.code end) %s)
                        where k.lessonId = :lesson and (:all = true or %s) and exists (select 1 %s) order by k.id""".formatted(ConsentAccess.ASKED_OF_ME, ConsentAccess.PASSAGES, ConsentAccess.ASKED_OF_ME, ConsentAccess.PASSAGES), Shown.class)
                .setParameter("lesson", lessonId).setParameter("me", actor.personId()).setParameter("all", s.coordinator()).getResultList());
    }

    /** @param name of an author; null for a host, who answers as a municipality; @param own asked of the actor */
    public record Shown(UUID id, ConsentKind kind, String name, String code, String municipalityName, Boolean given, String why, Instant dueAt, Instant decidedAt, boolean own) {
        public Municipality.Ref municipality() {
            return code == null ? null : new Municipality.Ref(code, municipalityName);
        }

        /** ASKED, GIVEN or REFUSED. */
        public String state() {
            return given == null ? "ASKED" : given ? "GIVEN" : "REFUSED";
        }
    }
}
