// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.klankbord.shared.Ids;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.WorkingDays;

/** Puts what is wrong into words, and reads what browsers send. */
@ApplicationScoped
public class Form {
    @Inject
    Language language;

    public List<Error> words(List<FieldError> errors) {
        return errors.stream().map(error -> new Error(error.field(), message(error))).toList();
    }

    public String message(FieldError error) {
        Object[] arguments = error.arguments().stream().map(a -> a instanceof Instant i ? nl.klankbord.shared.Spelled.day(i, language.locale()) : a).toArray();
        return language.text("error." + error.code(), arguments);
    }

    /**
     * @param field    the name of the field in the form and in the API; empty when it is about all of it
     * @param labelKey where a list of errors finds the field's label, or null for {@code field.} and its name
     */
    public record Error(String field, String message, @JsonIgnore String labelKey) {
        public Error(String field, String message) {
            this(field, message, null);
        }

        /** With this label, where it is about that field. */
        public Error as(String named, String label) {
            return named.equals(field) ? new Error(field, message, label) : this;
        }
    }

    /** A date as a browser sends it, or null. */
    public static LocalDate date(String value) {
        try {
            return value == null || value.isBlank() ? null : LocalDate.parse(value.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** A local date and time as a browser sends it, taken in Amsterdam, or null. */
    public static Instant moment(String value) {
        try {
            return value == null || value.isBlank() ? null : LocalDateTime.parse(value.strip()).atZone(WorkingDays.ZONE).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** A moment as a browser's date and time field has it, in Amsterdam. */
    public static String local(Instant moment) {
        return moment.atZone(WorkingDays.ZONE).toLocalDateTime().truncatedTo(java.time.temporal.ChronoUnit.MINUTES).toString();
    }

    public static Integer number(String value) {
        return value != null && value.matches("\\d{1,9}") ? Integer.valueOf(value) : null;
    }

    public static UUID id(String value) {
        return Ids.parse(value).orElse(null);
    }

    /** The value as one of an enum's, or null. */
    public static <E extends Enum<E>> E choice(Class<E> type, String value) {
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(value)).findFirst().orElse(null);
    }

    /** One item per line. */
    public static List<String> lines(String value) {
        return value == null ? List.of() : value.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Items between commas, or each on a line of its own. */
    public static List<String> commas(String value) {
        return value == null ? List.of() : Arrays.stream(value.split(",|\\R")).map(String::strip).filter(item -> !item.isEmpty()).toList();
    }
}
