// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.contribution.ContributionFiles;
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.dilemma.HiddenTexts;
import nl.klankbord.dilemma.TextName;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;

/** Keeps a file with a dilemma or contribution, and takes it away; what it belongs to is held meanwhile, so that it is not submitted or moved. */
@ApplicationScoped
class WriteAttachment {
    static final int MOST = 10;
    @Inject
    EntityManager em;
    @Inject
    AttachmentDecision decision;
    @Inject
    AttachmentFinder attachments;
    @Inject
    ContributionFiles contributions;
    @Inject
    HiddenTexts hidden;
    @Inject
    DilemmaLock lock;
    @Inject
    Clock clock;

    @Transactional
    public Outcome<UUID> keep(Actor actor, Target target, CleanFile file) {
        UUID dilemma = hold(target);
        Decision may = decision.adding(actor, target);
        if (!may.granted()) {
            return Outcome.denied(may);
        }
        if (count(target) >= MOST) {
            return Outcome.invalid(Inspection.FIELD, "too-many-files", MOST);
        }
        Attachment attachment = new Attachment(dilemma, target.contributionId(), file, actor.personId(), clock.instant());
        em.persist(attachment);
        keepBytes(attachment.id(), file);
        return Outcome.done(attachment.id());
    }

    /** The outcome names what it belonged to. */
    @Transactional
    public Outcome<Target> remove(Actor actor, UUID id) {
        Optional<Target> target = attachments.visibleTo(actor, id).map(AttachmentFinder.Shown::target);
        target.ifPresent(this::hold);
        // Who is asked to take it away may do so at any time.
        boolean asked = attachments.visibleTo(actor, id).filter(AttachmentFinder.Shown::hidden).isPresent();
        Decision may = asked ? Decision.GRANTED : target.map(of -> decision.removing(actor, of)).orElse(Decision.HIDDEN);
        if (!may.granted()) {
            return Outcome.denied(may);
        }
        hidden.settle(actor, attachments.visibleTo(actor, id).orElseThrow().dilemmaId(), new TextName(FileTexts.KIND, null, id));
        em.createQuery("delete from Attachment a where a.id = :id").setParameter("id", id).executeUpdate();
        return Outcome.done(target.get());
    }

    /** Returns the dilemma it is about; null when there is none. */
    private UUID hold(Target target) {
        if (target.ofDilemma()) {
            lock.dilemma(target.dilemmaId());
            return target.dilemmaId();
        }
        return contributions.hold(target.contributionId());
    }

    private long count(Target target) {
        String of = target.ofDilemma() ? "a.dilemmaId = :target and a.contributionId is null" : "a.contributionId = :target";
        return em.createQuery("select count(a) from Attachment a where " + of, Long.class).setParameter("target", target.ofDilemma() ? target.dilemmaId() : target.contributionId()).getSingleResult();
    }

    /** Piece by piece: no more than one is in memory. */
    private void keepBytes(UUID id, CleanFile file) {
        try (InputStream in = Files.newInputStream(file.path())) {
            int part = 0;
            for (byte[] bytes = in.readNBytes(AttachmentPart.LARGEST); bytes.length > 0; bytes = in.readNBytes(AttachmentPart.LARGEST)) {
                AttachmentPart piece = new AttachmentPart(id, part++, bytes);
                em.persist(piece);
                em.flush();
                em.detach(piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
