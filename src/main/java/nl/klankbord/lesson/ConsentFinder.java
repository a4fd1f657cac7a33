// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.contribution.ContributionAccess;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Municipality;

/** Who was asked about a lesson and what they said. */
@ApplicationScoped
public class ConsentFinder {
    @Inject
    EntityManager em;
    @Inject
    LessonFinder lessons;
    @Inject
    Clock clock;

    /** All of them for the coordinator, one's own for who was asked; empty for everyone else. */
    public Optional<List<Shown>> of(Actor actor, UUID lessonId) {
        Optional<LessonStanding> standing = lessons.standing(actor, lessonId).filter(s -> LessonPolicy.decide(s, LessonPolicy.Action.READ_CONSENTS).granted());
        return standing.map(s -> em.createQuery("""
                        select new nl.klankbord.lesson.ConsentFinder$Shown(k.id, k.kind, p.name, km.code, km.name, k.given, k.why, k.dueAt, k.decidedAt, case when %s then true else false end)
                        from LessonConsent k left join Person p on p.id = k.personId left join Municipality km on km.code = (select min(case when k.kind = HOST then d.hostMunicipality else m.code end) %s)
                        where k.lessonId = :lesson and (:all = true or %s) and exists (select 1 %s) order by k.id""".formatted(ConsentAccess.ASKED_OF_ME, ConsentAccess.PASSAGES, ConsentAccess.ASKED_OF_ME, ConsentAccess.PASSAGES), Shown.class)
                .setParameter("lesson", lessonId).setParameter("me", actor.personId()).setParameter("all", s.coordinator()).getResultList());
    }

    /** Who has not answered yet of one seat of a dilemma that the actor coordinates: writers of passages, or all of the host's. */
    public List<UUID> unanswered(Actor actor, UUID dilemmaId, UUID seatId) {
        return em.createQuery("""
                        select p.id from Person p where exists (select 1 from LessonConsent k join Lesson l on l.id = k.lessonId join PatternObservation po on po.patternId = l.patternId
                          join Observation o on o.id = po.observationId join Dilemma d on d.id = o.dilemmaId left join Contribution c on c.id = o.sourceId
                          where l.status = DRAFT and k.given is null and k.dueAt > :now and d.id = :dilemma and %s and %s
                           and (k.kind = AUTHOR and k.personId = p.id and %s and c.seatId = :seat or k.kind = HOST and k.dilemmaId = d.id
                            and exists (select 1 from SeatPerson hp where hp.seatId = :seat and hp.personId = p.id and hp.kind = HOST and hp.leftAt is null)))""".formatted(ObservationAccess.LIVE, DilemmaAccess.COORDINATES, ContributionAccess.writes("p.id")), UUID.class)
                .setParameter("me", actor.personId()).setParameter("dilemma", dilemmaId).setParameter("seat", seatId).setParameter("now", clock.instant()).getResultList();
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
