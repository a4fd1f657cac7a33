// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpTopicTest {

    @ParameterizedTest
    @CsvSource({"/, WORK", "/programmes, PROGRAMME", "/programmes/1, PROGRAMME", "/programmes/1/house-rules, PROGRAMME", "/programmes/1/people/import, PEOPLE", "/programmes/1/methods/2, PLANNING",
            "/programmes/1/rounds/new, PLANNING", "/rounds/1/timetable, PLANNING", "/programmes/1/board, BOARD", "/programmes/1/rotation, BOARD", "/programmes/1/harvest, HARVEST", "/dilemmas/1/harvest, HARVEST",
            "/patterns/1/lesson, HARVEST", "/lessons/1/edit, HARVEST", "/lessons/1, LIBRARY", "/library, LIBRARY", "/search, LIBRARY", "/rounds/1, ROUND", "/rounds/1/matching, MATCHING",
            "/rounds/1/dilemmas/new, INTAKE", "/dilemmas/1/edit/tension, INTAKE", "/dilemmas/1/restatement, INTAKE", "/dilemmas/1, DILEMMA", "/dilemmas/1/versions, DILEMMA", "/contributions/1/attachments, DILEMMA", "/dilemmas/1/reflection, REFLECTION",
            "/dilemmas/1/session, SESSION", "/texts, TEXTS", "/steps/1, STEPS", "/contacts, CONTACTS", "/dilemmas/1/steps/new, STEPS", "/dilemmas/1/again, INTAKE", "/people/1/erasure, PROFILE", "/programmes/1/audit, PROGRAMME", "/profile, PROFILE", "/municipality, MUNICIPALITY", "/administration/municipalities, ADMINISTRATION", "/guest/renewal, GUEST"})
    void each_page_leads_to_the_words_about_it(String path, HelpTopic topic) {
        assertThat(HelpTopic.link(path)).isEqualTo("/help#" + topic.getAnchor());
    }

    @Test
    void a_page_nobody_wrote_about_leads_to_whom_to_ask() {
        assertThat(HelpTopic.link("/help")).isEqualTo("/help#ask");
        assertThat(HelpTopic.link("/somewhere/else")).isEqualTo("/help#ask");
    }
}
