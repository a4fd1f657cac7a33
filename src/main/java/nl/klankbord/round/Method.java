// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.MapKeyJdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Template of a round: how many working days each stage takes, how many peers a dilemma needs, how many reflections suffice. */
@Entity
@Immutable
public class Method {
    @Id
    private String methodKey;
    private int minimumPeers;
    private int quorum;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "method_phase", joinColumns = @JoinColumn(name = "method_key"))
    @MapKeyColumn(name = "stage")
    @MapKeyEnumerated(EnumType.STRING)
    @MapKeyJdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "working_days")
    private Map<Stage, Integer> workingDays;

    protected Method() {}

    public int minimumPeers() {
        return minimumPeers;
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
}
