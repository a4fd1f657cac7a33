// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.klankbord.shared.Json;

/** One field of a canvas that holds words: what it says, and the canvas with something else there. What repeats is a line each. */
final class CanvasField {
    static final List<String> ALL = List.of("title", "question", "intention", "outcome", "tension", "stip", "foto", "paths", "experiment", "stopList", "assumptions", "tried", "roles");

    private CanvasField() {}

    static boolean isOne(String field) {
        return field != null && ALL.contains(field);
    }

    static String text(Canvas canvas, String field) {
        return text(node(canvas, field));
    }

    /** As it stands, each item and part by itself. */
    static JsonNode node(Canvas canvas, String field) {
        return Json.tree(canvas.tidy()).get(field);
    }

    static String text(JsonNode node) {
        return node.isTextual() ? node.asText() : StreamSupport.stream(node.spliterator(), false).map(item -> item.isTextual() ? item.asText()
                : List.of("party", "role", "interest").stream().map(part -> item.path(part).asText("")).collect(Collectors.joining("; "))).collect(Collectors.joining("\n"));
    }

    static Canvas with(Canvas canvas, String field, String text) {
        ObjectNode tree = (ObjectNode) Json.tree(canvas.tidy());
        if (tree.get(field).isTextual()) {
            tree.put(field, text);
        } else {
            List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            tree.set(field, Json.tree(field.equals("roles") ? new ArrayList<Object>(lines.stream().map(CanvasField::role).toList()) : lines));
        }
        return Json.read(tree.toString(), Canvas.class).tidy();
    }

    /** With what once stood there. Reports of before keep no more than its text. */
    static Canvas with(Canvas canvas, String field, JsonNode before) {
        ObjectNode tree = (ObjectNode) Json.tree(canvas.tidy());
        if (before.isTextual()) {
            return with(canvas, field, before.asText());
        }
        tree.set(field, before);
        return Json.read(tree.toString(), Canvas.class).tidy();
    }

    private static Canvas.PartyRole role(String line) {
        String[] parts = line.split(";", 3);
        return new Canvas.PartyRole(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "", parts.length > 2 ? parts[2].strip() : "");
    }
}
