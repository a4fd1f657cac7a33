// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.Reportable;
import nl.klankbord.dilemma.TextName;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Outcome.FieldError;

/** Files: closed with their name for all but who added them. Nobody can take words out of a file; who added it puts another in its place. */
@ApplicationScoped
class FileTexts implements Reportable {
    static final String KIND = "file";
    @Inject
    EntityManager em;
    @Inject
    AttachmentFinder attachments;
    @Inject
    Clock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String reads() {
        return "exists (select 1 from Attachment a left join Contribution c on c.id = a.contributionId where a.id = tr.thingId and " + AttachmentFinder.BELONGS + ")";
    }

    @Override
    public String wrote() {
        return "exists (select 1 from Attachment wa where wa.id = tr.thingId and wa.addedBy = :me)";
    }

    @Override
    public Optional<Boolean> own(Actor actor, UUID dilemmaId, TextName name) {
        return name.thing() == null ? Optional.empty() : attachments.visibleTo(actor, name.thing()).filter(file -> file.dilemmaId().equals(dilemmaId)).map(AttachmentFinder.Shown::own);
    }

    @Override
    public Collection<String> says(UUID dilemmaId, TextName name) {
        return Optional.ofNullable(em.find(Attachment.class, name.thing())).flatMap(Attachment::shown).stream().toList();
    }

    @Override
    public String take(UUID dilemmaId, TextName name) {
        return em.find(Attachment.class, name.thing()).hide(clock.instant());
    }

    @Override
    public void giveBack(UUID dilemmaId, TextName name, String kept) {
        Attachment file = em.find(Attachment.class, name.thing());
        if (file != null) {
            file.show();
        }
    }

    @Override
    public List<FieldError> rewrite(Actor actor, UUID dilemmaId, TextName name, String text) {
        return List.of(new FieldError("text", "another-file", List.of()));
    }
}
