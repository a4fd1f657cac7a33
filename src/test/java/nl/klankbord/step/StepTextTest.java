// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.klankbord.shared.Outcome.FieldError;
import org.junit.jupiter.api.Test;

class StepTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @Test
    void a_new_step_has_a_date_from_today_on_and_within_five_years() {
        assertThat(wrong(null, TODAY, null)).isEmpty();
        assertThat(wrong(null, TODAY.minusDays(1), null)).containsExactly("in-the-past");
        assertThat(wrong(null, TODAY.plusYears(5), null)).isEmpty();
        assertThat(wrong(null, TODAY.plusYears(5).plusDays(1), null)).containsExactly("too-far-ahead");
        assertThat(wrong(null, LocalDate.MAX, null)).containsExactly("too-far-ahead");
        assertThat(wrong(null, null, null)).as("a date that is missing is told as missing").isEmpty();
    }

    @Test
    void a_date_that_passed_may_stay_while_other_things_change_or_the_step_ends_but_what_goes_on_needs_a_new_one() {
        LocalDate passed = TODAY.minusDays(3);
        assertThat(wrong(passed, passed, null)).isEmpty();
        assertThat(wrong(passed, passed, StepOutcome.DONE)).isEmpty();
        assertThat(wrong(passed, passed, StepOutcome.STOPPED)).isEmpty();
        assertThat(wrong(passed, passed, StepOutcome.GOING_ON)).containsExactly("in-the-past");
        assertThat(wrong(passed, passed.minusDays(1), null)).containsExactly("in-the-past");
    }

    @Test
    void a_text_without_a_word_is_no_text() {
        assertThat(new StepText(" \u200b ", TODAY, null, null, null, false).text()).isNull();
        assertThat(new StepText(" Bellen ", TODAY, null, null, " Gedaan ", false).report()).isEqualTo("Gedaan");
    }

    @Test
    void a_text_stays_whose_it_is_when_a_colleague_moves_the_date_and_what_was_said_of_it_stays_when_it_opens_again() throws ReflectiveOperationException {
        UUID author = UUID.randomUUID();
        UUID colleague = UUID.randomUUID();
        Step step = new Step(UUID.randomUUID(), UUID.randomUUID(), author, null, new StepText("Bellen", TODAY, null, null, null, false), java.time.Instant.EPOCH);
        step.write(new StepText("Bellen", TODAY.plusDays(1), colleague, null, null, false), colleague);
        assertThat(field(step, "writtenBy")).isEqualTo(author);
        assertThat(step.ownerId()).isEqualTo(colleague);
        step.write(new StepText("Schrijven", TODAY, null, null, null, false), colleague);
        assertThat(field(step, "writtenBy")).isEqualTo(colleague);
        step.report(StepOutcome.DONE, "Ze belde terug", author, java.time.Instant.EPOCH);
        step.report(null, null, colleague, java.time.Instant.EPOCH);
        assertThat(field(step, "outcome")).isNull();
        assertThat(field(step, "report")).isEqualTo("Ze belde terug");
        assertThat(field(step, "reportedBy")).isEqualTo(author);
    }

    private static Object field(Step step, String name) throws ReflectiveOperationException {
        var field = Step.class.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(step);
    }

    private static List<String> wrong(LocalDate kept, LocalDate dueOn, StepOutcome outcome) {
        return new StepText("Bellen", dueOn, null, outcome, null, false).wrongDate(kept, TODAY).stream().map(FieldError::code).toList();
    }
}
