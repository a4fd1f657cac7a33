// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.shared.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A file that belongs to a dilemma or to a contribution, and is read by who reads that. */
@Entity
class Attachment {
    @Id
    private UUID id;
    private UUID dilemmaId;
    private UUID contributionId;
    private String name;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private FileKind kind;
    private long size;
    private UUID addedBy;
    private Instant addedAt;
    private Instant hiddenAt;

    protected Attachment() {}

    /** @param contributionId null: it belongs to the dilemma itself */
    Attachment(UUID dilemmaId, UUID contributionId, CleanFile file, UUID addedBy, Instant now) {
        this.id = Ids.next();
        this.dilemmaId = dilemmaId;
        this.contributionId = contributionId;
        this.name = file.name();
        this.kind = file.kind();
        this.size = file.size();
        this.addedBy = addedBy;
        this.addedAt = now;
    }

    /** Its name while all read it. */
    Optional<String> shown() {
        return hiddenAt == null ? Optional.of(name) : Optional.empty();
    }

    /** From now on only who added it reads it; the answer is its name. */
    String hide(Instant now) {
        hiddenAt = now;
        return name;
    }

    void show() {
        hiddenAt = null;
    }

    UUID id() {
        return id;
    }
}
