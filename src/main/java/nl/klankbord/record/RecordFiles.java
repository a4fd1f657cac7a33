// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.attachment.FileKind;

/** The files beside what a municipality may have. */
@ApplicationScoped
class RecordFiles {
    private static final String FROM = " from Attachment a join Dilemma d on d.id = a.dilemmaId left join Contribution c on c.id = a.contributionId left join Seat s on s.id = c.seatId ";
    @Inject
    EntityManager em;

    /** Below the id of their dilemma, in the order in which they were added; their paths are within its folder. */
    Map<UUID, List<Dossier.File>> all(String code, boolean names) {
        Map<UUID, List<Dossier.File>> all = new HashMap<>();
        em.createQuery("select new nl.klankbord.record.RecordFiles$Found(a.id, d.id, a.name, a.kind, a.size, a.addedAt, p.name)" + FROM + "join Person p on p.id = a.addedBy where " + RecordAccess.FILE + " order by a.id", Found.class)
                .setParameter("gm", code).getResultStream().forEach(found -> {
                    List<Dossier.File> beside = all.computeIfAbsent(found.dilemmaId, id -> new ArrayList<>());
                    beside.add(found.numbered(beside.size() + 1, names));
                });
        return all;
    }

    /** Piece by piece: no more than one is in memory. It ends where its yes was taken back meanwhile. */
    void write(String code, UUID id, OutputStream out) throws IOException {
        int part = 0;
        for (Optional<byte[]> piece = part(code, id, part); piece.isPresent(); piece = part(code, id, ++part)) {
            out.write(piece.get());
        }
    }

    private Optional<byte[]> part(String code, UUID id, int part) {
        return em.createQuery("select p.bytes from AttachmentPart p where p.attachmentId = :id and p.part = :part and exists (select 1" + FROM + "where a.id = p.attachmentId and " + RecordAccess.FILE + ")", byte[].class)
                .setParameter("gm", code).setParameter("id", id).setParameter("part", part).getResultStream().findFirst();
    }

    record Found(UUID id, UUID dilemmaId, String name, FileKind kind, long size, Instant at, String author) {
        /** No two of one dilemma have the same number, so no two the same name; none has a path in it since it was added. */
        Dossier.File numbered(int number, boolean names) {
            return new Dossier.File(id, "%02d ".formatted(number) + name, name, kind, kind.mediaType(), size, at, names ? author : null);
        }
    }
}
