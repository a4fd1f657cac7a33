// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

/** What can have been done in a programme, as its log tells it: the deed and what kind of thing it was done to, and no more. */
public enum AuditKind {
    PROGRAMME_MADE(Thing.PROGRAMME), PROGRAMME_CHANGED(Thing.PROGRAMME), RULES_CHANGED(Thing.PROGRAMME), RETENTION_CHANGED(Thing.PROGRAMME, "retentionWay"),
    ROLE_GIVEN(Thing.MEMBERSHIP, "role"), ROLE_ENDED(Thing.MEMBERSHIP, "role"), LEVEL_SET(Thing.MEMBERSHIP, "role"),
    /** Whether somebody speaks for a municipality, as it says itself. */
    MUNICIPALITY_CONFIRMED(Thing.MEMBERSHIP, "role"), MUNICIPALITY_REFUSED(Thing.MEMBERSHIP, "role"),
    ROUND_MADE(Thing.ROUND), ROUND_MOVED(Thing.ROUND, "roundPhase"), TIMETABLE_CHANGED(Thing.ROUND), ROUND_CHANGED(Thing.ROUND),
    /** It is no more: the log leads nowhere. */
    ROUND_REMOVED(Thing.PROGRAMME),
    DILEMMA_MOVED(Thing.DILEMMA, "phase"), DILEMMA_EXTENDED(Thing.DILEMMA), DILEMMA_PAUSED(Thing.DILEMMA), DILEMMA_RESUMED(Thing.DILEMMA), CIRCLE_CHANGED(Thing.DILEMMA, "circle"),
    SEAT_PROPOSED(Thing.SEAT, "kring.kind"),
    /** That there was an answer; what it was is the host's and the coordinator's to know. */
    SEAT_AGREED(Thing.SEAT), SEAT_ANSWERED(Thing.SEAT), SEAT_TAKEN_BACK(Thing.SEAT), SEAT_JOINED(Thing.SEAT), SEAT_LEFT(Thing.SEAT),
    GUEST_SHUT_OUT(Thing.SEAT),
    /** Who said that somebody can be recognised is not told, and which text neither. */
    TEXT_HIDDEN(Thing.DILEMMA), TEXT_SHOWN(Thing.DILEMMA),
    /** Shown again by who coordinates: that is told, for it overrules a report. */
    TEXT_PUT_BACK(Thing.DILEMMA),
    SESSION_SET(Thing.DILEMMA), SESSION_HELD(Thing.DILEMMA),
    LESSON_PUBLISHED(Thing.LESSON), LESSON_WITHDRAWN(Thing.LESSON),
    RECORDS_EXPORTED(Thing.PROGRAMME), PERSON_ERASED(Thing.PERSON), RETENTION_ANNOUNCED(Thing.DILEMMA, "retentionWay"), RETENTION_DONE(Thing.DILEMMA, "retentionWay");

    public enum Thing { PROGRAMME, MEMBERSHIP, ROUND, DILEMMA, SEAT, LESSON, PERSON }

    private final Thing thing;
    private final String words;

    AuditKind(Thing thing) {
        this(thing, "");
    }

    /** @param words where the names of its detail are said in words */
    AuditKind(Thing thing, String words) {
        this.thing = thing;
        this.words = words;
    }

    public Thing thing() {
        return thing;
    }

    public String words() {
        return words;
    }

    /** Whether nobody is told who did it. */
    public boolean unnamed() {
        return this == TEXT_HIDDEN || this == TEXT_SHOWN;
    }
}
