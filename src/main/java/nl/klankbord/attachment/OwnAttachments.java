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
}
