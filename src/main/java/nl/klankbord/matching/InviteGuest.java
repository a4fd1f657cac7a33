// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.dilemma.Seat;
import nl.klankbord.dilemma.SeatAudit;
import nl.klankbord.dilemma.SeatStatus;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.dilemma.Voice;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.GuestPolicy;
import nl.klankbord.identity.Guests;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.OneLine;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Validation;

/** Guests at a table: proposed by the coordinator, agreed to by the host like a peer, let in by a personal link. */
@ApplicationScoped
public class InviteGuest {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    DilemmaLock lock;
    @Inject
    Clock clock;
    @Inject
    Validation validation;
    @Inject
    Guests guests;
    @Inject
    InvitationMail mail;
    @Inject
    SeatAudit audit;

    /** Someone without an account: a provider, a resident, a national body. */
    @Transactional
    public Outcome<UUID> propose(Actor actor, UUID dilemmaId, Guest guest) {
        lock.dilemma(dilemmaId);
        Decision decision = standings.decide(actor, dilemmaId, DilemmaDeed.PROPOSE_SEAT);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        List<FieldError> errors = validation.errors(guest);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        String address = guest.email().strip().toLowerCase(Locale.ROOT);
        // Who has a part in the programme would sit at a table twice, or under two roles.
        if (takesPart(dilemmaId, address)) {
            return Outcome.invalid("email", "guest-takes-part");
        }
        boolean there = !em.createQuery("select s.id from Seat s join Person p on p.id = s.guestId where s.dilemmaId = :id and p.email = :email and s.status in (PROPOSED, INVITED, ACCEPTED)", UUID.class)
                .setParameter("id", dilemmaId).setParameter("email", address).getResultList().isEmpty();
        if (there) {
            return Outcome.refused(Reason.ALREADY_THERE);
        }
        Seat seat = Seat.proposedGuest(dilemmaId, guests.invite(guest.name(), address), guest.voice());
        seat.asked(clock.instant());
        em.persist(seat);
        audit.note(actor, AuditKind.SEAT_PROPOSED, seat, null, seat.kind());
        return Outcome.done(seat.id());
    }

    /**
     * A new link for a guest whose cookie is gone, at most one an hour; for who sat there and left, or was shut out, it leads to
     * her own texts and no further. The answer is the same whether the address is known or not, so that it tells nothing of who is.
     */
    @Transactional
    public Outcome<String> renewLink(Actor actor, String email) {
        Decision decision = GuestPolicy.askForLink();
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        String address = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        List<FieldError> errors = validation.errors(new Renewal(address));
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        em.createQuery("select s from Seat s join Person p on p.id = s.guestId where p.guest = true and p.email = :email and (s.status in (INVITED, ACCEPTED) or s.status = LEFT and s.acceptedAt is not null)", Seat.class)
                .setParameter("email", address).getResultStream().filter(seat -> !guests.hasNewLink(seat.guestId())).forEach(seat -> {
                    if (seat.status() == SeatStatus.LEFT) {
                        mail.letIntoOwnTexts(seat);
                    } else {
                        mail.letGuestIn(seat);
                    }
                });
        return Outcome.done(address);
    }

    /** Whether that address has a role in the programme of a dilemma. */
    boolean takesPart(UUID dilemmaId, String email) {
        return !em.createQuery("select m.id from Membership m join Dilemma d on d.programmeId = m.programmeId where d.id = :id and m.email = :email", UUID.class)
                .setParameter("id", dilemmaId).setParameter("email", email).setMaxResults(1).getResultList().isEmpty();
    }

    /** The same, for a guest who was proposed before. */
    boolean takesPart(Seat seat) {
        return seat.guestId() != null && em.createQuery("select p.email from Person p where p.id = :id", String.class).setParameter("id", seat.guestId()).getResultStream()
                .anyMatch(email -> takesPart(seat.dilemmaId(), email));
    }

    /** A new link for a guest who is asked and has not answered, in the caller's transaction; the number of people written to. */
    public int remind(UUID seatId) {
        Seat seat = em.find(Seat.class, seatId);
        if (seat.guestId() == null) {
            return 0;
        }
        mail.letGuestIn(seat);
        return 1;
    }

    /** Who said no has no further business here. */
    void sendAway(Seat seat) {
        if (seat.guestId() != null) {
            guests.shutOut(seat.guestId());
        }
    }

    record Renewal(@NotBlank(message = "{required}") @Email(message = "{email}") @Size(max = 254, message = "{too-long}") String email) {}

    public record Guest(@NotBlank(message = "{required}") @Size(max = 200, message = "{too-long}") String name,
                        @NotBlank(message = "{required}") @Email(message = "{email}") @Size(max = 254, message = "{too-long}") String email,
                        @NotNull(message = "{required}") Voice voice) {
        public Guest {
            name = OneLine.of(name);
        }
    }
}
