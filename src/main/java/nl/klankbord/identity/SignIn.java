// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Turns a token into a person: created at first sign-in, brought up to date when Keycloak says something new. */
@ApplicationScoped
class SignIn {
    @Inject
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Event<Person.Arrived> arrived;
    @Inject
    Event<Person.ChangedOrganisation> changedOrganisation;

    Actor personBehind(Claims token) {
        Claims claims = token.named().size() > 1 ? token.still(before(token.subject())) : token;
        Instant now = clock.instant();
        return stored(claims).filter(stored -> stored.matches(claims, now)).or(() -> {
            // Two first requests at once make the same person or organisation; the second try finds it.
            if (!followed(claims)) {
                followed(claims);
            }
            return stored(claims);
        }).map(stored -> stored.actor(claims)).orElseThrow(() -> new IllegalStateException("person could not be recorded at sign-in"));
    }

    /** The organisation she spoke for last, or null. */
    private String before(String subject) {
        return em.createQuery("select o.alias from Person p join Organisation o on o.id = p.organisationId where p.subject = :subject", String.class).setParameter("subject", subject)
                .getResultStream().findFirst().orElse(null);
    }

    private Optional<Stored> stored(Claims claims) {
        return em.createQuery("""
                        select new nl.klankbord.identity.SignIn$Stored(p.id, p.name, p.email, o.alias, o.name, m.code, m.name,
                          (select r.code from Municipality r where r.code = :cbs), p.language, p.organisationMissedAt)
                        from Person p left join Organisation o on o.id = p.organisationId
                        left join Municipality m on m.code = o.municipalityCode
                        where p.subject = :subject""", Stored.class)
                .setParameter("subject", claims.subject()).setParameter("cbs", claims.cbs() == null ? "" : claims.cbs()).getResultStream().findFirst();
    }

    private boolean followed(Claims claims) {
        try {
            QuarkusTransaction.requiringNew().run(() -> follow(claims));
            return true;
        } catch (PersistenceException | io.quarkus.narayana.jta.QuarkusTransactionException e) {
            return false;
        }
    }

    private void follow(Claims claims) {
        Organisation organisation = claims.alias() == null ? null : organisation(claims);
        List<Person> persons = em.createQuery("from Person where subject = :subject", Person.class)
                .setParameter("subject", claims.subject()).getResultList();
        Person person = persons.isEmpty() ? new Person(claims.subject(), clock.instant()) : persons.getFirst();
        boolean moved = person.follow(claims.name(), claims.email(), organisation == null ? null : organisation.id(), clock.instant());
        if (persons.isEmpty()) {
            em.persist(person);
        }
        em.flush();
        // First what she leaves, then what waits for her where she is now.
        if (moved) {
            changedOrganisation.fire(new Person.ChangedOrganisation(person.id()));
        }
        if (!claims.email().isEmpty()) {
            arrived.fire(new Person.Arrived(person.id(), claims.email()));
        }
    }

    private Organisation organisation(Claims claims) {
        String known = em.createQuery("select m.name from Municipality m where m.code = :code", String.class)
                .setParameter("code", claims.cbs() == null ? "" : claims.cbs()).getResultStream().findFirst().orElse(null);
        String code = known == null ? null : claims.cbs();
        Organisation organisation = em.createQuery("from Organisation where alias = :alias", Organisation.class)
                .setParameter("alias", claims.alias()).getResultStream().findFirst().orElse(null);
        if (organisation == null) {
            organisation = new Organisation(claims.alias(), known == null ? claims.alias() : known, code);
            em.persist(organisation);
        } else {
            organisation.speakFor(code, known == null ? claims.alias() : known);
        }
        return organisation;
    }

    /** @param claimed the code that Keycloak gives, when the register knows it; @param missedAt since when it names no organisation, or null */
    record Stored(UUID id, String name, String email, String alias, String organisation, String code, String municipality, String claimed, String language, Instant missedAt) {
        boolean matches(Claims claims, Instant now) {
            boolean same = missedAt == null ? Objects.equals(claims.alias(), alias) && Objects.equals(claimed, code) : claims.alias() == null && Person.isWaitedFor(missedAt, now);
            return same && claims.name().equals(name) && claims.email().equals(email);
        }

        /** Whoever's organisation is not named keeps what she holds, and speaks for nobody. */
        Actor actor(Claims claims) {
            boolean speaks = missedAt == null;
            return new Actor.OfPerson(id, name, email, !speaks || code == null ? "" : code, speaks ? municipality : null, speaks ? organisation : null,
                    claims.roles().contains("platform-admin"), claims.roles().contains("programme-creator"), language);
        }
    }
}
