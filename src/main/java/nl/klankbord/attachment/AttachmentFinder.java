// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.contribution.ContributionAccess;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Hql;

/** Files as far as the actor may read what they belong to, and what the actor added wherever that went. */
@ApplicationScoped
public class AttachmentFinder {
    private static final String FROM = " from Attachment a join Dilemma d on d.id = a.dilemmaId left join Contribution c on c.id = a.contributionId where ";
    /** Reads what it belongs to. */
    static final String BELONGS = Hql.anyOf("a.contributionId is null and " + DilemmaAccess.READS, "a.contributionId is not null and " + ContributionAccess.readsWith("a.addedBy", "a.addedAt"));
    private static final String READS = "(a.hiddenAt is null or a.addedBy = :me) and " + BELONGS;
    /** Also where the seat was left or the dilemma is withdrawn. */
    private static final String OWN = "a.addedBy = :me";
    private static final String KEEPS = Hql.anyOf(OWN, READS);
    private static final String SHOW = "select new nl.klankbord.attachment.AttachmentFinder$Shown(a.id, a.dilemmaId, a.contributionId, a.name, a.kind, a.size, a.addedAt, case when a.addedBy = :me then true else false end, case when a.hiddenAt is not null then true else false end)" + FROM;
    @Inject
    EntityManager em;

    public Optional<Shown> visibleTo(Actor actor, UUID id) {
        return em.createQuery(SHOW + KEEPS + " and a.id = :id", Shown.class).setParameter("id", id).setParameter("me", actor.personId()).getResultStream().findFirst();
    }

    /** One piece of its bytes; empty behind the last, and as soon as the actor may no longer have it. */
    public Optional<byte[]> part(Actor actor, UUID id, int part) {
        return em.createQuery("select p.bytes from AttachmentPart p where p.attachmentId = :id and p.part = :part and exists (select 1" + FROM + KEEPS + " and a.id = p.attachmentId)", byte[].class)
                .setParameter("id", id).setParameter("part", part).setParameter("me", actor.personId()).getResultStream().findFirst();
    }

    /** All of a dilemma: its own, and those of what is said in it. */
    public Cursor.Items<Shown> ofDilemma(Actor actor, UUID dilemmaId, Cursor cursor) {
        return cursor.page(em.createQuery(SHOW + READS + " and a.dilemmaId = :dilemma and a.id > :after order by a.id", Shown.class).setParameter("dilemma", dilemmaId)
                .setParameter("after", cursor.after()).setParameter("me", actor.personId()).setMaxResults(cursor.limit() + 1).getResultList(), Shown::id);
    }

    /** Those of a dilemma itself and of these contributions, each below the id of what it belongs to. */
    public Map<UUID, List<Shown>> beside(Actor actor, UUID dilemmaId, Collection<UUID> contributions) {
        return em.createQuery(SHOW + READS + " and (a.dilemmaId = :dilemma and a.contributionId is null or a.contributionId in :said) order by a.id", Shown.class).setParameter("dilemma", dilemmaId)
                .setParameter("said", contributions).setParameter("me", actor.personId()).getResultStream().collect(Collectors.groupingBy(Shown::about));
    }

    /** Those of contributions, wherever they stand, each below the id of what it belongs to. */
    public Map<UUID, List<Shown>> of(Actor actor, Collection<UUID> contributions) {
        return em.createQuery(SHOW + READS + " and a.contributionId in :said order by a.id", Shown.class).setParameter("said", contributions).setParameter("me", actor.personId())
                .getResultStream().collect(Collectors.groupingBy(Shown::about));
    }

    /** What the actor added, the latest first. */
    public Cursor.Items<Shown> own(Actor actor, Cursor cursor) {
        return cursor.page(em.createQuery(SHOW + OWN + " and a.id < :before order by a.id desc", Shown.class).setParameter("before", cursor.before())
                .setParameter("me", actor.personId()).setMaxResults(cursor.limit() + 1).getResultList(), Shown::id);
    }

    /** The same, all at once, to take along. */
    List<Shown> allOwn(Actor actor) {
        return em.createQuery(SHOW + OWN + " order by a.id", Shown.class).setParameter("me", actor.personId()).getResultList();
    }

    /** @param size in bytes; @param own added by the actor; @param hidden because somebody can be recognised in it: then the actor added it */
    public record Shown(UUID id, UUID dilemmaId, UUID contributionId, String name, FileKind kind, long size, Instant addedAt, boolean own, boolean hidden) implements Sized {
        /** Id of what it belongs to. */
        UUID about() {
            return contributionId == null ? dilemmaId : contributionId;
        }

        Target target() {
            return contributionId == null ? Target.dilemma(dilemmaId) : Target.contribution(contributionId);
        }
    }

    /** @param download where the file is, for whoever may read it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttachmentJson(UUID id, UUID dilemmaId, UUID contributionId, String name, String mediaType, long size, Instant createdAt, String download) {
        static AttachmentJson of(Shown file) {
            return new AttachmentJson(file.id(), file.contributionId() == null ? file.dilemmaId() : null, file.contributionId(), file.name(), file.kind().mediaType(), file.size(), file.addedAt(),
                    "/attachments/" + file.id());
        }
    }
}
