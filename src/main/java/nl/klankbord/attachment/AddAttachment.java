// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;

/** Takes a file in. Nobody waits for a lock while it is looked at: whether it may come is asked before, and again when it is kept. */
@ApplicationScoped
class AddAttachment {
    @Inject
    AttachmentDecision decision;
    @Inject
    Inspection inspection;
    @Inject
    WriteAttachment write;

    public Outcome<UUID> to(Actor actor, Target target, Received received) {
        Decision before = decision.adding(actor, target);
        if (!before.granted()) {
            return Outcome.denied(before);
        }
        Outcome<CleanFile> inspected = inspection.of(received);
        if (!(inspected instanceof Outcome.Done<CleanFile>(CleanFile file))) {
            return inspected.map(none -> null);
        }
        try (file) {
            return write.keep(actor, target, file);
        }
    }
}
