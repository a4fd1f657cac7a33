// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.klankbord.shared.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A place of a host, peer, guest or facilitator at one dilemma: the unit of sealing, turns and progress. */
@Entity
public class Seat {
    @Id
    private UUID id;
    private UUID dilemmaId;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SeatKind kind;
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 6)
    private String municipalityCode;
    private String invitedEmail;
    private UUID guestId;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Voice voice;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SeatStatus status;
    private String conflict;
    private String reason;
    private Instant askedAt;
    private Instant acceptedAt;
    private Instant reflectionBegunAt;
    private Instant reflectionSubmittedAt;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private HostChoice hostChoice;
    private String hostWhy;
    private UUID hostAnsweredBy;
    @Version
    private int version;

    protected Seat() {}

    private Seat(UUID dilemmaId, SeatKind kind, String municipalityCode, String invitedEmail, SeatStatus status) {
        this.id = Ids.next();
        this.dilemmaId = dilemmaId;
        this.kind = kind;
        this.municipalityCode = municipalityCode;
        this.invitedEmail = invitedEmail;
        this.status = status;
    }

    static Seat ofHost(UUID dilemmaId, String municipalityCode, Instant now) {
        Seat seat = new Seat(dilemmaId, SeatKind.HOST, municipalityCode, null, SeatStatus.ACCEPTED);
        seat.acceptedAt = now;
        return seat;
    }

    public static Seat proposedPeer(UUID dilemmaId, String municipalityCode) {
        return new Seat(dilemmaId, SeatKind.PEER, municipalityCode, null, SeatStatus.PROPOSED);
    }

    public static Seat proposedFacilitator(UUID dilemmaId, String email) {
        return new Seat(dilemmaId, SeatKind.FACILITATOR, null, email, SeatStatus.PROPOSED);
    }

    public static Seat proposedGuest(UUID dilemmaId, UUID guestId, Voice voice) {
        Seat seat = new Seat(dilemmaId, SeatKind.GUEST, null, null, SeatStatus.PROPOSED);
        seat.guestId = guestId;
        seat.voice = voice;
        return seat;
    }

    public UUID id() {
        return id;
    }

    public UUID dilemmaId() {
        return dilemmaId;
    }

    public SeatKind kind() {
        return kind;
    }

    public SeatStatus status() {
        return status;
    }

    public int version() {
        return version;
    }

    public String municipalityCode() {
        return municipalityCode;
    }

    public String invitedEmail() {
        return invitedEmail;
    }

    public UUID guestId() {
        return guestId;
    }

    public boolean reflectionSubmitted() {
        return reflectionSubmittedAt != null;
    }

    /** Since when somebody is asked about it: the host to agree, then the invited to answer. */
    public void asked(Instant now) {
        askedAt = now;
    }

    /** The host's yes or no; a no needs no reason. */
    public void agree(boolean agreed) {
        status = agreed ? SeatStatus.INVITED : SeatStatus.REFUSED;
    }

    /** The host's answer does not count any more. */
    public void askHostAgain(Instant now) {
        status = SeatStatus.PROPOSED;
        askedAt = now;
    }

    /** What was asked is asked no more. */
    public void lapse() {
        status = SeatStatus.LAPSED;
    }

    public void decline(String conflict, String reason) {
        this.status = conflict == null ? SeatStatus.DECLINED : SeatStatus.CONFLICT;
        this.conflict = conflict;
        this.reason = reason;
    }

    public SeatPerson accept(UUID person, Instant now) {
        status = SeatStatus.ACCEPTED;
        acceptedAt = now;
        return new SeatPerson(this, person, now);
    }

    void leave() {
        status = SeatStatus.LEFT;
    }

    public void beginReflection(Instant now) {
        reflectionBegunAt = reflectionBegunAt == null ? now : reflectionBegunAt;
    }

    /** Stays, whatever happens to the text afterwards. */
    public void submitReflection(Instant now) {
        reflectionSubmittedAt = now;
    }

    String hostWhy() {
        return hostWhy;
    }

    /** Takes the words away or puts them back; the choice and who made it stay. */
    void rewordHost(String why) {
        this.hostWhy = why;
    }

    /** In other words, which are those of who wrote them. The choice stays. */
    void rewordHost(String why, UUID by) {
        this.hostWhy = why;
        this.hostAnsweredBy = by;
    }

    public void hearHost(HostChoice choice, String why, UUID by) {
        this.hostChoice = choice;
        this.hostWhy = why;
        this.hostAnsweredBy = by;
    }

    public boolean answered() {
        return hostChoice != null;
    }

    /** Someone took a seat, in the same transaction. */
    public record Taken(UUID dilemmaId, UUID personId) {}

    /** Someone answered an invitation, in the same transaction. */
    public record Answered(UUID dilemmaId, UUID by) {}

    /** An invitation is over without an answer, in the same transaction. @param guestId null when it was no guest's */
    public record Lapsed(UUID seatId, UUID guestId) {}
}
