// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.klankbord.contribution.DraftFinder.Draft;
import nl.klankbord.web.Form;

/**
 * The form of a lesson: what is saved, or typed and not saved yet.
 *
 * @param about   the pattern of a new lesson, or the lesson
 * @param version of the lesson; null for a new one
 * @param values  by name of the field
 * @param drafts  one's own unsaved texts, by key
 * @param beside  what it is drawn from, for who may read it
 */
public record LessonForm(UUID about, Integer version, Map<String, String> values, boolean open, Map<String, Draft> drafts, Beside beside, List<Form.Error> errors) {
    static final List<String> TEXTS = List.of("title", "statement", "conditions", "counterExample", "frame", "localFilling", "counting", "telling");

    /** @param statement of the pattern */
    public record Beside(String statement, List<ObservationFinder.Shown> observations) {}

    static Map<String, String> values(Wording wording) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("title", wording.title());
        values.put("statement", wording.statement());
        values.put("conditions", wording.conditions());
        values.put("counterExample", wording.counterExample());
        values.put("frame", wording.frame());
        values.put("localFilling", wording.localFilling());
        values.put("counting", wording.counting());
        values.put("telling", wording.telling());
        values.put("themes", String.join(", ", wording.themes()));
        values.replaceAll((field, value) -> Objects.toString(value, ""));
        return values;
    }

    /** Begins the keys of all one's own unsaved texts about this pattern or lesson. */
    static String prefix(UUID about) {
        return "lesson." + about + ".";
    }

    public boolean isFresh() {
        return version == null;
    }

    public String key(String field) {
        return prefix(about) + (version == null ? "new" : "v" + version) + "." + field;
    }

    /** What one typed before somebody else saved, and did not save. */
    public List<String> getOlder() {
        String present = key("");
        return drafts.values().stream().filter(draft -> !draft.key().startsWith(present)).map(Draft::text).filter(text -> !text.isBlank()).sorted().toList();
    }

    /** What was typed just now, or else what was being typed earlier, or else what is saved. */
    public String value(String field) {
        Draft draft = errors.isEmpty() ? drafts.get(key(field)) : null;
        return draft == null ? values.get(field) : draft.text();
    }

    public int draftVersion(String field) {
        Draft draft = drafts.get(key(field));
        return draft == null ? 0 : draft.version();
    }

    public String error(String field) {
        return errors.stream().filter(error -> error.field().equals(field)).map(Form.Error::message).findFirst().orElse(null);
    }
}
