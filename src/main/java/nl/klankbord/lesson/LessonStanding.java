// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

/**
 * What an actor is to one lesson. The conditions of {@link LessonAccess} say the same in a where-clause; a test keeps
 * the two together.
 *
 * @param coordinator  of its programme
 * @param hostOfSource sits on the host's seat of a dilemma it comes from
 * @param contributor  wrote a passage behind it that is still there
 */
public record LessonStanding(LessonStatus status, boolean coordinator, boolean hostOfSource, boolean contributor, boolean rulesAccepted) {

    /** Whether it is asked of the actor that a passage be used. */
    public boolean asked() {
        return hostOfSource || contributor;
    }

    /** Whether the actor may know that it exists at all. */
    public boolean known() {
        return switch (status) {
            case PUBLISHED -> true;
            case DRAFT -> coordinator || asked();
            case WITHDRAWN -> coordinator;
        };
    }
}
