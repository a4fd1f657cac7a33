// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import nl.klankbord.identity.MunicipalityPolicy.Action;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Validation;

/** Names who manages the people of a municipality, and takes that away. Nobody names himself. */
@ApplicationScoped
public class NameAdministrator {
    @Inject
    EntityManager em;
    @Inject
    AdministratorFinder administrators;
    @Inject
    Validation validation;
    @Inject
    Clock clock;

    @Transactional
    public Outcome<UUID> add(Actor actor, Named named) {
        Decision decision = MunicipalityPolicy.nameAny(actor);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        var errors = validation.errors(named);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        if (!administrators.standing(actor, named.municipalityCode()).exists()) {
            return Outcome.invalid("municipalityCode", "unknown-municipality");
        }
        String email = named.email().strip().toLowerCase(Locale.ROOT);
        UUID person = em.createQuery("select p.id from Person p where p.guest = false and p.email = :email", UUID.class).setParameter("email", email).getResultStream().findFirst().orElse(null);
        if (email.equals(actor.email()) || actor.personId().equals(person)) {
            return Outcome.invalid("email", "not-yourself");
        }
        if (!em.createQuery("select a.id from MunicipalityAdministrator a where a.municipalityCode = :code and a.email = :email", UUID.class)
                .setParameter("code", named.municipalityCode()).setParameter("email", email).getResultList().isEmpty()) {
            return Outcome.refused(Reason.ALREADY_THERE);
        }
        MunicipalityAdministrator administrator = new MunicipalityAdministrator(named.municipalityCode(), email, person, actor.personId(), clock.instant());
        em.persist(administrator);
        return Outcome.done(administrator.id());
    }

    /** From the next request on. */
    @Transactional
    public Outcome<UUID> remove(Actor actor, String code, UUID id) {
        Decision decision = MunicipalityPolicy.decide(administrators.standing(actor, code), Action.NAME_ADMINISTRATORS);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        MunicipalityAdministrator administrator = em.find(MunicipalityAdministrator.class, id);
        if (administrator == null || !administrator.of(code)) {
            return Outcome.hidden();
        }
        em.remove(administrator);
        return Outcome.done(id);
    }

    void claimPending(@Observes Person.Arrived arrived) {
        em.createQuery("update MunicipalityAdministrator a set a.personId = :person where a.email = :email and a.personId is null")
                .setParameter("person", arrived.personId()).setParameter("email", arrived.email()).executeUpdate();
    }

    public record Named(@NotBlank(message = "{required}") String municipalityCode,
                        @NotBlank(message = "{required}") @Email(message = "{email}") @Size(max = 254, message = "{too-long}") String email) {}
}
