// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Version;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.shared.Ids;
import nl.klankbord.shared.SchoolHolidays;
import nl.klankbord.shared.WorkingDays;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.MapKeyJdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Template of a round: how many working days each stage takes, how many peers a dilemma needs, how many reflections suffice.
 * Rounds read these rules as they go, so a method that a round was made with stays as it is; who wants it otherwise copies it.
 */
@Entity
public class Method {
    @Id
    private String methodKey;
    /** Null for those that Klankbord brings along, which nobody changes. */
    private UUID programmeId;
    private String name;
    private int minimumPeers;
    private Integer maximumPeers;
    private int quorum;
    private String protocol;
    /** Null: those of its protocol. */
    @Convert(converter = StepsColumn.class)
    private List<ProtocolStep> ownSteps;
    private String questionSet;
    /** Null: those of its set. */
    @Convert(converter = QuestionsColumn.class)
    private List<Question> ownQuestions;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "method_phase", joinColumns = @JoinColumn(name = "method_key"))
    @MapKeyColumn(name = "stage")
    @MapKeyEnumerated(EnumType.STRING)
    @MapKeyJdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "working_days")
    private Map<Stage, Integer> workingDays = new HashMap<>();
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "method_holiday_region", joinColumns = @JoinColumn(name = "method_key"))
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "region")
    private Set<SchoolHolidays.Region> holidayRegions = new HashSet<>();
    @Version
    private int version;

    protected Method() {}

    /** A copy that this programme may change. */
    Method(UUID programmeId, Method from, String name) {
        this.methodKey = Ids.next().toString();
        this.programmeId = programmeId;
        change(from.rules().named(name));
    }

    final void change(MethodRules rules) {
        this.name = rules.name().strip();
        this.minimumPeers = rules.minimumPeers();
        this.maximumPeers = rules.maximumPeers();
        this.quorum = rules.quorum();
        this.protocol = rules.protocol();
        this.ownSteps = rules.steps();
        this.questionSet = rules.questionSet() == null ? questionSet : rules.questionSet();
        this.ownQuestions = rules.questions();
        this.workingDays.putAll(rules.workingDays());
        this.holidayRegions.retainAll(rules.holidayRegions());
        this.holidayRegions.addAll(rules.holidayRegions());
    }

    MethodRules rules() {
        return new MethodRules(name, new EnumMap<>(workingDays), minimumPeers, maximumPeers, quorum, protocol, ownSteps, questionSet, ownQuestions, Set.copyOf(holidayRegions));
    }

    String key() {
        return methodKey;
    }

    UUID programmeId() {
        return programmeId;
    }

    /** Those of another programme do not exist for this one. */
    boolean isFor(UUID programme) {
        return programmeId == null || programmeId.equals(programme);
    }

    int version() {
        return version;
    }

    public int minimumPeers() {
        return minimumPeers;
    }

    /** Null: as many as there are. */
    public Integer maximumPeers() {
        return maximumPeers;
    }

    public int quorum() {
        return quorum;
    }

    public int workingDays(Stage stage) {
        return workingDays.get(stage);
    }

    Map<Stage, Integer> workingDays() {
        return workingDays;
    }

    public Set<SchoolHolidays.Region> holidayRegions() {
        return holidayRegions;
    }

    /** The days that count in rounds of this method. */
    public WorkingDays days(WorkingDays calendar) {
        return holidayRegions.isEmpty() ? calendar : calendar.without(holidayRegions);
    }

    /** Someone changed or removed it, in the same transaction. */
    public record Changed(String key, UUID by) {}
}
