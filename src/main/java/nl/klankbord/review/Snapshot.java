// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klankbord.shared.Json;

/** What a form holds, field by field and in its order; of what repeats each on a line of its own. */
public record Snapshot(Map<String, String> texts) {
    static final Snapshot NOTHING = new Snapshot(Map.of());

    /** As a form carries it along, to tell later what its writer began from. Null when it is none of ours. */
    static Snapshot read(String json) {
        try {
            Map<String, String> texts = new LinkedHashMap<>();
            Map<?, ?> read = Json.read(json == null ? "" : json, Map.class);
            read.forEach((field, text) -> texts.put(String.valueOf(field), String.valueOf(text)));
            return new Snapshot(texts);
        } catch (IllegalStateException | NullPointerException e) {
            return null;
        }
    }

    public String json() {
        return Json.write(texts);
    }

    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    /** Only what says something, and something else than {@code other}. */
    Snapshot without(Snapshot other) {
        Map<String, String> left = new LinkedHashMap<>(texts);
        left.entrySet().removeIf(entry -> entry.getValue().isBlank() || other != null && entry.getValue().equals(other.texts.get(entry.getKey())));
        return new Snapshot(left);
    }

    /** Only the fields that {@code other} has not. */
    Snapshot beside(Snapshot other) {
        Map<String, String> left = new LinkedHashMap<>(texts);
        left.keySet().removeAll(other.texts.keySet());
        return new Snapshot(left);
    }

    /** What it says, each text by itself. */
    List<String> words() {
        return texts.values().stream().filter(text -> !text.isBlank()).toList();
    }

    boolean isNothing() {
        return texts.isEmpty();
    }

    /** With the texts of {@code other} in the fields that both have. */
    Snapshot with(Snapshot other) {
        Map<String, String> both = new LinkedHashMap<>(texts);
        both.replaceAll((field, text) -> other.texts.getOrDefault(field, text));
        return new Snapshot(both);
    }
}
