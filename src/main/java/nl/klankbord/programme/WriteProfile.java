// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
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
    Clock clock;

    @Transactional
    public Outcome<UUID> save(Actor actor, Expected expected, Input input) {
        Decision decision = ProfilePolicy.change(actor, actor.personId());
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
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
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        person.read(input.language());
        person.away(input.absentFrom(), input.absentUntil());
        roles.forEach(role -> own.get(role.id()).takePartFrom(role.level()));
        // Also when only a level changed: the profile is one thing with one version.
        em.lock(person, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        return Outcome.done(actor.personId());
    }

    /** The language of the pages, chosen in passing: anything but English is Dutch. */
    @Transactional
    public Outcome<UUID> read(Actor actor, String language) {
        Decision decision = ProfilePolicy.change(actor, actor.personId());
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

    /** @param memberships the levels that change; those left out stay */
    public record Input(@Pattern(regexp = "nl|en", message = "{malformed}") String language, LocalDate absentFrom, LocalDate absentUntil,
                        @Valid @Size(max = 500, message = "{too-many}") List<@NotNull(message = "{required}") Taken> memberships) {}

    public record Taken(@NotNull(message = "{required}") UUID id, Level level) {}
}
