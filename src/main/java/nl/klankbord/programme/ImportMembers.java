// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.programme.MemberReport.State;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Validation;

/** Gives roles to a list of people at once: all of them, or none when a line is wrong. */
@ApplicationScoped
public class ImportMembers {
    private static final int MOST = 500;
    @Inject
    EntityManager em;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    Admission admission;
    @Inject
    MunicipalityWords municipalities;
    @Inject
    Validation validation;
    @Inject
    Clock clock;

    /** What would come of the list, line by line; changes nothing. */
    public Outcome<MemberReport> check(Actor actor, UUID id, Pasted pasted) {
        Decision decision = programmes.standing(actor, id).map(standing -> ProgrammePolicy.decide(standing, ProgrammePolicy.Action.MANAGE_MEMBERS)).orElse(Decision.HIDDEN);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        var errors = validation.errors(pasted);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        MemberList list = MemberList.of(pasted.csv()).orElse(null);
        if (list == null) {
            return Outcome.invalid("csv", "unreadable-list");
        }
        if (list.lines().isEmpty()) {
            return Outcome.invalid("csv", "required");
        }
        return list.lines().size() > MOST ? Outcome.invalid("csv", "too-many-lines", MOST) : Outcome.done(report(actor, id, list));
    }

    /** Who has a role already keeps it as it is. */
    @Transactional
    public Outcome<MemberReport> add(Actor actor, UUID id, Pasted pasted) {
        // Two who add at once: the second waits here and then sees whom the first has added.
        Programme programme = em.find(Programme.class, id, LockModeType.PESSIMISTIC_WRITE);
        Outcome<MemberReport> checked = check(actor, id, pasted);
        if (!(checked instanceof Outcome.Done<MemberReport>(MemberReport report))) {
            return checked;
        }
        if (report.invalid() > 0) {
            return new Outcome.Invalid<>(report.problems());
        }
        List<MemberReport.Line> added = report.lines().stream().filter(line -> line.state() == State.NEW).toList();
        Map<String, UUID> people = people(added.stream().map(MemberReport.Line::email).collect(Collectors.toSet()));
        admission.admit(actor, programme, added.stream().map(line -> new Membership(id, line.email(), people.get(line.email()), line.role(), line.level(), clock.instant())
                .proposedFor(line.municipality() == null ? null : line.municipality().code())).toList());
        return checked;
    }

    private MemberReport report(Actor actor, UUID id, MemberList list) {
        Set<String> addresses = list.lines().stream().map(line -> Admission.normal(line.email())).collect(Collectors.toSet());
        Set<Given> there = new HashSet<>(em.createQuery("select new nl.klankbord.programme.ImportMembers$Given(m.email, m.role) from Membership m where m.programmeId = :id and m.email in :emails", Given.class)
                .setParameter("id", id).setParameter("emails", addresses).getResultList());
        UUID own = actor.platformAdmin() ? actor.personId() : null;
        Map<String, UUID> people = own == null ? Map.of() : people(addresses);
        Map<String, Municipality.Ref> known = list.lines().stream().allMatch(line -> line.municipalityText().isEmpty()) ? Map.of() : municipalities.all();
        Map<String, String> spokenFor = known.isEmpty() ? Map.of() : admission.municipalities(id, addresses);
        Set<Given> before = new HashSet<>();
        return new MemberReport(list.lines().stream().map(line -> {
            String email = Admission.normal(line.email());
            Municipality.Ref municipality = known.get(MunicipalityWords.plain(line.municipalityText()));
            FieldError problem = problem(line, email);
            if (problem == null && municipality == null && !line.municipalityText().isEmpty()) {
                problem = unknown("csv[" + line.number() + "]", line.municipalityText(), known.values());
            }
            // Nobody makes himself anything by way of the administration.
            if (problem == null && own != null && (email.equals(actor.email()) || own.equals(people.get(email)))) {
                problem = new FieldError("csv[" + line.number() + "]", "not-yourself", List.of());
            }
            Given given = new Given(email, line.role());
            if (problem == null && municipality != null && !there.contains(given) && !spokenFor.getOrDefault(email, municipality.code()).equals(municipality.code())) {
                problem = new FieldError("csv[" + line.number() + "]", "other-municipality", List.of());
            }
            State state = problem != null ? State.INVALID : there.contains(given) ? State.THERE : before.add(given) ? State.NEW : State.TWICE;
            return new MemberReport.Line(line.number(), email, line.role(), line.level(), municipality, state, problem);
        }).toList());
    }

    private FieldError problem(MemberList.Line line, String email) {
        String field = "csv[" + line.number() + "]";
        if (email.isEmpty()) {
            return new FieldError(field, "no-address", List.of());
        }
        if (line.role() == null) {
            return new FieldError(field, line.roleText().isEmpty() ? "no-role" : "unknown-role", List.of(line.roleText()));
        }
        if (line.level() == null && !line.levelText().isEmpty()) {
            return new FieldError(field, "unknown-level", List.of(line.levelText()));
        }
        return validation.errors(new WriteProgramme.NewMember(email, null, line.role(), line.level(), null)).stream().findFirst()
                .map(error -> new FieldError(field, error.code(), error.arguments())).orElse(null);
    }

    /** Also where several are called so, each with its province behind it. */
    private static FieldError unknown(String field, String written, Collection<Municipality.Ref> known) {
        String names = known.stream().map(Municipality.Ref::name).filter(name -> MunicipalityWords.plain(name).startsWith(MunicipalityWords.plain(written) + " (")).distinct().sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? new FieldError(field, "unknown-municipality-word", List.of(written)) : new FieldError(field, "which-municipality", List.of(written, names));
    }

    private Map<String, UUID> people(Set<String> emails) {
        Map<String, UUID> found = new HashMap<>();
        if (!emails.isEmpty()) {
            em.createQuery("select p.email, p.id from Person p where p.guest = false and p.email in :emails", Object[].class).setParameter("emails", emails).getResultList()
                    .forEach(row -> found.putIfAbsent((String) row[0], (UUID) row[1]));
        }
        return found;
    }

    record Given(String email, Role role) {}

    /** @param csv a line for each role, as it was pasted */
    public record Pasted(@NotBlank(message = "{required}") @Size(max = 1_048_576, message = "{too-long}") String csv) {}
}
