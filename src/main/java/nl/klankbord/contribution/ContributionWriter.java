// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody who wrote on a reflection, or on its mirror. What it said when she wrote last stays hers, whatever colleagues make of it. */
@Entity
@IdClass(ContributionWriter.Key.class)
class ContributionWriter {
    @Id
    private UUID contributionId;
    @Id
    private UUID personId;
    private UUID dilemmaId;
    private Instant wroteSince;
    private String text;
    private String example;
    private String advice;
    @Convert(converter = AnswersColumn.class)
    private List<Answer> answers;
    @Convert(converter = AssumptionsColumn.class)
    private List<String> assumptions;
    private Instant mirrorSince;
    private String mirror;

    protected ContributionWriter() {}

    ContributionWriter(UUID dilemmaId, Key key) {
        this.contributionId = key.contributionId;
        this.personId = key.personId;
        this.dilemmaId = dilemmaId;
    }

    /** @param at when, if it is the first time */
    void write(ContributionText content, Instant at) {
        this.wroteSince = wroteSince == null ? at : wroteSince;
        this.text = content.text();
        this.example = content.example();
        this.advice = content.advice();
        this.answers = content.answers();
        this.assumptions = content.assumptions();
    }

    /** @param at when, if it is the first time */
    void mirror(String text, Instant at) {
        this.mirrorSince = mirrorSince == null ? at : mirrorSince;
        this.mirror = text;
    }

    boolean mirrored() {
        return mirrorSince != null;
    }

    record Key(UUID contributionId, UUID personId) {}
}
