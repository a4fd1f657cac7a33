// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Person;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Validation;
import nl.klankbord.shared.WorkingDays;

/** Changes what people say of themselves: the language they read, their level in each programme, when they are away. */
@ApplicationScoped
public class WriteProfile {
    private static final int YEARS_AHEAD = 5;
    @Inject
    EntityManager em;
    @Inject
    Validation validation;
    @Inject
    Event<Person.Away> away;
    @Inject
    Clock clock;

    @Transactional
    public Outcome<UUID> save(Actor actor, Expected expected, Input typed) {
        Decision decision = ProfilePolicy.choosesLanguage(actor, actor.personId());
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        // All that the profile of a guest holds.
        Input input = actor instanceof Actor.OfGuest ? new Input(typed.language(), null, null, null, null, null) : typed;
        Person person = em.find(Person.class, actor.personId(), LockModeType.PESSIMISTIC_WRITE);
        if (!expected.is(person.version())) {
            return expected.stale();
        }
        Map<UUID, Membership> own = em.createQuery("from Membership m where m.personId = :me", Membership.class).setParameter("me", actor.personId())
                .getResultStream().collect(Collectors.toMap(Membership::id, Function.identity()));
        List<FieldError> errors = new ArrayList<>(validation.errors(input));
        errors.addAll(absence(input.absentFrom(), input.absentUntil()));
        List<Taken> roles = input.memberships() == null ? List.of() : input.memberships();
        if (errors.isEmpty() && roles.stream().anyMatch(role -> !own.containsKey(role.id()))) {
            errors.add(new FieldError("memberships", "unknown-membership", List.of()));
        }
        String address = Admission.normal(input.replacementEmail());
        UUID replacement = address.isEmpty() ? null : colleague(actor, address).orElse(null);
        // One answer for whoever it cannot be, so that it tells nothing of who is known here.
        if (!address.isEmpty() && replacement == null) {
            errors.add(new FieldError("replacementEmail", "no-replacement", List.of()));
        } else if (replacement != null && input.absentFrom() == null) {
            errors.add(new FieldError("absentFrom", "required", List.of()));
        }
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        person.read(input.language());
        person.away(input.absentFrom(), input.absentUntil());
        person.replacedBy(replacement, Boolean.TRUE.equals(input.replacementReads()));
        roles.forEach(role -> own.get(role.id()).takePartFrom(role.level()));
        // Also when only a level changed: the profile is one thing with one version.
        em.lock(person, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        away.fire(new Person.Away(actor.personId()));
        return Outcome.done(actor.personId());
    }

    /** Somebody else who speaks for the same municipality. */
    private Optional<UUID> colleague(Actor actor, String email) {
        return em.createQuery("select p.id from Person p join Organisation o on o.id = p.organisationId where p.guest = false and p.email = :email and p.id <> :me and o.municipalityCode = :gm", UUID.class)
                .setParameter("email", email).setParameter("me", actor.personId()).setParameter("gm", actor.municipality()).getResultStream().findFirst();
    }

    /** What is over is nobody's business any more, also not who sat in. */
    @Transactional
    void forgetAbsences() {
        em.createQuery("update Person p set p.absentFrom = null, p.absentUntil = null, p.replacementId = null, p.replacementReads = false where p.absentUntil < :today")
                .setParameter("today", WorkingDays.dayOf(clock.instant())).executeUpdate();
    }

    /** The language of the pages and letters, chosen in passing: anything but English is Dutch. */
    @Transactional
    public Outcome<UUID> read(Actor actor, String language) {
        Decision decision = ProfilePolicy.choosesLanguage(actor, actor.personId());
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        em.find(Person.class, actor.personId(), LockModeType.PESSIMISTIC_WRITE).read("en".equals(language) ? "en" : "nl");
        return Outcome.done(actor.personId());
    }

    private List<FieldError> absence(LocalDate from, LocalDate until) {
        LocalDate today = WorkingDays.dayOf(clock.instant());
        List<FieldError> errors = new ArrayList<>();
        if (from == null && until != null) {
            errors.add(new FieldError("absentFrom", "required", List.of()));
        }
        if (from != null && from.isBefore(today.minusYears(1)) || until != null && until.isBefore(today)) {
            errors.add(new FieldError(until != null && until.isBefore(today) ? "absentUntil" : "absentFrom", "in-the-past", List.of()));
        } else if (from != null && until != null && until.isBefore(from)) {
            errors.add(new FieldError("absentUntil", "until-before-from", List.of()));
        }
        if (from != null && from.isAfter(today.plusYears(YEARS_AHEAD))) {
            errors.add(new FieldError("absentFrom", "too-far-ahead", List.of()));
        }
        if (until != null && until.isAfter(today.plusYears(YEARS_AHEAD))) {
            errors.add(new FieldError("absentUntil", "too-far-ahead", List.of()));
        }
        return errors;
    }

    /** @param memberships the levels that change; those left out stay; @param replacementReads whether the one who replaces her reads what she wrote before */
    public record Input(@Pattern(regexp = "nl|en", message = "{malformed}") String language, LocalDate absentFrom, LocalDate absentUntil,
                        @Size(max = 254, message = "{too-long}") String replacementEmail, Boolean replacementReads,
                        @Valid @Size(max = 500, message = "{too-many}") List<@NotNull(message = "{required}") Taken> memberships) {}

    public record Taken(@NotNull(message = "{required}") UUID id, Level level) {}
}
