// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.klankbord.dilemma.TextName;

/** Names the place where a text is being written, so that the post that ends it can let its draft go. */
public final class DraftKey {
    private static final String UNMERGED = "unmerged.";
    private static final Pattern AT_DILEMMA = Pattern.compile("(question|answer|remark|recognition|response|step|step-from-mirror|step-text|step-report|(invitation|closing|restatement|intake|unmerged)\\..+)");

    private DraftKey() {}

    public static String of(ContributionKind kind, UUID dilemmaId, UUID inReplyTo) {
        return kind.name().toLowerCase(Locale.ROOT) + "." + (inReplyTo == null ? dilemmaId : inReplyTo);
    }

    public static String recognition(UUID dilemmaId) {
        return "recognition." + dilemmaId;
    }

    public static String closing(UUID dilemmaId, String field) {
        return "closing." + field + "." + dilemmaId;
    }

    public static String restatement(UUID dilemmaId, String field) {
        return "restatement." + field + "." + dilemmaId;
    }

    /** @param field purpose or house rules; @param programmeId null for one that is not made yet */
    public static String programme(UUID programmeId, String field) {
        return "programme." + field + "." + (programmeId == null ? "new" : programmeId);
    }

    /** All that the form of a method holds. */
    public static String method(String key) {
        return "method." + key;
    }

    /** @param field the conflict that is declared, or the reason of a no */
    public static String invitation(UUID dilemmaId, String field) {
        return "invitation." + field + "." + dilemmaId;
    }

    /** @param about a contribution, or a dilemma for one of its other texts */
    public static String report(UUID about) {
        return "report." + about;
    }

    /** Other words in the place of a text of a dilemma that was hidden. */
    public static String rewriting(UUID dilemmaId, TextName name) {
        return "rewrite." + (name.thing() == null ? name + "." + dilemmaId : name);
    }

    /** Of observations of a programme. */
    public static String pattern(UUID programmeId) {
        return "pattern." + programmeId;
    }

    public static String consent(UUID lessonId) {
        return "consent." + lessonId;
    }

    /** One step of the intake, changed after it was submitted. */
    public static String intake(UUID dilemmaId, String step) {
        return "intake." + step + "." + dilemmaId;
    }

    /** A new step at a dilemma. */
    public static String step(UUID dilemmaId) {
        return "step." + dilemmaId;
    }

    /** A new step that begins as the mirror of this reflection. */
    public static String stepFromMirror(UUID reflectionId) {
        return "step-from-mirror." + reflectionId;
    }

    public static String stepText(UUID stepId) {
        return "step-text." + stepId;
    }

    public static String stepReport(UUID stepId) {
        return "step-report." + stepId;
    }

    /** @param about a seat, or one contribution of it */
    public static String hostResponse(UUID about) {
        return "response." + about;
    }

    /** What was typed while a colleague saved something else, until both are one again. */
    public static String unmerged(UUID dilemmaId, String form) {
        return UNMERGED + form + "." + dilemmaId;
    }

    /** The form it was typed in: all of a key but its last part. */
    static String form(String key) {
        return key.substring(0, Math.max(0, key.lastIndexOf('.')));
    }

    /** What that form is about: a dilemma, what it answers, a seat or a step. */
    static String place(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** Whether it was typed at a dilemma, to stand there. */
    static boolean isAtDilemma(String key) {
        return AT_DILEMMA.matcher(form(key)).matches();
    }

    static boolean isUnmerged(String key) {
        return key.startsWith(UNMERGED);
    }
}
