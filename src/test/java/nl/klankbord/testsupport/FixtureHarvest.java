// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.testsupport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.Ids;

/** What a fixture's dilemma has yielded: answers to peers, marked passages, a pattern, and lessons in every state. */
record FixtureHarvest(Fixture fixture, Rows rows, Instant now) {

    void insert() {
        for (String seat : List.of("zwolle", "hoorn")) {
            rows.change("update seat set host_choice = 'TAKE_UP', host_why = ? where id = ?", fixture.fill("Omdat", "response." + seat), fixture.id("seat." + seat));
        }
        rows.change("update contribution set host_choice = 'LATER', host_why = ? where id = ?", fixture.fill("Omdat", "response.contribution"), fixture.id("reflection.hoorn"));
        rows.insert("dilemma_version", "id", Ids.next(), "dilemma_id", fixture.id("dilemma"), "kind", "RESTATED", "canvas", Texts.json(Map.of("title", fixture.fill("Anders", "restatement.title"),
                "question", fixture.fill("Een andere vraag", "restatement.question"))), "written_by", fixture.id("person.host"), "written_at", now);
        observation("observation.zwolle", "reflection.zwolle", "text", fixture.word("reflection.zwolle"));
        observation("observation.hoorn", "reflection.hoorn", "trust.text", fixture.word("reflection.hoorn.answer"));
        observation("observation.leeuwarden", "question.leeuwarden", "text", fixture.word("question.leeuwarden"));
        if (fixture.from(Phase.FOLLOW_UP)) {
            observation("observation.closing", "dilemma", "works", fixture.word("closing.works"));
        }
        rows.insert("pattern", "id", fixture.fresh("pattern"), "programme_id", fixture.id("programme"), "statement", fixture.fill("Drie gemeenten zien", "pattern"),
                "made_by", fixture.id("person.coordinator"), "created_at", now);
        rows.insert("pattern_dilemma", "pattern_id", fixture.id("pattern"), "dilemma_id", fixture.id("dilemma"));
        for (String observation : List.of("observation.zwolle", "observation.hoorn", "observation.leeuwarden")) {
            rows.insert("pattern_observation", "pattern_id", fixture.id("pattern"), "observation_id", fixture.id(observation));
        }
        lesson("lesson.draft", "DRAFT", false, null);
        lesson("lesson.published", "PUBLISHED", false, true);
        lesson("lesson.open", "PUBLISHED", true, true);
        lesson("lesson.withdrawn", "WITHDRAWN", false, true);
        rows.insert("text_draft", "person_id", fixture.id("person.coordinator"), "draft_key", "lesson." + fixture.id("lesson.draft") + ".telling", "text",
                fixture.fill("Ik denk nog na over", "typing.lesson"), "updated_at", now, "version", 0);
    }

    private void observation(String name, String source, String field, String word) {
        boolean closing = source.equals("dilemma");
        String text = rows.one("select " + (field.contains(".") ? "json_value(answers, '$." + field + "')" : field) + " from " + (closing ? "dilemma" : "contribution") + " where id = ?", fixture.id(source));
        rows.insert("observation", "id", fixture.fresh(name), "programme_id", fixture.id("programme"), "dilemma_id", fixture.id("dilemma"), "source_type",
                closing ? "CLOSING" : "CONTRIBUTION", "source_id", fixture.id(source), "field", field, "starts", text.indexOf(word) + 1, "length", word.length(),
                "themes", Texts.json(List.of(fixture.fill("", name + ".theme").strip())), "marked_by", fixture.id("person.coordinator"), "created_at", now);
    }

    /** @param given what everyone answered who was asked, or null */
    private void lesson(String name, String status, boolean open, Boolean given) {
        UUID id = fixture.fresh(name);
        rows.insert("lesson", "id", id, "programme_id", fixture.id("programme"), "pattern_id", fixture.id("pattern"), "title", fixture.fill("Les", name + ".title"),
                "statement", fixture.fill("Wie telt, vertelt ook.", name + ".statement"), "conditions", fixture.fill("Als", name + ".conditions"), "counter_example", fixture.fill("Maar niet", name + ".counterExample"),
                "frame", fixture.fill("Overal", name + ".frame"), "local_filling", fixture.fill("Hier", name + ".localFilling"), "counting", fixture.fill("Getal", name + ".counting"),
                "telling", fixture.fill("Verhaal", name + ".telling"), "themes", Texts.json(List.of(fixture.fill("", name + ".theme").strip())), "status", status, "open", open,
                "published_at", status.equals("DRAFT") ? null : now, "created_at", now, "changed_at", Instant.now(), "version", 0);
        for (String author : List.of("peer1", "hoorn", "peer2")) {
            boolean refused = given == null && author.equals("hoorn");
            consent(id, "AUTHOR", "person_id", fixture.id("person." + author), refused ? Boolean.FALSE : given, refused ? fixture.fill("Liever niet", "why.hoorn") : null);
        }
        consent(id, "HOST", "dilemma_id", fixture.id("dilemma"), given, null);
    }

    private void consent(UUID lesson, String kind, String column, UUID whom, Boolean given, String why) {
        rows.insert("lesson_consent", "id", Ids.next(), "lesson_id", lesson, "kind", kind, column, whom, "asked_at", now, "due_at", now.plus(Duration.ofDays(14)), "given", given, "why", why);
    }
}
