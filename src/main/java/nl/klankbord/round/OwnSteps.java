// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Texts;

/** The steps of a method's own session. One that still has Klankbord's name stays Klankbord's, in both languages. */
final class OwnSteps {
    static final int MOST = 15;
    static final int LONGEST_NAME = 80;
    private static final int MOST_MINUTES = 120;

    private OwnSteps() {}

    /** Whether a step has a key and the name of Klankbord's, in any language. @param known Klankbord's keys */
    static Predicate<ProtocolStep> klankbords(Set<String> known, Texts texts) {
        return one -> one.key() != null && known.contains(one.key()) && (one.name() == null
                || Texts.LANGUAGES.stream().anyMatch(language -> new ProtocolStep(one.key(), null, null, null).said(texts, language).name().equals(one.name().strip())));
    }

    /** @param klankbords whether a step has its key and its name */
    static List<ProtocolStep> kept(List<ProtocolStep> typed, Predicate<ProtocolStep> klankbords) {
        return typed.stream().map(one -> one == null ? new ProtocolStep(null, null, null, null) : one).map(one -> klankbords.test(one) ? new ProtocolStep(one.key(), null, one.minutes(), one.speaker())
                : new ProtocolStep(null, one.name() == null ? "" : one.name().strip(), one.minutes(), one.speaker())).toList();
    }

    static List<FieldError> errors(List<ProtocolStep> steps) {
        List<FieldError> errors = new ArrayList<>();
        if (steps.isEmpty()) {
            errors.add(new FieldError("protocolSteps", "no-step", List.of()));
        } else if (steps.size() > MOST) {
            errors.add(new FieldError("protocolSteps", "too-many-steps", List.of(MOST)));
        }
        IntStream.range(0, steps.size()).forEach(i -> errors.addAll(errors("protocolSteps[" + i + "].", steps.get(i))));
        return errors;
    }

    private static List<FieldError> errors(String at, ProtocolStep step) {
        List<FieldError> errors = new ArrayList<>();
        if (step.name() != null && step.name().isEmpty()) {
            errors.add(new FieldError(at + "name", "required", List.of()));
        } else if (step.name() != null && step.name().length() > LONGEST_NAME) {
            errors.add(new FieldError(at + "name", "too-long", List.of(LONGEST_NAME)));
        }
        if (step.minutes() == null || step.minutes() < 1 || step.minutes() > MOST_MINUTES) {
            errors.add(new FieldError(at + "minutes", "between", List.of(1, MOST_MINUTES)));
        }
        if (step.speaker() == null) {
            errors.add(new FieldError(at + "speaker", "required", List.of()));
        }
        return errors;
    }
}
