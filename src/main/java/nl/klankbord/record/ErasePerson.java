// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Person;
import nl.klankbord.mail.Outbox;
import nl.klankbord.programme.Audit;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;

/** Erases a person. What others built on stays, and says only where it came from; everything else that is hers goes. */
@ApplicationScoped
public class ErasePerson {
    @Inject
    EntityManager em;
    @Inject
    ErasureFinder erasures;
    @Inject
    ForgetTexts texts;
    @Inject
    Nameless labels;
    @Inject
    Outbox outbox;
    @Inject
    Audit audit;
    @Inject
    Event<Person.Erased> erased;
    @Inject
    Clock clock;

    /** Cannot be undone. @param sure asked of people on a page; a program that calls is */
    @Transactional
    public Outcome<UUID> erase(Actor actor, UUID id, boolean sure) {
        // Who is named as a second coordinator or takes one away meanwhile waits, programme by programme.
        em.createNativeQuery("select p.id from programme p join membership m on m.programme_id = p.id where m.person_id = :person order by p.id for update").setParameter("person", id).getResultList();
        Person person = em.find(Person.class, id, LockModeType.PESSIMISTIC_WRITE);
        Decision decision = erasures.decide(actor, id);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (!sure) {
            return Outcome.invalid("sure", "confirm-erasure");
        }
        Known known = em.createQuery("select new nl.klankbord.record.ErasePerson$Known(p.name, p.email, p.guest, m.name) from Person p left join Organisation o on o.id = p.organisationId "
                + "left join Municipality m on m.code = o.municipalityCode where p.id = :id", Known.class).setParameter("id", id).getSingleResult();
        programmes(id).forEach(programme -> audit.note(actor, Audit.Deed.of(AuditKind.PERSON_ERASED, programme, id)));
        em.flush();
        erased.fire(new Person.Erased(id));
        texts.forget(id);
        roles(id);
        if (known.guest) {
            guestLetters(id, known.email);
        } else {
            address(known.email);
            outbox.forget(known.email, known.name);
        }
        person.erase(known.guest ? labels.guest() : labels.someone(known.municipality), clock.instant());
        return Outcome.done(id);
    }

    /** In which she had a part; their logs tell that somebody was erased. */
    private List<UUID> programmes(UUID person) {
        return em.createQuery("select distinct pr.id from Programme pr where exists (select 1 from Membership m where m.programmeId = pr.id and m.personId = :person) "
                + "or exists (select 1 from SeatPerson sp join Dilemma d on d.id = sp.dilemmaId where d.programmeId = pr.id and sp.personId = :person) "
                + "or exists (select 1 from Seat s join Dilemma d on d.id = s.dilemmaId where d.programmeId = pr.id and s.guestId = :person)", UUID.class).setParameter("person", person).getResultList();
    }

    /** What she was, what she was asked for, and what she said of herself. */
    private void roles(UUID person) {
        for (String hers : List.of("membership where person_id = :person", "house_rules_acceptance where person_id = :person", "municipality_administrator where person_id = :person",
                "newcomer where person_id = :person", "newcomer_consent where person_id = :person", "dilemma_opening where person_id = :person",
                "effort_answer where person_id = :person", "record_consent where person_id = :person", "shared_address where person_id = :person", "stand_in where absent_id = :person or colleague_id = :person")) {
            em.createNativeQuery("delete from " + hers).setParameter("person", person).executeUpdate();
        }
        em.createNativeQuery("update person set replacement_id = null, replacement_reads = false, version = version + 1 where replacement_id = :person").setParameter("person", person).executeUpdate();
    }

    /** What waits for whoever signs in with her address. */
    private void address(String email) {
        if (!email.isEmpty()) {
            for (String hers : List.of("delete from membership where email = :email and person_id is null", "delete from municipality_administrator where email = :email and person_id is null",
                    "delete from account_invitation where email = :email", "delete from account_link where email = :email",
                    "update seat set status = if(status in ('PROPOSED', 'INVITED'), 'LAPSED', status), invited_email = null, version = version + 1 where invited_email = :email")) {
                em.createNativeQuery(hers).setParameter("email", email).executeUpdate();
            }
        }
    }

    /** Her address does not say who she is: somebody with an account may have the same, whose roles and letters stay. */
    private void guestLetters(UUID guest, String email) {
        outbox.forget(guest);
        em.createQuery("select s.dilemmaId from Seat s where s.guestId = :guest", UUID.class).setParameter("guest", guest).getResultList().forEach(dilemma -> outbox.forget(dilemma, email));
    }

    record Known(String name, String email, boolean guest, String municipality) {}
}
