// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.klankbord.dilemma.HostChoice;
import nl.klankbord.shared.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What someone says in a dilemma, from a seat or as its coordinator. */
@Entity
public class Contribution {
    @Id
    private UUID id;
    private UUID dilemmaId;
    private UUID seatId;
    private UUID authorId;
    private UUID writtenBy;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ContributionKind kind;
    private String text;
    private String example;
    private String advice;
    @Convert(converter = AnswersColumn.class)
    private List<Answer> answers;
    @Convert(converter = AssumptionsColumn.class)
    private List<String> assumptions;
    @Convert(converter = AssumptionsColumn.class)
    private List<String> pickedAssumptions;
    @Convert(converter = PassageColumn.class)
    private Passage passage;
    private UUID inReplyTo;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private HostChoice hostChoice;
    private String hostWhy;
    private UUID hostAnsweredBy;
    private Instant createdAt;
    private Instant submittedAt;
    private UUID submittedBy;
    private Instant withdrawnAt;
    private UUID withdrawnBy;
    private Instant hiddenAt;
    @Version
    private int version;

    protected Contribution() {}

    Contribution(UUID dilemmaId, UUID seatId, UUID authorId, ContributionText content, List<String> offered, Instant now) {
        this.id = Ids.next();
        this.dilemmaId = dilemmaId;
        this.seatId = seatId;
        this.authorId = authorId;
        this.kind = content.kind();
        this.passage = content.passage();
        this.inReplyTo = content.inReplyTo();
        this.createdAt = now;
        this.submittedAt = kind == ContributionKind.REFLECTION ? null : now;
        write(content, offered, authorId);
    }

    /** @param offered the host's own list of assumptions; {@code by}: who holds the pen: a colleague may go on where the author stopped. Returns whether it says something else now */
    final boolean write(ContributionText content, List<String> offered, UUID by) {
        boolean changed = text == null || !content().saysTheSame(content);
        this.writtenBy = changed ? by : writtenBy;
        this.text = content.text();
        this.example = content.example();
        this.advice = content.advice();
        this.answers = content.answers();
        // Once picked it stays so, also when the host has since put it in other words.
        List<String> before = pickedAssumptions == null ? List.of() : pickedAssumptions;
        this.assumptions = content.assumptions();
        this.pickedAssumptions = assumptions.stream().filter(one -> offered.contains(one) || before.contains(one)).toList();
        return changed;
    }

    UUID id() {
        return id;
    }

    UUID dilemmaId() {
        return dilemmaId;
    }

    UUID seatId() {
        return seatId;
    }

    UUID authorId() {
        return authorId;
    }

    UUID lastWriter() {
        return writtenBy == null ? authorId : writtenBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    ContributionKind kind() {
        return kind;
    }

    /** As it is now; its mirror stands apart. */
    ContributionText content() {
        return new ContributionText(kind, text, passage, inReplyTo, assumptions, example, advice, null, answers, true);
    }

    int version() {
        return version;
    }

    boolean submitted() {
        return submittedAt != null;
    }

    boolean withdrawn() {
        return withdrawnAt != null;
    }

    void submit(UUID by, Instant now) {
        submittedAt = now;
        submittedBy = by;
    }

    /** @param by null where its writers did not do so themselves */
    void withdraw(UUID by, Instant now) {
        withdrawnAt = now;
        withdrawnBy = by;
    }

    void putBack() {
        withdrawnAt = null;
        withdrawnBy = null;
    }

    boolean hidden() {
        return hiddenAt != null;
    }

    void hide(Instant now) {
        hiddenAt = now;
    }

    void show() {
        hiddenAt = null;
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

    void hearHost(HostChoice choice, String why, UUID by) {
        this.hostChoice = choice;
        this.hostWhy = why;
        this.hostAnsweredBy = by;
    }

    boolean answered() {
        return hostChoice != null;
    }

    /** A text was withdrawn, in the same transaction; what was made of it must let go of it. */
    public record Withdrawn(UUID contributionId, UUID dilemmaId) {}
}
