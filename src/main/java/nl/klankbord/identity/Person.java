// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import nl.klankbord.shared.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Someone who signs in. Name, address and organisation follow Keycloak at every sign-in. */
@Entity
public class Person {
    /** How long somebody of whom no organisation is named any more keeps what she holds: a mistake in the accounts is mended by then. */
    private static final Duration UNNAMED = Duration.ofDays(7);
    @Id
    private UUID id;
    private String subject;
    private String name;
    private String email;
    private UUID organisationId;
    private Instant organisationMissedAt;
    private boolean guest;
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 2)
    private String language;
    private LocalDate absentFrom;
    private LocalDate absentUntil;
    private UUID replacementId;
    private boolean replacementReads;
    private Instant createdAt;
    private Instant erasedAt;
    @Version
    private int version;

    protected Person() {}

    Person(String subject, Instant now) {
        this.id = Ids.next();
        this.subject = subject;
        this.createdAt = now;
    }

    /** Someone who comes in by a link: no sign-in leads to her. */
    static Person guest(String name, String email, Instant now) {
        Person person = new Person("guest " + Ids.next(), now);
        person.follow(name, email, null, now);
        person.guest = true;
        return person;
    }

    /** Stands for somebody whose name is no longer told: a row that no sign-in and no link leads to. */
    public static Person nameless(String name, Instant now) {
        Person person = new Person("erased " + Ids.next(), now);
        person.erase(name, now);
        return person;
    }

    public UUID id() {
        return id;
    }

    /** Takes over what Keycloak says; true when the person now speaks for another organisation. That none is named says nothing yet. */
    boolean follow(String name, String email, UUID organisationId, Instant now) {
        this.name = name;
        this.email = email;
        if (organisationId == null && this.organisationId != null) {
            organisationMissedAt = organisationMissedAt == null ? now : organisationMissedAt;
            if (isWaitedFor(organisationMissedAt, now)) {
                return false;
            }
        }
        boolean moved = this.organisationId != null && !Objects.equals(this.organisationId, organisationId);
        this.organisationId = organisationId;
        this.organisationMissedAt = null;
        return moved;
    }

    /** @param missedAt since when no organisation is named, or null */
    static boolean isWaitedFor(Instant missedAt, Instant now) {
        return missedAt != null && now.isBefore(missedAt.plus(UNNAMED));
    }

    public int version() {
        return version;
    }

    /** Reads the pages in this language from now on; null: has not chosen. */
    public void read(String language) {
        this.language = language;
    }

    /** Away from the one day to the other; both null: not away. */
    public void away(LocalDate from, LocalDate until) {
        this.absentFrom = from;
        this.absentUntil = until;
    }

    /** Lets go of all that leads to somebody. @param name says no more than where from */
    public void erase(String name, Instant now) {
        this.subject = "erased " + Ids.next();
        this.name = name;
        this.email = "";
        this.organisationId = null;
        this.organisationMissedAt = null;
        this.language = null;
        this.absentFrom = null;
        this.absentUntil = null;
        this.replacementId = null;
        this.replacementReads = false;
        this.erasedAt = now;
    }

    /** While away this colleague is asked to the seats one sits on; null: nobody. @param reads whether the colleague reads what one wrote there before */
    public void replacedBy(UUID colleague, boolean reads) {
        this.replacementId = colleague;
        this.replacementReads = colleague != null && reads;
    }

    /** Said, or took back, when she is away and who replaces her. */
    public record Away(UUID personId) {}

    /** Signed in for the first time, with a verified address. */
    public record Arrived(UUID personId, String email) {}

    /** Is to be forgotten, in the same transaction; whoever keeps something of this person lets go of it. */
    public record Erased(UUID personId) {}

    /** Speaks for another organisation, or for none for longer than a mistake lasts: what was entrusted to the former one is closed to this person. */
    public record ChangedOrganisation(UUID personId) {}
}
