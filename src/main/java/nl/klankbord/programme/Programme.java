// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

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

/** Municipalities that learn together on a theme, under one set of house rules. */
@Entity
public class Programme {
    @Id
    private UUID id;
    private String name;
    private String purpose;
    private int houseRulesVersion;
    private Integer minutesBudget;
    private Integer retentionMonths;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private RetentionWay retentionWay;
    private Instant createdAt;
    @Version
    private int version;

    protected Programme() {}

    Programme(String name, String purpose, Instant now) {
        this.id = Ids.next();
        this.name = name;
        this.purpose = purpose;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    int version() {
        return version;
    }

    void describe(String name, String purpose) {
        this.name = name;
        this.purpose = purpose;
    }

    /** How many minutes a round may ask of a municipality; null when nothing is agreed. */
    void budget(Integer minutes) {
        this.minutesBudget = minutes;
    }

    /** How many months texts stay after their dilemma is closed, and what becomes of them then; both null: they stay. */
    void retain(Integer months, RetentionWay way) {
        this.retentionMonths = months;
        this.retentionWay = way;
    }

    /** The next version of the house rules, which everyone accepts anew. */
    HouseRules adopt(String text, Instant now) {
        houseRulesVersion++;
        return new HouseRules(id, houseRulesVersion, text, now);
    }

    int houseRulesVersion() {
        return houseRulesVersion;
    }

    /**
     * Someone wrote what it is for and its house rules, in the same transaction.
     *
     * @param programmeId null when it was made just now
     */
    public record Described(UUID programmeId, UUID by) {}
}
