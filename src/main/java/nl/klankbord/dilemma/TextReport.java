// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.shared.Digest;
import nl.klankbord.shared.Ids;

/** Someone says that a person can be recognised in a text of a dilemma. It keeps the words from all but their writer until she has put others there, or the reader takes it back. */
@Entity
class TextReport {
    @Id
    private UUID id;
    private UUID dilemmaId;
    private String kind;
    private UUID thingId;
    private String field;
    private String words;
    private UUID reportedBy;
    private String why;
    private Instant reportedAt;
    private Instant liftedAt;
    private String liftedWords;
    private Instant rewrittenAt;

    protected TextReport() {}

    TextReport(UUID dilemmaId, TextName name, String words, UUID by, String why, Instant now) {
        this.id = Ids.next();
        this.dilemmaId = dilemmaId;
        this.kind = name.kind();
        this.thingId = name.thing();
        this.field = name.field();
        this.words = words;
        this.reportedBy = by;
        this.why = why;
        this.reportedAt = now;
    }

    UUID id() {
        return id;
    }

    TextName name() {
        return new TextName(kind, field, thingId);
    }

    UUID dilemmaId() {
        return dilemmaId;
    }

    String words() {
        return words;
    }

    /** @param shown the words that all read again: known by a digest, for their writer may still take them away */
    void lift(Collection<String> shown, Instant now) {
        liftedAt = now;
        liftedWords = shown.stream().map(this::digest).collect(Collectors.joining(" "));
        words = null;
    }

    /** Whether these words were hidden by it and shown again. */
    boolean lifted(String words) {
        return liftedWords != null && liftedWords.contains(digest(words));
    }

    private String digest(String words) {
        return Digest.of(id + words);
    }

    /** Of the people whose words these are, one has put others there. */
    void keep(String words) {
        this.words = words;
    }

    /** Other words stand there; those are gone for good. */
    void rewritten(Instant now) {
        rewrittenAt = now;
        words = null;
    }
}
