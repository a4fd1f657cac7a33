// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.dilemma.SeatKind;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.Writing;

/** The kinds of work a dilemma asks of a seat, with the minutes we expect each to take. */
public enum Effort {
    /** The concept, and who may think along. */
    WRITING(Writing.all(), 0, Phase.SUBMITTED),
    /** Answering questions, or reading and asking them. */
    QUESTIONS(20, 20, Phase.REFLECTING),
    REFLECTION(0, 25, Phase.REFLECTING),
    /** Reading what was handed in, and the meeting itself. */
    SESSION(120, 120, Phase.HARVESTING),
    /** An answer to each peer, and the three of the end. */
    CLOSING(30, 0, Phase.FOLLOW_UP);

    private final int host;
    private final int peer;
    private final Phase done;

    Effort(int host, int peer, Phase done) {
        this.host = host;
        this.peer = peer;
        this.done = done;
    }

    /** What we expect of such a seat before anybody said how long it took; 0 where it is not asked. */
    public int minutes(SeatKind seat) {
        return seat == SeatKind.HOST ? host : seat == SeatKind.PEER || seat == SeatKind.GUEST ? peer : 0;
    }

    /** The kind of work that a task is, or a part of; empty where nobody says how long it took. @param what as {@code Asked} names it */
    static Optional<Effort> of(String what) {
        return Optional.ofNullable(switch (what) {
            case "finish-concept" -> WRITING;
            case "ask-questions", "answer-questions" -> QUESTIONS;
            case "reflect" -> REFLECTION;
            case "attend-session" -> SESSION;
            case "answer-peers", "close-dilemma" -> CLOSING;
            default -> null;
        });
    }

    /** Whether who stands there has this work behind her. */
    boolean behind(Standing standing) {
        return minutes(standing.seat()) > 0 && standing.phase() != Phase.WITHDRAWN && standing.phase().compareTo(done) >= 0 && (this != REFLECTION || standing.reflectionSubmitted());
    }

    /** What who stands there can say something of. */
    static Set<Effort> behindOf(Standing standing) {
        Set<Effort> behind = EnumSet.allOf(Effort.class);
        behind.removeIf(effort -> !effort.behind(standing));
        return behind;
    }

    /** How it was, beside what we expected. */
    public enum Answer {
        SHORTER(0.7), RIGHT(1), LONGER(1.4);

        final double factor;

        Answer(double factor) {
            this.factor = factor;
        }
    }
}
