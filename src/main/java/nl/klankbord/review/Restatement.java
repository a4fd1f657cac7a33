// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.contribution.DraftFinder.Draft;
import nl.klankbord.contribution.DraftKey;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.web.Form;

/**
 * The form of a dilemma said anew.
 *
 * @param values by field: what is there, or what was typed just now
 * @param fresh  whether nothing was typed just now, so that one's drafts show
 * @param previews how what was typed will look, empty before one asks
 */
public record Restatement(DilemmaFinder.Text text, Map<String, String> values, boolean fresh, Map<String, Draft> drafts, List<Form.Error> errors, List<Preview> previews) {

    static List<String> keys(UUID dilemma) {
        return Stream.of("title", "question", "intention", "tension", "assumptions").map(field -> DraftKey.restatement(dilemma, field)).toList();
    }

    public String key(String field) {
        return DraftKey.restatement(text.id(), field);
    }

    public String value(String field) {
        Draft draft = fresh ? drafts.get(key(field)) : null;
        return draft == null ? values.get(field) : draft.text();
    }

    public int version(String field) {
        return drafts.containsKey(key(field)) ? drafts.get(key(field)).version() : 0;
    }
}
