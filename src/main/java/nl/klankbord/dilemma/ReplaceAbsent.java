// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Person;
import nl.klankbord.shared.Attempt;
import nl.klankbord.shared.WorkingDays;

/**
 * Asks the colleague whom somebody named to the seats of that person for as long as she is away, by the rule that holds for
 * every newcomer. Nobody is unseated by it: who came leaves by herself.
 */
@ApplicationScoped
public class ReplaceAbsent {
    /** How long "Mijn werk" says that the absence is over. */
    private static final Duration TOLD = Duration.ofDays(14);
    private static final String AWAY = "p.replacementId is not null and p.absentFrom <= :today and (p.absentUntil is null or p.absentUntil >= :today)";
    private static final String STILL_AWAY = "exists (select 1 from Person p where p.id = s.absentId and p.replacementId = s.colleagueId and " + AWAY + ")";
    /** A concept is its writers' alone: a colleague comes there by their own deed only. */
    private static final String SEATS = "select new nl.klankbord.dilemma.ReplaceAbsent$Due(sp.seatId, p.id, p.replacementId, p.replacementReads, o.municipalityCode) from Person p "
            + "join Organisation o on o.id = p.organisationId join SeatPerson sp on sp.personId = p.id and sp.leftAt is null and sp.kind in (HOST, PEER) join Dilemma d on d.id = sp.dilemmaId "
            + "where " + AWAY + " and d.phase not in (DRAFT, CLOSED, WITHDRAWN) and (:everyone = true or p.id = :person) "
            + "and not exists (select 1 from StandIn si where si.seatId = sp.seatId and si.absentId = p.id and si.colleagueId = p.replacementId) order by sp.dilemmaId, sp.seatId";
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    DilemmaLock lock;
    @Inject
    Colleagues colleagues;
    @Inject
    Seating seating;
    @Inject
    ReplacementMail mail;
    @Inject
    Clock clock;

    /** Ends what is over and asks where somebody is away now; the number of seats where it did. */
    @ActivateRequestContext
    public int due(Actor actor) {
        QuarkusTransaction.requiringNew().run(this::end);
        // A person asks for herself only, the timer for everyone.
        return ask(seats(Actor.doer(actor)));
    }

    /**
     * Who is away from today on need not wait for the timer. What she said of herself is saved by then: whoever holds a person
     * and then wants a dilemma stands in the way of who writes there, and the timer does again what fails here.
     */
    void atOnce(@Observes(during = TransactionPhase.AFTER_SUCCESS) Person.Away away) {
        List<Due> due = new ArrayList<>();
        Attempt.of("replacements of", away.personId(), () -> {
            end();
            return due.addAll(seats(away.personId()));
        });
        ask(due);
    }

    private int ask(List<Due> seats) {
        return (int) seats.stream().filter(due -> Attempt.of("replacement on seat", due.seatId, () -> ask(due))).count();
    }

    /** @param person null for everyone */
    private List<Due> seats(UUID person) {
        return em.createQuery(SEATS, Due.class).setParameter("today", WorkingDays.dayOf(clock.instant())).setParameter("everyone", person == null)
                .setParameter("person", person == null ? Actor.system().personId() : person).getResultList();
    }

    /** Again under the lock: another instance may have asked, somebody may have left. Who does not fit now is looked at again next time. */
    private boolean ask(Due due) {
        Seat seat = em.find(Seat.class, due.seatId);
        lock.dilemma(seat.dilemmaId());
        em.refresh(seat);
        Actor absent = due.actor();
        Standing standing = standings.of(absent, seat.dilemmaId()).orElse(null);
        if (em.find(StandIn.class, new StandIn.Key(due.seatId, due.absent, due.colleague)) != null || standing == null || !seat.id().equals(standing.seatId())
                || !DilemmaPolicy.decide(standing, DilemmaDeed.SEAT_COLLEAGUE).granted() || !colleagues.fits(seat, due.colleague) || seating.there(seat, due.colleague)) {
            return false;
        }
        em.persist(new StandIn(seat, due.absent, due.colleague, clock.instant()));
        seating.place(seat, due.colleague, due.absent, due.reads);
        return true;
    }

    private void end() {
        var today = WorkingDays.dayOf(clock.instant());
        mail.tell(STILL_AWAY, today);
        em.createQuery("update StandIn s set s.overAt = :now where s.overAt is null and not " + STILL_AWAY).setParameter("now", clock.instant()).setParameter("today", today).executeUpdate();
        em.createQuery("update StandIn s set s.overAt = null where s.overAt is not null and " + STILL_AWAY).setParameter("today", today).executeUpdate();
        em.createQuery("delete from Newcomer n where n.agreed is null and exists (select 1 from StandIn s where s.seatId = n.seatId and s.absentId = n.namedBy and s.colleagueId = n.personId and s.overAt is not null)")
                .executeUpdate();
        em.createQuery("delete from StandIn s where s.overAt is not null and (s.overAt < :told or not exists "
                + "(select 1 from SeatPerson sp where sp.seatId = s.seatId and sp.personId = s.colleagueId and sp.leftAt is null))").setParameter("told", clock.instant().minus(TOLD)).executeUpdate();
    }

    record Due(UUID seatId, UUID absent, UUID colleague, boolean reads, String municipality) {
        /** The one who is away: she named the colleague, so what she may do there decides. */
        Actor actor() {
            return new Actor.OfPerson(absent, "", "", municipality == null ? "" : municipality, null, null, false, false);
        }
    }
}
