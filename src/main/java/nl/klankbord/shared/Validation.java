// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;

/** Checks a record against its constraints; a constraint's message is the code of the text that explains it. */
@ApplicationScoped
public class Validation {
    @Inject
    Validator validator;

    public <T> List<Outcome.FieldError> errors(T record, Class<?>... groups) {
        return validator.validate(record, groups).stream().map(Validation::error)
                .sorted(Comparator.comparing(Outcome.FieldError::field).thenComparing(Outcome.FieldError::code)).toList();
    }

    private static Outcome.FieldError error(ConstraintViolation<?> violation) {
        String code = violation.getMessageTemplate().replaceAll("[{}]", "");
        // The most specific annotation knows the figure its text mentions.
        List<Object> arguments = violation.getConstraintDescriptor().getAnnotation() instanceof Size size
                ? List.of(size.max() == Integer.MAX_VALUE ? size.min() : size.max()) : List.of();
        return new Outcome.FieldError(violation.getPropertyPath().toString().replaceAll("\\.<.*?>|\\[\\]", ""), code, arguments);
    }
}
