// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Municipality;

/** A lesson as the API tells it; what one may not see is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LessonJson(UUID id, LessonStatus status, boolean open, Instant publishedAt, String title, String statement, String conditions, String counterExample, String frame,
                  String localFilling, String counting, String telling, List<String> themes, UUID patternId, List<SourceJson> sources) {

    /** A line of a list, without what lies behind it. */
    static LessonJson of(LessonText text) {
        return of(text, null, null);
    }

    static LessonJson of(LessonFinder.Shown shown) {
        return of(shown.text(), shown.patternId(), shown.sources().stream().map(s -> new SourceJson(s.observationId(), s.dilemmaId(), s.exact(), s.municipality())).toList());
    }

    private static LessonJson of(LessonText text, UUID patternId, List<SourceJson> sources) {
        return new LessonJson(text.id(), text.status(), text.open(), text.publishedAt(), text.title(), text.statement(), text.conditions(), text.counterExample(), text.frame(),
                text.localFilling(), text.counting(), text.telling(), text.themes().names(), patternId, sources);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SourceJson(UUID observationId, UUID dilemmaId, String exact, Municipality.Ref municipality) {}

    /** @param name of an author; a host answers as a municipality; @param state ASKED, GIVEN or REFUSED */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsentJson(ConsentKind kind, String name, Municipality.Ref municipality, String state, Boolean given, String why, Instant dueAt, Instant decidedAt, boolean own) {
        static ConsentJson of(ConsentFinder.Shown consent) {
            return new ConsentJson(consent.kind(), consent.name(), consent.municipality(), consent.state(), consent.given(), consent.why(), consent.dueAt(),
                    consent.decidedAt(), consent.own());
        }
    }

    /** What an editor sends. What only we decide is read past; the pattern counts at the first time. */
    @JsonIgnoreProperties({"id", "status", "publishedAt", "sources"})
    record Input(String title, String statement, String conditions, String counterExample, String frame, String localFilling, String counting, String telling,
                 List<String> themes, Boolean open, UUID patternId) {
        Wording wording() {
            return new Wording(title, statement, conditions, counterExample, frame, localFilling, counting, telling, themes, Boolean.TRUE.equals(open));
        }
    }
}
