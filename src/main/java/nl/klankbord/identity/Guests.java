// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;

/** People without an account, who come in by a personal link. */
@ApplicationScoped
public class Guests {
    private static final Duration ONE_LINK_PER = Duration.ofHours(1);
    /** How many days a link works. */
    public static final long LINK_DAYS = GuestPass.Kind.LINK.lasts.toDays();
    @Inject
    EntityManager em;
    @Inject
    Clock clock;

    /** A new guest, in the caller's transaction. Whoever is asked for two seats is two guests: one link opens one circle. */
    public UUID invite(String name, String email) {
        Person guest = Person.guest(name, email, clock.instant());
        em.persist(guest);
        return guest.id();
    }

    /** The secret of a new link, in the caller's transaction. It takes the place of a link that was not used yet. */
    public String link(UUID guestId) {
        end(guestId, GuestPass.Kind.LINK);
        return pass(guestId, GuestPass.Kind.LINK);
    }

    /** Whether a link was sent within the last hour. */
    public boolean hasNewLink(UUID guestId) {
        return !em.createQuery("select g.id from GuestPass g where g.personId = :guest and g.kind = LINK and g.createdAt > :since", UUID.class)
                .setParameter("guest", guestId).setParameter("since", clock.instant().minus(ONE_LINK_PER)).getResultList().isEmpty();
    }

    /** Whether a link still lets somebody in. Looking uses nothing up. */
    public boolean opens(Actor actor, String secret) {
        return GuestPolicy.comeIn(em.createQuery("from GuestPass where kind = LINK and digest = :digest", GuestPass.class).setParameter("digest", Secret.digest(secret))
                .getResultStream().anyMatch(found -> found.works(clock.instant()))).granted();
    }

    /** Changes a link for a cookie. The link works once. */
    @Transactional
    public Outcome<String> comeIn(Actor actor, String secret) {
        Optional<GuestPass> link = em.createQuery("from GuestPass where kind = LINK and digest = :digest", GuestPass.class).setParameter("digest", Secret.digest(secret))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
        Decision decision = GuestPolicy.comeIn(link.filter(found -> found.works(clock.instant())).isPresent());
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        link.get().end(clock.instant());
        return Outcome.done(pass(link.get().personId(), GuestPass.Kind.COOKIE));
    }

    /** Ends what the guest came in with, on every device. */
    @Transactional
    public Outcome<UUID> signOut(Actor actor) {
        Decision decision = GuestPolicy.signOut(actor);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        end(actor.personId(), GuestPass.Kind.COOKIE);
        return Outcome.done(actor.personId());
    }

    /** Takes back every link and cookie, in the caller's transaction. */
    public void shutOut(UUID guestId) {
        end(guestId, GuestPass.Kind.LINK);
        end(guestId, GuestPass.Kind.COOKIE);
    }

    /** Nothing of how she came in is kept. */
    void forget(@Observes Person.Erased person) {
        em.createQuery("delete from GuestPass g where g.personId = :person").setParameter("person", person.personId()).executeUpdate();
    }

    Optional<Actor.OfGuest> behind(String cookie) {
        return QuarkusTransaction.requiringNew().call(() -> em.createQuery("""
                        select new nl.klankbord.identity.Actor$OfGuest(p.id, p.name, p.email) from GuestPass g join Person p on p.id = g.personId
                        where g.kind = COOKIE and g.digest = :digest and g.endedAt is null and g.expiresAt > :now and p.guest = true""", Actor.OfGuest.class)
                .setParameter("digest", Secret.digest(cookie)).setParameter("now", clock.instant()).getResultStream().findFirst());
    }

    private String pass(UUID guestId, GuestPass.Kind kind) {
        String secret = Secret.next();
        em.persist(new GuestPass(guestId, kind, secret, clock.instant()));
        return secret;
    }

    private void end(UUID guestId, GuestPass.Kind kind) {
        em.createQuery("update GuestPass g set g.endedAt = :now where g.personId = :guest and g.kind = :kind and g.endedAt is null")
                .setParameter("now", clock.instant()).setParameter("guest", guestId).setParameter("kind", kind).executeUpdate();
    }
}
