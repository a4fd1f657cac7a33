// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.klankbord.contribution.Written;
import nl.klankbord.identity.Actor;

/** The files that somebody added, by name: each is fetched at its own address. */
@ApplicationScoped
class OwnAttachments implements Written {
    @Inject
    AttachmentFinder attachments;

    @Override
    public String name() {
        return "attachments";
    }

    @Override
    public List<AttachmentFinder.AttachmentJson> own(Actor actor) {
        return attachments.allOwn(actor).stream().map(AttachmentFinder.AttachmentJson::of).toList();
    }

    /** A file with a colleague's text opens by its adder's yes, too. What is not submitted only who comes to the same seat could read. */
    @Override
    public String before() {
        return "exists (select 1 from Attachment wa join Contribution wc on wc.id = wa.contributionId where wc.dilemmaId = np.dilemmaId and wc.withdrawnAt is null and wa.addedBy = :me "
                + "and coalesce(wc.submittedAt, wa.addedAt) < np.seatedAt and (wc.submittedAt is not null or wc.seatId = np.seatId))";
    }
}
