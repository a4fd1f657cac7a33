// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.contribution.UnsavedFinder;
import nl.klankbord.shared.Json;
import nl.klankbord.web.Language;

/**
 * What one typed and does not stand where it was typed, to read and to copy.
 *
 * @param reflection whether it was typed in a reflection
 */
public record UnsavedText(String key, UUID dilemmaId, boolean reflection, List<Preview> words) {
    private static final String REFLECTION = "unmerged.reflection";
    private static final Map<String, String> LABELS = Map.of("question", "kind.QUESTION", "answer", "kind.ANSWER", "remark", "kind.REMARK", "recognition", "recognition.example", "response", "response.why",
            "step", "step.text", "step-from-mirror", "step.text", "step-text", "step.text", "step-report", "step.report");
    /** What was chosen is soon chosen again. */
    private static final Set<String> CHOSEN = Set.of("goal", "character", "circle");

    static UnsavedText of(UnsavedFinder.Unsaved one, Language language) {
        return new UnsavedText(one.key(), one.dilemmaId(), one.form().equals(REFLECTION), words(one, language));
    }

    private static List<Preview> words(UnsavedFinder.Unsaved one, Language language) {
        if (one.form().equals(REFLECTION)) {
            Snapshot typed = Snapshot.read(one.text());
            return typed == null ? List.of() : Preview.ofTyped(one.asked(), typed, language);
        }
        if (one.form().startsWith("unmerged.intake.") || one.form().startsWith("intake.")) {
            return fields(one.text()).stream().filter(field -> !CHOSEN.contains(field.getKey()) && !field.getValue().isBlank())
                    .map(field -> new Preview(label("canvas." + field.getKey(), language), field.getValue())).toList();
        }
        return List.of(new Preview(label(LABELS.getOrDefault(one.form(), one.form().replace("restatement.", "canvas.")), language), one.text()));
    }

    /** Of a form as a whole: what was put aside of it names its fields; what a browser keeps of it lists them. */
    private static List<Map.Entry<String, String>> fields(String text) {
        Snapshot named = Snapshot.read(text);
        if (named == null) {
            return List.of();
        }
        return named.texts().containsKey("fields") ? listed(named.text("fields")) : List.copyOf(named.texts().entrySet());
    }

    private static List<Map.Entry<String, String>> listed(String fields) {
        try {
            List<Map.Entry<String, String>> listed = new ArrayList<>();
            for (List<?> field : Json.read(fields, List[].class)) {
                // What is ticked holds no words.
                if (field.size() == 2 && field.get(1) instanceof String said) {
                    listed.add(Map.entry(String.valueOf(field.get(0)).replaceAll("\\[.*", ""), said));
                }
            }
            return listed;
        } catch (IllegalStateException | NullPointerException e) {
            return List.of();
        }
    }

    private static String label(String key, Language language) {
        return language.has(key) ? key : "texts.else";
    }
}
