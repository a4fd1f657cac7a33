// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import java.util.List;
import java.util.UUID;
import nl.klankbord.web.Form;

/**
 * What the page of a lesson shows its reader.
 *
 * @param standing  null for a reader on the open web
 * @param patternId null for who may not read it
 * @param needs     what an attempt to publish still lacked
 * @param typed     reason of an answer that could not be saved
 */
public record LessonView(LessonText text, LessonStanding standing, UUID programmeId, UUID patternId, List<LessonFinder.Source> sources, List<ConsentFinder.Shown> consents,
                         List<String> needs, String typed, List<Form.Error> errors) {

    static LessonView publiclyOpen(LessonText text) {
        return new LessonView(text, null, null, null, List.of(), List.of(), List.of(), null, List.of());
    }

    public boolean may(String action) {
        return standing != null && LessonPolicy.decide(standing, LessonPolicy.Action.valueOf(action)).granted();
    }

    public boolean is(String status) {
        return text.status().name().equals(status);
    }

    public boolean isCoordinator() {
        return standing != null && standing.coordinator();
    }

    /** What is asked of this reader, if anything. */
    public ConsentFinder.Shown getOwn() {
        return consents.stream().filter(ConsentFinder.Shown::own).findFirst().orElse(null);
    }

    /** Whether a yes still counts: once published, only a no does. */
    public boolean isYesOpen() {
        return is("DRAFT");
    }
}
