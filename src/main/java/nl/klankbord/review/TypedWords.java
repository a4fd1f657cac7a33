// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.klankbord.contribution.Questions;
import nl.klankbord.round.Question;
import nl.klankbord.shared.Texts;
import nl.klankbord.web.Form;
import nl.klankbord.web.Language;

/** What was typed in a reflection, each text below the question it answers; also where that is asked no more. */
@ApplicationScoped
class TypedWords {
    @Inject
    Texts texts;
    @Inject
    Language language;

    /** @param asked what a programme asks in its own words; null for none */
    List<Preview> of(List<Question> asked, Snapshot typed) {
        return typed.texts().entrySet().stream().filter(one -> !one.getValue().isBlank()).map(one -> named(asked, new Both.Field(one.getKey(), "reflection", null, "", one.getValue(), "", List.of()))).toList();
    }

    private Preview named(List<Question> asked, Both.Field field) {
        String words = Questions.words(asked, field.getQuestion());
        boolean list = field.name().equals("assumptions");
        String label = field.isReason() ? "reflection.skipWhy" : words != null || texts.has(language.locale(), field.getLabel()) ? field.getLabel() : "reflection.else";
        return new Preview(label, field.isReason() ? null : words, list ? "" : field.typed(), list ? Form.lines(field.typed()) : List.of(), field.name().equals("mirror"));
    }
}
