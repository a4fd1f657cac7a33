// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    private enum Colour { RED, GREEN }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "morgen", "2026-02-30", "03-12-2026", "2026-12-03T10:00", "+999999999-12-31x"})
    void what_is_no_date_is_none(String typed) {
        assertThat(Form.date(typed)).isNull();
    }

    @Test
    void a_date_is_read_as_a_browser_sends_it() {
        assertThat(Form.date(" 2026-12-03 ")).isEqualTo(LocalDate.of(2026, 12, 3));
    }

    @ParameterizedTest
    @CsvSource({"2026-07-01T14:00,2026-07-01T12:00:00Z", "2026-12-01T14:00,2026-12-01T13:00:00Z", "2026-10-25T14:00:30,2026-10-25T13:00:30Z", " 2026-12-01T14:00 ,2026-12-01T13:00:00Z"})
    void a_moment_is_taken_in_amsterdam(String typed, Instant moment) {
        assertThat(Form.moment(typed)).isEqualTo(moment);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"2026-12-01", "14:00", "2026-12-01T25:00", "2026-12-01T14:00Z"})
    void what_is_no_moment_is_none(String typed) {
        assertThat(Form.moment(typed)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-07-01T12:00:00Z", "2026-12-01T13:05:00Z"})
    void a_moment_survives_its_field(Instant moment) {
        assertThat(Form.moment(Form.local(moment))).isEqualTo(moment);
        assertThat(Form.local(moment)).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "12,12", "999999999,999999999", "-1,", "1.5,", "1e3,", "1234567890,", "' 3',", "'',", ","})
    void a_number_is_digits_and_nothing_else(String typed, Integer number) {
        assertThat(Form.number(typed)).isEqualTo(number);
    }

    @Test
    void an_id_is_an_id_or_nothing() {
        UUID id = UUID.randomUUID();
        assertThat(Form.id(id.toString())).isEqualTo(id);
        assertThat(Form.id("1; drop table")).isNull();
        assertThat(Form.id(null)).isNull();
    }

    @Test
    void a_choice_is_one_of_those_there_are() {
        assertThat(Form.choice(Colour.class, "RED")).isEqualTo(Colour.RED);
        assertThat(Form.choice(Colour.class, "red")).isNull();
        assertThat(Form.choice(Colour.class, "BLUE")).isNull();
        assertThat(Form.choice(Colour.class, null)).isNull();
    }

    @Test
    void items_stand_on_lines_or_between_commas() {
        assertThat(Form.lines("een\r\n\r\n  twee \n,drie")).containsExactly("een", "twee", ",drie");
        assertThat(Form.commas(" jeugd,, Wmo ,")).containsExactly("jeugd", "Wmo");
        assertThat(Form.commas("jeugd, Wmo\r\nzorg\n\nopen overheid")).containsExactly("jeugd", "Wmo", "zorg", "open overheid");
        assertThat(Form.lines(null)).isEmpty();
        assertThat(Form.commas(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"nl | De bijeenkomst kan niet eerder zijn dan woensdag 9 december 2026. Iedereen heeft vijf werkdagen om te lezen.", "en | Wednesday 9 December 2026"})
    void an_error_is_told_in_the_readers_language_with_its_day_spelled_out(String language, String text) {
        FieldError error = new FieldError("startsAt", "too-soon-after-reveal", List.of(Instant.parse("2026-12-08T23:00:00Z")));
        assertThat(form(language).words(List.of(error))).singleElement().satisfies(told -> {
            assertThat(told.field()).isEqualTo("startsAt");
            assertThat(told.message()).contains(text);
        });
    }

    @Test
    void a_limit_is_told_as_a_reader_writes_it() {
        assertThat(form("nl").message(new FieldError("text", "too-long", List.of(8000)))).isEqualTo("Dit is te lang. Er passen 8.000 tekens in.");
    }

    private static Form form(String language) {
        Form form = new Form();
        form.language = new Language() {
            @Override
            public Locale locale() {
                return Locale.of(language);
            }
        };
        form.language.texts = new Texts();
        return form;
    }
}
