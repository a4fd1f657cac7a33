// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Dilemma;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.dilemma.SeatKind;
import nl.klankbord.identity.Person;
import nl.klankbord.mail.Outbox;
import nl.klankbord.programme.RetentionWay;

/**
 * Lets go of the people of a dilemma whose time is over, and of its texts where the programme says so. What nobody but its
 * writer ever read goes in any case: mirrors, concepts, unsaved texts, what was withdrawn or hidden. Lessons in the library stay.
 */
@ApplicationScoped
class ForgetDilemma {
    private static final String SAID = " in (select c.id from contribution c where c.dilemma_id = :dilemma)";
    @Inject
    EntityManager em;
    @Inject
    Outbox outbox;
    @Inject
    Nameless labels;
    @Inject
    Clock clock;

    /** In the caller's transaction, with the dilemma locked. */
    void forget(UUID dilemmaId, RetentionWay way) {
        Dilemma dilemma = em.find(Dilemma.class, dilemmaId);
        em.flush();
        own(dilemmaId);
        people(dilemmaId);
        dilemma.forgetWhoClosed();
        circle(dilemmaId);
        // What was withdrawn nobody could read: without its writers it is nobody's.
        if (way == RetentionWay.ERASE || dilemma.phase() == Phase.WITHDRAWN) {
            texts(dilemmaId);
            dilemma.forget(labels.dilemma());
        }
        em.flush();
    }

    /** What was its writers' alone. */
    private void own(UUID dilemma) {
        em.createNativeQuery("delete from text_draft where substring_index(draft_key, '.', -1) in (:ids)").setParameter("ids", typedAbout(dilemma)).executeUpdate();
        change("delete from mirror where contribution_id" + SAID, dilemma);
        change("update contribution_writer set text = null, example = null, advice = null, answers = null, assumptions = null, mirror = null where dilemma_id = :dilemma", dilemma);
        change("delete from step where dilemma_id = :dilemma", dilemma);
        change("delete from reflection_presence where seat_id in (select s.id from seat s where s.dilemma_id = :dilemma)", dilemma);
        // Nobody can take the names out of a file.
        change("delete from attachment where dilemma_id = :dilemma", dilemma);
        change("delete from contribution where dilemma_id = :dilemma and submitted_at is null", dilemma);
        change("update contribution set text = '', example = null, advice = null, answers = null, assumptions = null, picked_assumptions = null, passage = null, version = version + 1 "
                + "where dilemma_id = :dilemma and (withdrawn_at is not null or hidden_at is not null)", dilemma);
        change("update contribution_report set why = null where dilemma_id = :dilemma", dilemma);
        change("update text_report set why = null, words = null, lifted_words = null where dilemma_id = :dilemma", dilemma);
        change("update seat set invited_email = null, conflict = null, reason = null where dilemma_id = :dilemma", dilemma);
    }

    /** What the key of an unsaved text may end in: the dilemma, what it answers, a seat, or a step. */
    private List<String> typedAbout(UUID dilemma) {
        return Stream.of(List.of(dilemma), em.createQuery("select c.id from Contribution c where c.dilemmaId = :dilemma", UUID.class).setParameter("dilemma", dilemma).getResultList(),
                em.createQuery("select s.id from Seat s where s.dilemmaId = :dilemma", UUID.class).setParameter("dilemma", dilemma).getResultList(),
                em.createQuery("select st.id from Step st where st.dilemmaId = :dilemma", UUID.class).setParameter("dilemma", dilemma).getResultList()).flatMap(List::stream).map(UUID::toString).toList();
    }

    /** Each of them becomes somebody of whom no more is told than where from. */
    private void people(UUID dilemma) {
        em.createQuery("""
                        select new nl.klankbord.record.ForgetDilemma$Someone(p.id, s.kind, m.name) from Person p
                        left join SeatPerson sp on sp.personId = p.id and sp.dilemmaId = :dilemma left join Seat s on s.id = sp.seatId left join Municipality m on m.code = s.municipalityCode
                        where sp.personId is not null or exists (select 1 from Contribution c where c.dilemmaId = :dilemma and (c.authorId = p.id or c.writtenBy = p.id))
                          or exists (select 1 from ContributionWriter w where w.dilemmaId = :dilemma and w.personId = p.id)
                          or exists (select 1 from DilemmaVersion v where v.dilemmaId = :dilemma and v.writtenBy = p.id)
                          or exists (select 1 from ContributionReport r where r.dilemmaId = :dilemma and (r.reportedBy = p.id or r.liftedBy = p.id))
                          or exists (select 1 from TextReport tr where tr.dilemmaId = :dilemma and tr.reportedBy = p.id)
                          or exists (select 1 from AuditEvent e where e.dilemmaId = :dilemma and (e.actorId = p.id or e.aboutId = p.id))
                        order by p.id, sp.seatedAt""", Someone.class).setParameter("dilemma", dilemma).getResultStream().collect(Collectors.toMap(Someone::id, one -> one, (first, later) -> first)).values().forEach(someone -> {
            Person nameless = Person.nameless(labels.at(someone.kind, someone.municipality), clock.instant());
            em.persist(nameless);
            em.flush();
            for (String place : List.of("contribution.author_id", "contribution.written_by", "contribution.submitted_by", "contribution.withdrawn_by", "contribution_writer.person_id", "recognition.person_id", "dilemma_version.written_by", "contribution_report.reported_by",
                    "contribution_report.lifted_by", "text_report.reported_by", "audit_event.actor_id", "audit_event.about_id", "lesson_consent.decided_by")) {
                String[] column = place.split("\\.");
                em.createNativeQuery("update " + column[0] + " set " + column[1] + " = :instead where dilemma_id = :dilemma and " + column[1] + " = :person")
                        .setParameter("instead", nameless.id()).setParameter("dilemma", dilemma).setParameter("person", someone.id).executeUpdate();
            }
            carryConsent(dilemma, someone.id, nameless.id());
        });
    }

    /** What somebody agreed to goes on counting for the passages behind a lesson. */
    private void carryConsent(UUID dilemma, UUID person, UUID nameless) {
        String behind = "exists (select 1 from lesson l join pattern_observation po on po.pattern_id = l.pattern_id join observation o on o.id = po.observation_id join contribution c on c.id = o.source_id "
                + "where l.id = k.lesson_id and %1$s in (c.author_id, c.written_by, (select w.person_id from contribution_writer w where w.contribution_id = c.id and w.person_id = %1$s))";
        em.createNativeQuery("insert into lesson_consent (id, lesson_id, kind, person_id, asked_at, due_at, given, decided_by, decided_at) "
                        + "select uuid(), k.lesson_id, k.kind, :nameless, k.asked_at, k.due_at, k.given, if(k.decided_by is null, null, :nameless), k.decided_at from lesson_consent k where k.kind = 'AUTHOR' and k.person_id = :person and "
                        + behind.formatted(":nameless") + " and c.dilemma_id = :dilemma)").setParameter("nameless", nameless).setParameter("person", person).setParameter("dilemma", dilemma).executeUpdate();
        em.createNativeQuery("delete k from lesson_consent k where k.kind = 'AUTHOR' and k.person_id = :person and not " + behind.formatted(":person") + ")").setParameter("person", person).executeUpdate();
    }

    /** Who sat there, who came later, who opened it, whom it took how long and who was written to. A guest came for this dilemma alone. */
    private void circle(UUID dilemma) {
        em.createQuery("select p from Person p join Seat s on s.guestId = p.id where s.dilemmaId = :dilemma", Person.class).setParameter("dilemma", dilemma).getResultList()
                .forEach(guest -> {
                    outbox.forget(guest.id());
                    guest.erase(labels.guest(), clock.instant());
                });
        outbox.forget(dilemma);
        em.flush();
        change("delete from guest_pass where person_id in (select s.guest_id from seat s where s.dilemma_id = :dilemma)", dilemma);
        // Who leads or coordinates the programme and sat here goes on reading no more of it than others who sat here.
        change("delete sp from seat_person sp where sp.dilemma_id = :dilemma and (sp.kind = 'FACILITATOR' or not exists (select 1 from membership m join dilemma d on d.programme_id = m.programme_id "
                + "where d.id = sp.dilemma_id and m.person_id = sp.person_id and m.role in ('COORDINATOR', 'FACILITATOR')))", dilemma);
        em.createNativeQuery("update seat_person set left_at = :now where dilemma_id = :dilemma and left_at is null").setParameter("now", clock.instant()).setParameter("dilemma", dilemma).executeUpdate();
        for (String table : List.of("newcomer", "newcomer_consent", "dilemma_opening", "effort_answer", "reminder", "stand_in", "shared_address")) {
            change("delete from " + table + " where dilemma_id = :dilemma", dilemma);
        }
        change("update seat set host_answered_by = null where dilemma_id = :dilemma", dilemma);
        change("update contribution set host_answered_by = null where dilemma_id = :dilemma", dilemma);
        change("update dilemma_move set moved_by = null where dilemma_id = :dilemma", dilemma);
        change("update session set location = '', join_url = null where dilemma_id = :dilemma", dilemma);
    }

    /** Lines stay, as of what was withdrawn; passages that were marked go, and patterns with fewer of them remain. */
    private void texts(UUID dilemma) {
        change("delete from pattern_observation where observation_id in (select o.id from observation o where o.dilemma_id = :dilemma)", dilemma);
        change("delete from observation where dilemma_id = :dilemma", dilemma);
        em.createNativeQuery("update contribution set text = '', example = null, advice = null, answers = null, assumptions = null, picked_assumptions = null, passage = null, host_why = null, "
                + "withdrawn_at = coalesce(withdrawn_at, :now), version = version + 1 where dilemma_id = :dilemma").setParameter("now", clock.instant()).setParameter("dilemma", dilemma).executeUpdate();
        change("update seat set host_why = null where dilemma_id = :dilemma", dilemma);
        change("delete from contribution_writer where dilemma_id = :dilemma", dilemma);
        change("delete from recognition where dilemma_id = :dilemma", dilemma);
        change("delete from dilemma_version where dilemma_id = :dilemma", dilemma);
    }

    private void change(String sql, UUID dilemma) {
        em.createNativeQuery(sql).setParameter("dilemma", dilemma).executeUpdate();
    }

    /** @param kind of the seat, or null */
    record Someone(UUID id, SeatKind kind, String municipality) {}
}
