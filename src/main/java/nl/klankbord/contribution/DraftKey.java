// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import java.util.Locale;
import java.util.UUID;

/** Names the place where a text is being written, so that the post that ends it can let its draft go. */
public final class DraftKey {
    private static final String UNMERGED = "unmerged.";

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

    /** One step of the intake, changed after it was submitted. */
    public static String intake(UUID dilemmaId, String step) {
        return "intake." + step + "." + dilemmaId;
    }

    /** A new step at a dilemma. */
    public static String step(UUID dilemmaId) {
        return "step." + dilemmaId;
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

    static boolean isUnmerged(String key) {
        return key.startsWith(UNMERGED);
    }
}
