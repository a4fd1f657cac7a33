// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static nl.klankbord.dilemma.Phase.ACCEPTED;
import static nl.klankbord.dilemma.Phase.CLARIFYING;
import static nl.klankbord.dilemma.Phase.CLOSED;
import static nl.klankbord.dilemma.Phase.DRAFT;
import static nl.klankbord.dilemma.Phase.FOLLOW_UP;
import static nl.klankbord.dilemma.Phase.HARVESTING;
import static nl.klankbord.dilemma.Phase.REFLECTING;
import static nl.klankbord.dilemma.Phase.SESSION;
import static nl.klankbord.dilemma.Phase.SUBMITTED;
import static nl.klankbord.dilemma.Phase.WITHDRAWN;

import java.util.Set;
import nl.klankbord.dilemma.Phase;

/** Who reads what: the table of the design, for the people of the fixture, by the name of the text a word stands in. */
record Readers(Phase phase, String user) {
    static final String NOBODY = "";
    static final String GUEST = "guest";
    private static final Set<String> SEATED = Set.of("peer1", "peer1-collega", "peer2", "facilitator", GUEST);
    private static final Set<String> ZWOLLE = Set.of("peer1", "peer1-collega");
    private static final Set<String> MEMBERS = Set.of("coordinator", "facilitator", "host", "host-bestuur", "peer1", "peer1-collega", "peer2", "peer3", "buiten");

    boolean read(String text) {
        String thing = text.contains(".") ? text.substring(0, text.indexOf('.')) : text;
        return switch (thing) {
            case "programme" -> MEMBERS.contains(user) || user.equals("beheer");
            case "method" -> user.equals("coordinator");
            case "round" -> MEMBERS.contains(user) && !user.equals("host-bestuur");
            case "dilemma" -> readsDilemma() || text.equals("dilemma.title") && user.equals("peer3") && phase == ACCEPTED;
            // Somebody else's concept.
            case "concept" -> false;
            // What the invited said when they declined.
            case "seat" -> user.equals("coordinator") && between(ACCEPTED, CLOSED);
            case "email" -> managesPeople() && !text.equals("email.guest");
            case "name" -> managesPeople() && !text.equals("name.guest") || inCircle(ACCEPTED, CLOSED) && (text.equals("name.hoorn") || text.equals("name.guest"))
                    || inCircle(CLARIFYING, CLOSED) && (text.equals("name.later") || text.equals("name.named") && (user.equals("host") || ZWOLLE.contains(user)));
            // As what they belong to.
            case "file" -> file(text.split("\\.")[1]);
            case "passage" -> inCircle(CLARIFYING, CLOSED);
            case "answer" -> inCircle(CLARIFYING, CLOSED) || phase == WITHDRAWN && user.equals("host");
            case "question" -> question(text);
            case "recognition", "session" -> inCircle(CLARIFYING, CLOSED);
            case "reflection" -> reflection(text);
            case "mirror" -> mirror(text);
            case "step" -> step(text);
            case "remark" -> inCircle(SESSION, CLOSED);
            case "aside" -> text.equals("aside." + user);
            case "typing" -> user.equals(text.equals("typing.lesson") ? "coordinator" : "peer1");
            case "response", "observation", "pattern" -> inCircle(HARVESTING, CLOSED);
            // What it said before it was changed; who wrote that keeps it.
            case "version" -> user.equals("host") || between(SUBMITTED, CLOSED) && user.equals("coordinator") || inCircle(ACCEPTED, CLOSED);
            case "restatement" -> inCircle(HARVESTING, CLOSED);
            case "closing" -> inCircle(FOLLOW_UP, CLOSED);
            case "lesson" -> lesson(text);
            case "why" -> user.equals("coordinator");
            default -> throw new IllegalArgumentException(text);
        };
    }

    private boolean managesPeople() {
        return user.equals("coordinator") || user.equals("beheer");
    }

    /** Its text: the host's seat always, the coordinator from submission, who accepted a seat from then. */
    private boolean readsDilemma() {
        return user.equals("host") || user.equals("coordinator") && phase != DRAFT && phase != WITHDRAWN || SEATED.contains(user) && between(ACCEPTED, CLOSED);
    }

    private boolean inCircle(Phase first, Phase last) {
        return between(first, last) && (user.equals("host") || user.equals("coordinator") || SEATED.contains(user));
    }

    private boolean file(String of) {
        return switch (of) {
            case "dilemma" -> readsDilemma();
            case "question" -> question("question.zwolle");
            case "withdrawn" -> question("question.withdrawn");
            default -> reflection("reflection." + of);
        };
    }

    private boolean question(String text) {
        String author = switch (text) {
            case "question.zwolle" -> "peer1";
            case "question.leeuwarden" -> "peer2";
            case "question.facilitator" -> "facilitator";
            // Nobody reads on what was taken back, but who wrote it.
            case "question.withdrawn" -> null;
            default -> throw new IllegalArgumentException(text);
        };
        return author == null ? user.equals("peer1") : (inCircle(CLARIFYING, CLOSED) || phase == WITHDRAWN && user.equals(author));
    }

    private boolean reflection(String text) {
        return switch (text.split("\\.")[1]) {
            case "zwolle" -> inCircle(SESSION, CLOSED) || phase == REFLECTING && ZWOLLE.contains(user) || phase == WITHDRAWN && user.equals("peer1");
            // Read by who has submitted.
            case "hoorn" -> inCircle(SESSION, CLOSED) || phase == REFLECTING && ZWOLLE.contains(user);
            // Never submitted.
            case "leeuwarden" -> user.equals("peer2");
            case "left" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private boolean mirror(String text) {
        return switch (text) {
            case "mirror.zwolle" -> phase == WITHDRAWN ? user.equals("peer1") : ZWOLLE.contains(user);
            case "mirror.leeuwarden" -> user.equals("peer2");
            default -> false;
        };
    }

    /** Of one's own seat; of one that is withdrawn, what one wrote oneself. */
    private boolean step(String text) {
        return switch (text.split("\\.")[1]) {
            case "zwolle" -> phase == WITHDRAWN ? user.equals("peer1") : ZWOLLE.contains(user);
            case "leeuwarden" -> user.equals("peer2");
            // Her colleague has not accepted the house rules.
            case "host" -> user.equals("host");
            default -> throw new IllegalArgumentException(text);
        };
    }

    private boolean lesson(String text) {
        return switch (text.split("\\.")[1]) {
            case "draft" -> Set.of("coordinator", "host", "peer1", "peer2").contains(user);
            case "published" -> !user.equals(NOBODY) && !user.equals(GUEST);
            case "open" -> true;
            case "withdrawn" -> user.equals("coordinator");
            default -> throw new IllegalArgumentException(text);
        };
    }

    private boolean between(Phase first, Phase last) {
        return phase.compareTo(first) >= 0 && phase.compareTo(last) <= 0;
    }
}
