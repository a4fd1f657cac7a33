// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.shared.Json;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Texts;
import nl.klankbord.shared.Validation;

/** Takes one field out of all that a dilemma said over time, and puts it back. */
@ApplicationScoped
class CanvasTexts {
    @Inject
    EntityManager em;
    @Inject
    Validation validation;
    @Inject
    Texts texts;

    /** @param now what the field says in the text itself; @param versions by the id of each version that said something there */
    record Kept(JsonNode now, Map<UUID, JsonNode> versions) {
        String text() {
            return CanvasField.text(now);
        }
    }

    /** What stands where the words of a field were: a title must say something. */
    String instead(String field) {
        return field.equals("title") ? texts.get(Locale.of("nl"), "hidden.titleText") : "";
    }

    /** @param kinds of the versions it is taken out of */
    Map<UUID, JsonNode> takeFromVersions(UUID dilemmaId, String field, List<VersionKind> kinds) {
        em.flush();
        Map<UUID, JsonNode> taken = new LinkedHashMap<>();
        em.createQuery("select new nl.klankbord.dilemma.CanvasTexts$Version(v.id, v.canvas) from DilemmaVersion v where v.dilemmaId = :id and v.kind in :kinds", Version.class).setParameter("id", dilemmaId)
                .setParameter("kinds", kinds).getResultList().stream().filter(version -> !CanvasField.text(version.canvas, field).equals(instead(field))).forEach(version -> {
            taken.put(version.id, CanvasField.node(version.canvas, field));
            write(version.id, CanvasField.with(version.canvas, field, instead(field)));
        });
        taken.values().removeIf(node -> CanvasField.text(node).isEmpty());
        return taken;
    }

    void giveBackToVersions(UUID dilemmaId, String field, Map<UUID, JsonNode> kept) {
        em.createQuery("select new nl.klankbord.dilemma.CanvasTexts$Version(v.id, v.canvas) from DilemmaVersion v where v.dilemmaId = :id", Version.class).setParameter("id", dilemmaId).getResultList()
                .stream().filter(version -> kept.containsKey(version.id)).forEach(version -> write(version.id, CanvasField.with(version.canvas, field, kept.get(version.id))));
    }

    /** A version never changes but for this. */
    private void write(UUID version, Canvas canvas) {
        em.createNativeQuery("update dilemma_version set canvas = :canvas where id = :id").setParameter("canvas", Json.write(canvas)).setParameter("id", version).executeUpdate();
    }

    /** What is wrong with a canvas because of what now stands in this field; named as the one text that was typed. */
    List<FieldError> errors(Canvas canvas, String field) {
        return java.util.stream.Stream.concat(validation.errors(canvas).stream(), validation.errors(canvas, Canvas.Submission.class).stream()).filter(error -> error.field().split("\\[")[0].equals(field)).limit(1)
                .map(error -> new FieldError("text", error.code(), error.arguments())).toList();
    }

    record Version(UUID id, Canvas canvas) {}
}
