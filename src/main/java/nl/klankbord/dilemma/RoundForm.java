// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import java.util.Arrays;
import java.util.List;
import nl.klankbord.round.PlanRound;
import nl.klankbord.round.Stage;
import nl.klankbord.round.Timetable;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.web.Form;
import org.jboss.resteasy.reactive.RestForm;

/** What was typed of a new round. */
record RoundForm(@RestForm String title, @RestForm String methodKey, @RestForm String opensOn) {

    PlanRound.Plan input() {
        return new PlanRound.Plan(title, methodKey, Form.date(opensOn));
    }

    /** What was typed of the dates of a round; each is a day, its time is the end of that working day. */
    record Dates(@RestForm String version, @RestForm("CALL") String call, @RestForm("MATCHING") String matching, @RestForm("CLARIFYING") String clarifying,
                 @RestForm("REFLECTING") String reflecting, @RestForm("SESSION") String session, @RestForm("HARVESTING") String harvesting,
                 @RestForm("FOLLOW_UP") String followUp) {

        String of(Stage stage) {
            return switch (stage) {
                case CALL -> call;
                case MATCHING -> matching;
                case CLARIFYING -> clarifying;
                case REFLECTING -> reflecting;
                case SESSION -> session;
                case HARVESTING -> harvesting;
                case FOLLOW_UP -> followUp;
            };
        }

        /** What is no date is left out, so that its own field says so. */
        List<Timetable.Entry> input() {
            return Arrays.stream(Stage.values()).filter(stage -> Form.date(of(stage)) != null)
                    .map(stage -> new Timetable.Entry(stage, WorkingDays.endOf(Form.date(of(stage))))).toList();
        }
    }
}
