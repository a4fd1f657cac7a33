// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klankbord.shared.SchoolHolidays;
import nl.klankbord.web.Form;
import org.jboss.resteasy.reactive.RestForm;

/** What was typed of a method. */
record MethodForm(@RestForm String version, @RestForm String name, @RestForm("CALL") String call, @RestForm("MATCHING") String matching,
                  @RestForm("CLARIFYING") String clarifying, @RestForm("REFLECTING") String reflecting, @RestForm("SESSION") String session,
                  @RestForm("HARVESTING") String harvesting, @RestForm("FOLLOW_UP") String followUp, @RestForm String minimumPeers, @RestForm String maximumPeers,
                  @RestForm String quorum, @RestForm String protocol, @RestForm String questionSet, @RestForm List<String> holidayRegions) {
    /** Stands for a number that is none, so that its field says so and is not taken for left out. */
    private static final int NO_NUMBER = -1;

    static MethodForm of(MethodFinder.Shown shown) {
        Map<Stage, Integer> days = shown.workingDays();
        return new MethodForm(String.valueOf(shown.version()), shown.name(), text(days.get(Stage.CALL)), text(days.get(Stage.MATCHING)), text(days.get(Stage.CLARIFYING)),
                text(days.get(Stage.REFLECTING)), text(days.get(Stage.SESSION)), text(days.get(Stage.HARVESTING)), text(days.get(Stage.FOLLOW_UP)), text(shown.minimumPeers()),
                text(shown.maximumPeers()), text(shown.quorum()), shown.protocol(), shown.questionSet(), shown.holidayRegions().stream().map(Enum::name).toList());
    }

    private static String text(Integer number) {
        return number == null ? "" : number.toString();
    }

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

    MethodRules rules(QuestionRows questions, StepRows steps) {
        Map<Stage, Integer> days = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            days.put(stage, number(of(stage)));
        }
        Set<SchoolHolidays.Region> regions = new HashSet<>();
        if (holidayRegions != null) {
            holidayRegions.forEach(region -> regions.add(Form.choice(SchoolHolidays.Region.class, region)));
        }
        return new MethodRules(name, days, number(minimumPeers), number(maximumPeers), number(quorum), protocol, steps.steps(), questionSet, questions.questions(), regions);
    }

    private static Integer number(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        Integer number = Form.number(typed.strip());
        return number == null ? Integer.valueOf(NO_NUMBER) : number;
    }

    public boolean skips(SchoolHolidays.Region region) {
        return holidayRegions != null && holidayRegions.contains(region.name());
    }
}
