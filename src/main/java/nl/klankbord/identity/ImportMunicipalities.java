// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klankbord.identity.Municipality.Facts;
import nl.klankbord.identity.Municipality.SizeClass;
import nl.klankbord.identity.MunicipalityReport.State;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Validation;

/** Reads the figures of Statistics Netherlands into the register: all that are in the list, or none when a line is wrong. */
@ApplicationScoped
public class ImportMunicipalities {
    /** All municipalities, with the provinces and those of earlier years that an export may hold. */
    private static final int MOST = 1500;
    @Inject
    EntityManager em;
    @Inject
    Validation validation;

    /** What would come of the list, line by line; changes nothing. */
    public Outcome<MunicipalityReport> check(Actor actor, Pasted pasted) {
        return read(actor, pasted, LockModeType.NONE).map(Read::report);
    }

    @Transactional
    public Outcome<MunicipalityReport> save(Actor actor, Pasted pasted) {
        Decision decision = MunicipalityPolicy.keepRegister(actor);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        Outcome<Read> outcome = read(actor, pasted, LockModeType.PESSIMISTIC_WRITE);
        if (!(outcome instanceof Outcome.Done<Read>(Read read))) {
            return outcome.map(Read::report);
        }
        if (read.report.invalid() > 0) {
            return new Outcome.Invalid<>(read.report.problems());
        }
        read.report.lines().stream().filter(line -> line.state() == State.CHANGES).forEach(line -> read.register.get(line.code()).describe(line.facts()));
        return Outcome.done(read.report);
    }

    private Outcome<Read> read(Actor actor, Pasted pasted, LockModeType lock) {
        Decision decision = MunicipalityPolicy.keepRegister(actor);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        var errors = validation.errors(pasted);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        MunicipalityList list = MunicipalityList.of(pasted.csv()).orElse(null);
        if (list == null) {
            return Outcome.invalid("csv", "unreadable-list");
        }
        if (!list.isTable()) {
            return Outcome.invalid("csv", "no-table-of-figures");
        }
        if (list.lines().isEmpty()) {
            return Outcome.invalid("csv", "required");
        }
        return list.lines().size() > MOST ? Outcome.invalid("csv", "too-many-lines", MOST) : Outcome.done(read(list, lock));
    }

    private Read read(MunicipalityList list, LockModeType lock) {
        Set<String> codes = list.lines().stream().map(MunicipalityList.Line::code).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<String, Municipality> register = codes.isEmpty() ? Map.of() : em.createQuery("from Municipality m where m.code in :codes order by m.code", Municipality.class).setParameter("codes", codes)
                .setLockMode(lock).getResultStream().collect(Collectors.toMap(Municipality::code, Function.identity()));
        Map<String, Facts> before = new HashMap<>();
        return new Read(register, new MunicipalityReport(list.lines().stream().map(line -> line(line, line.code() == null ? null : register.get(line.code()), before)).toList()));
    }

    private static MunicipalityReport.Line line(MunicipalityList.Line line, Municipality known, Map<String, Facts> before) {
        if (line.code() == null || known == null && line.empty()) {
            return new MunicipalityReport.Line(line.number(), line.codeText(), null, null, State.OTHER, null);
        }
        FieldError problem = problem(line, known, before);
        if (problem != null) {
            return new MunicipalityReport.Line(line.number(), line.code(), known == null ? null : known.name(), null, State.INVALID, problem);
        }
        Facts facts = facts(line);
        State state = before.put(line.code(), facts) != null ? State.TWICE : facts.differs(known.facts()) ? State.CHANGES : State.SAME;
        return new MunicipalityReport.Line(line.number(), line.code(), known.name(), facts, state, null);
    }

    private static FieldError problem(MunicipalityList.Line line, Municipality known, Map<String, Facts> before) {
        String field = "csv[" + line.number() + "]";
        if (known == null) {
            return new FieldError(field, "not-in-register", List.of());
        }
        if (line.inhabitants() == null) {
            return new FieldError(field, "no-inhabitants", List.of());
        }
        if (line.urbanity() == null && !line.withoutUrbanity()) {
            return new FieldError(field, "no-urbanity", List.of());
        }
        // Which of the two holds is not ours to guess.
        return before.containsKey(line.code()) && !before.get(line.code()).equals(facts(line)) ? new FieldError(field, "other-figures-before", List.of()) : null;
    }

    private static Facts facts(MunicipalityList.Line line) {
        return new Facts(SizeClass.of(line.inhabitants()), line.inhabitants(), line.urbanity());
    }

    private static final class Read {
        private final Map<String, Municipality> register;
        private final MunicipalityReport report;

        Read(Map<String, Municipality> register, MunicipalityReport report) {
            this.register = register;
            this.report = report;
        }

        MunicipalityReport report() {
            return report;
        }
    }

    /** @param csv a line for each municipality, as it was pasted */
    public record Pasted(@NotBlank(message = "{required}") @Size(max = 1_048_576, message = "{too-long}") String csv) {}
}
