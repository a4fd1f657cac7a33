// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import nl.klankbord.shared.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A role of someone in a programme, given to a mail address; it waits there until its owner first signs in. */
@Entity
public class Membership {
    @Id
    private UUID id;
    private UUID programmeId;
    private UUID personId;
    private String email;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Role role;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Level level;
    private boolean levelOwn;
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 6)
    private String municipalityCode;
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 6)
    private String proposedMunicipality;
    private Instant confirmedAt;
    private Instant createdAt;

    protected Membership() {}

    Membership(UUID programmeId, String email, UUID personId, Role role, Level level, Instant now) {
        this.id = Ids.next();
        this.programmeId = programmeId;
        this.email = email;
        this.personId = personId;
        this.role = role;
        this.level = level;
        this.createdAt = now;
    }

    /** Only for somebody who speaks for this municipality: one of its own gave the role. */
    Membership within(String municipality) {
        this.municipalityCode = municipality;
        return this;
    }

    /** For which municipality a coordinator thinks that she speaks; it says so itself. Null takes that back. */
    Membership proposedFor(String municipality) {
        this.proposedMunicipality = municipality;
        this.confirmedAt = null;
        return this;
    }

    boolean confirmed() {
        return confirmedAt != null;
    }

    /** That municipality says that she does. */
    void confirm(Instant now) {
        this.confirmedAt = now;
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    /** Whose it is, or null. */
    UUID personId() {
        return personId;
    }

    /** Nobody has claimed it yet. */
    boolean pending() {
        return personId == null;
    }

    /** The municipality that gave it, or null. */
    String municipalityCode() {
        return municipalityCode;
    }

    /** From where in the municipality its owner takes part, as the owner says; what a coordinator supposed and stays is not the owner's word. */
    void takePartFrom(Level own) {
        this.levelOwn = levelOwn || own != level;
        this.level = own;
    }

    /** As a coordinator thinks; false, and as it was, where its owner said so herself. */
    boolean supposeFrom(Level supposed) {
        if (!levelOwn) {
            this.level = supposed;
        }
        return !levelOwn;
    }

    UUID programmeId() {
        return programmeId;
    }

    /** The role ended, in the same transaction; {@code personId} is null when nobody had claimed it. */
    Ended ended() {
        return new Ended(programmeId, personId, role);
    }

    Audit.Deed deed(AuditKind kind) {
        return Audit.Deed.of(kind, programmeId, id).about(personId).as(role);
    }

    public record Ended(UUID programmeId, UUID personId, Role role) {}

    /** The role was given, in the same transaction. */
    Given given() {
        return new Given(programmeId, id, personId, email, role);
    }

    /** @param personId null when nobody has signed in with that address */
    public record Given(UUID programmeId, UUID membershipId, UUID personId, String email, Role role) {}

    boolean coordinates() {
        return role == Role.COORDINATOR;
    }
}
