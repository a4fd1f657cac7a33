// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import java.util.List;
import java.util.UUID;
import nl.klankbord.contribution.ContributionKind;

/**
 * The page where somebody adds files to one thing and takes them away.
 *
 * @param action    where its form goes
 * @param dilemma   title of the dilemma, or null where one no longer reads it
 * @param kind      of the contribution, or null for the dilemma itself
 * @param readers   key below {@code who.} of who reads it
 * @param note      key below {@code who.} of what holds besides, or null
 * @param adds      whether a file may be added now; {@code removes}: whether one may be taken away
 * @param scanned   whether files are scanned for viruses here
 */
public record AttachmentView(String action, UUID dilemmaId, String dilemma, ContributionKind kind, String readers, String note, boolean adds, boolean removes, boolean scanned, List<AttachmentFinder.Shown> files) {
    public boolean isFull() {
        return files.size() >= WriteAttachment.MOST;
    }

    public int getMost() {
        return WriteAttachment.MOST;
    }

    public int getMegabytes() {
        return Inspection.MEGABYTES;
    }

    /** Where one came from. */
    public String getBack() {
        return dilemma == null ? "/texts" : kind == ContributionKind.REFLECTION && adds ? "/dilemmas/" + dilemmaId + "/reflection" : "/dilemmas/" + dilemmaId;
    }
}
