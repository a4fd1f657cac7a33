// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.UUID;

/** A piece of the bytes of a file; together, in order, they are the file. */
@Entity
@IdClass(AttachmentPart.Key.class)
class AttachmentPart {
    static final int LARGEST = 1 << 20;
    @Id
    private UUID attachmentId;
    @Id
    private int part;
    @Column(length = LARGEST)
    private byte[] bytes;

    protected AttachmentPart() {}

    AttachmentPart(UUID attachmentId, int part, byte[] bytes) {
        this.attachmentId = attachmentId;
        this.part = part;
        this.bytes = bytes;
    }

    record Key(UUID attachmentId, int part) {}
}
