// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.klankbord.shared.Ids;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;

/** What goes on beside the council's case, so that its pages look as they do in a programme that is alive. */
record Meanwhile(String programme, Clock clock) {
    private static final List<List<String>> EARLIER_LESSONS = List.of(
            List.of("Eén vast gezicht scheelt inwoners drie keer hun verhaal doen", "Inwoners willen één persoon die hen kent. Dat kost niet meer uren. Het vraagt wel dat teams elkaar vertrouwen.", "toegang", "wijkteams"),
            List.of("Vertel de raad ook wat niet lukte", "Wie alleen vertelt wat goed gaat, krijgt later vragen. Een eerlijk verhaal over een misser geeft de raad juist vertrouwen.", "raad en college", "monitoring"),
            List.of("Schaf een formulier af voor u een nieuw maakt", "Elke nieuwe lijst lijkt klein. Samen kosten ze een team een dag per week. Spreek af: één erbij is één eraf.", "minder regels", "wijkteams"),
            List.of("Laat aanbieders samen het verhaal achter de wachttijd vertellen", "Apart wijzen ze naar elkaar. Samen aan tafel zien ze waar het vastloopt, en wat ze zelf kunnen veranderen.", "inkoop", "monitoring"),
            List.of("Vraag inwoners eerder, niet vaker", "Eén gesprek aan het begin leert u meer dan vier vragenlijsten achteraf. En u kunt er nog iets mee.", "inwoners"));

    /** Venlo brings in a dilemma too, and Zwolle is asked to think along there. */
    void anotherDilemma(String round) {
        Api venlo = Api.as("peer3");
        String id = venlo.post("/rounds/" + round + "/dilemmas", Map.of("title", "Jongeren wachten te lang op hulp die past", "question", "Hoe sturen we op wachttijd zonder dat we jongeren alleen maar doorschuiven?",
                "intention", "Een jongere krijgt hulp van iemand die blijft.", "tension", "Snel helpen en goed helpen trekken elk een kant op.")).is(201).id();
        venlo.post("/dilemmas/" + id + "/submission").is(201);
        Api coordinator = Api.as("coordinator");
        coordinator.post("/dilemmas/" + id + "/acceptance").is(201);
        String seat = coordinator.post("/dilemmas/" + id + "/peers", Map.of("municipalityCode", "GM0193")).is(201).id();
        venlo.post("/seats/" + seat + "/host-agreements", Map.of("agreed", true)).is(201);
    }

    /** Another programme begins, with house rules to read first. */
    void anotherProgramme() {
        String id = Api.as("coordinator").post("/programmes", Map.of("name", "Inkopen met aandacht", "purpose", "Samen leren hoe je inkoopt zonder dat de bedoeling verdwijnt.", "houseRules", "Wat u leest, blijft in de kring."))
                .is(201).id();
        Api.as("coordinator").post("/programmes/" + id + "/memberships", Map.of("email", People.email("peer1"), "role", "PARTICIPANT")).is(201);
    }

    /** Lessons brought along from an older library. */
    void earlierLessons() {
        try (Rows rows = Rows.open()) {
            for (int i = 0; i < EARLIER_LESSONS.size(); i++) {
                List<String> lesson = EARLIER_LESSONS.get(i);
                var at = clock.instant().minus(Duration.ofDays(40L + 9 * i));
                rows.insert("lesson", "id", Ids.next(), "programme_id", programme, "title", lesson.get(0), "statement", lesson.get(1), "themes", "[\"" + String.join("\",\"", lesson.subList(2, lesson.size())) + "\"]",
                        "status", "PUBLISHED", "open", true, "published_at", at, "created_at", at, "changed_at", java.time.Instant.now(), "version", 0);
            }
        }
    }
}
