// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.klankbord.shared.Outcome.FieldError;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionPlanTest {
    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Instant EARLIEST = Instant.parse("2026-12-08T23:00:00Z");
    private static Validator validator;

    @BeforeAll
    static void validator() {
        try (var factory = Validation.byDefaultProvider().configure().messageInterpolator(new ParameterMessageInterpolator()).buildValidatorFactory()) {
            validator = factory.getValidator();
        }
    }

    @Test
    void everyone_has_read_before_they_meet() {
        assertThat(errors(EARLIEST, Duration.ofMinutes(90))).isEmpty();
        assertThat(errors(EARLIEST.minusSeconds(1), Duration.ofMinutes(90))).containsExactly(new FieldError("startsAt", "too-soon-after-reveal", List.of(EARLIEST)));
    }

    @Test
    void a_session_lies_ahead() {
        assertThat(errors(NOW.minusSeconds(1), Duration.ofMinutes(90))).extracting(FieldError::code).containsExactly("in-the-past");
    }

    @Test
    void a_session_lies_within_two_years() {
        assertThat(errors(NOW.plus(Duration.ofDays(730)), Duration.ofMinutes(90))).isEmpty();
        assertThat(errors(NOW.plus(Duration.ofDays(731)), Duration.ofMinutes(90))).extracting(FieldError::code).containsExactly("too-far-ahead");
    }

    @ParameterizedTest
    @CsvSource({"PT0S,false", "PT-1H,false", "PT1M,true", "PT10H,true", "PT10H1S,false", "PT24H,false"})
    void it_ends_after_it_begins_and_within_the_day(Duration length, boolean fits) {
        assertThat(errors(EARLIEST, length)).extracting(FieldError::field, FieldError::code)
                .isEqualTo(fits ? List.of() : List.of(tuple("endsAt", "ends-before-start")));
    }

    @Test
    void a_missing_time_is_told_once_by_the_fields_own_rule() {
        SessionPlan empty = new SessionPlan(null, null, "Stadhuis", null, "consultancy");
        assertThat(empty.errorsInTime(NOW, EARLIEST)).isEmpty();
        assertThat(wrong(empty)).containsExactlyInAnyOrder("startsAt", "endsAt");
    }

    @ParameterizedTest
    @CsvSource({"https://meet.example/kamer,true", "'',true", ",true", "http://meet.example,false", "javascript:alert(1),false", "https://meet.example/a b,false", "'https://a\nhttps://b',false"})
    void a_link_to_join_is_an_https_address_or_none(String joinUrl, boolean fits) {
        assertThat(wrong(new SessionPlan(EARLIEST, EARLIEST.plusSeconds(60), "Stadhuis", joinUrl, "consultancy"))).isEqualTo(fits ? List.of() : List.of("joinUrl"));
    }

    @ParameterizedTest
    @CsvSource({"consultancy,true", "own,true", "' ',false", ",false"})
    void a_session_names_its_protocol(String protocol, boolean fits) {
        assertThat(wrong(new SessionPlan(EARLIEST, EARLIEST.plusSeconds(60), "Stadhuis", null, protocol))).isEqualTo(fits ? List.of() : List.of("protocol"));
    }

    private static List<FieldError> errors(Instant start, Duration length) {
        return new SessionPlan(start, start.plus(length), "Stadhuis", null, "consultancy").errorsInTime(NOW, EARLIEST);
    }

    private static List<String> wrong(SessionPlan plan) {
        return validator.validate(plan).stream().map(violation -> violation.getPropertyPath().toString()).toList();
    }
}
