// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.shared.Json;

/** What someone is typing in a form that is not saved yet. Nobody else ever reads it. */
@Entity
@IdClass(TextDraft.Key.class)
class TextDraft {
    @Id
    private UUID personId;
    @Id
    private String draftKey;
    private String text;
    private Instant updatedAt;
    @Version
    private int version;

    protected TextDraft() {}

    TextDraft(UUID personId, String draftKey, String text, Instant now) {
        this.personId = personId;
        this.draftKey = draftKey;
        write(text, now);
    }

    final void write(String text, Instant now) {
        this.text = text;
        this.updatedAt = now;
    }

    int version() {
        return version;
    }

    /** Of a draft of several fields what each says; none where it holds something else, as anybody may write her own drafts. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            Map<?, ?> read = Json.read(text, Map.class);
            read.forEach((field, said) -> fields.put(String.valueOf(field), String.valueOf(said)));
        } catch (IllegalStateException | NullPointerException e) {
            fields.clear();
        }
        return fields;
    }

    record Key(UUID personId, String draftKey) {}
}
