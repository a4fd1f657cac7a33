// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.step;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.contribution.DraftFinder.Draft;
import nl.klankbord.contribution.DraftKey;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.web.Form;

/**
 * The page of one step.
 *
 * @param changes whether the reader may change it
 * @param people  who may own it, for who changes it
 * @param drafts  what was being typed
 * @param typed   what was sent and could not be saved
 */
public record StepView(StepFinder.Shown step, boolean changes, List<DilemmaFinder.PersonShown> people, Map<String, Draft> drafts, Typed typed) {

    public boolean owns(UUID person) {
        return person.toString().equals(typed.in("change") ? typed.third : step.ownerId().toString());
    }

    /** Somebody who left her place still owns it, until it is given to another. */
    public boolean isOwnerGone() {
        return people.stream().noneMatch(one -> one.id().equals(step.ownerId()));
    }

    public String getText() {
        return typed.in("change") ? typed.first : kept(getTextKey(), step.text());
    }

    public String getDueOn() {
        return typed.in("change") ? typed.second : step.dueOn().toString();
    }

    public String getReport() {
        return typed.in("report") ? typed.first : kept(getReportKey(), step.report());
    }

    public String getUntil() {
        return typed.in("report") ? typed.second : "";
    }

    public String getOutcome() {
        return typed.in("report") ? typed.third : null;
    }

    public String getTextKey() {
        return DraftKey.stepText(step.id());
    }

    public String getReportKey() {
        return DraftKey.stepReport(step.id());
    }

    public int version(String key) {
        return drafts.containsKey(key) ? drafts.get(key).version() : 0;
    }

    private String kept(String key, String otherwise) {
        return drafts.containsKey(key) ? drafts.get(key).text() : otherwise;
    }

    static List<String> keys(UUID step) {
        return List.of(DraftKey.stepText(step), DraftKey.stepReport(step));
    }

    /** Both forms of the page have a date, and ask whether nobody can be recognised; each has its own place. */
    static List<Form.Error> placed(Typed typed, List<Form.Error> errors) {
        return errors.stream().map(error -> error.field().equals("sure") ? new Form.Error("sure-" + typed.form, error.message())
                : typed.in("report") && error.field().equals("dueOn") ? new Form.Error("until", error.message()) : error).toList();
    }

    /** @param form the one that was sent, change or report */
    public record Typed(String form, String first, String second, String third) {
        static final Typed NOTHING = new Typed("", null, null, null);

        public boolean in(String name) {
            return form.equals(name);
        }
    }
}
