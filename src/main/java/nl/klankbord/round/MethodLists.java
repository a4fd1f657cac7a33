// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.klankbord.shared.Texts;
import nl.klankbord.web.Form;
import nl.klankbord.web.Language;

/**
 * The lists of its own that the form of a method shows.
 *
 * @param questions null: it names a set; {@code steps} null: it names a protocol
 * @param typed     what brought the form back with what was typed: a button, {@code kept} or {@code sent}; null when it shows what is saved
 */
record MethodLists(List<QuestionRows.Row> questions, List<StepRows.Row> steps, String typed) {
    private static final Pattern IN_ROW = Pattern.compile("(" + QuestionRows.NAME + "|" + StepRows.NAME + ")\\[(\\d+)]\\..*");

    static MethodLists of(MethodFinder.Shown shown, Texts texts, Locale locale) {
        return new MethodLists(shown.ownQuestions() ? QuestionRows.of(shown.questions(), texts, locale) : null, shown.ownSteps() ? StepRows.of(shown.steps(), texts, locale) : null, null);
    }

    static MethodLists typed(QuestionRows questions, StepRows steps) {
        return new MethodLists(questions.own() == null ? null : questions.filled(), steps.own() == null ? null : steps.filled(), "sent");
    }

    /** As a button of the form changes them; a list of its own begins with what the chosen set or protocol has. */
    static MethodLists after(String go, MethodForm form, QuestionRows questions, StepRows steps, MethodFinder.Choices choices, Texts texts, Locale locale) {
        List<QuestionRows.Row> asked = go.equals("own-" + QuestionRows.NAME) ? QuestionRows.of(choices.questions(form.questionSet()), texts, locale)
                : questions.own() == null || go.equals("set-" + QuestionRows.NAME) ? null : QuestionRows.numbered(Rows.after(go, QuestionRows.NAME, questions.rows(), QuestionRows.Row.EMPTY));
        List<StepRows.Row> gone = go.equals("own-" + StepRows.NAME) ? StepRows.of(choices.steps(form.protocol()), texts, locale)
                : steps.own() == null || go.equals("set-" + StepRows.NAME) ? null : StepRows.numbered(Rows.after(go, StepRows.NAME, steps.rows(), StepRows.Row.EMPTY));
        return new MethodLists(asked, gone, go);
    }

    /** The same words for several rows say nothing in a list, unless each names its row. */
    static List<Form.Error> named(List<Form.Error> errors, Language language) {
        return errors.stream().map(error -> {
            Matcher row = IN_ROW.matcher(error.field());
            return !row.matches() ? error : new Form.Error(error.field(), language.text(row.group(1).equals(QuestionRows.NAME) ? "method.question" : "method.step", Integer.parseInt(row.group(2)) + 1) + ": " + error.message());
        }).toList();
    }

    public int getMinutes() {
        return steps == null ? 0 : StepRows.total(steps);
    }

    public int getMostQuestions() {
        return OwnQuestions.MOST;
    }

    public int getMostSteps() {
        return OwnSteps.MOST;
    }

    public List<Nature> getNatures() {
        return List.of(Nature.values());
    }

    public List<QuestionRows.Need> getNeeds() {
        return List.of(QuestionRows.Need.values());
    }

    public List<Speaker> getSpeakers() {
        return List.of(Speaker.values());
    }

    /** What is wrong with a list as a whole, or null. */
    public String wrong(List<Form.Error> errors, String list) {
        return errors.stream().filter(error -> error.field().equals(list)).map(Form.Error::message).findFirst().orElse(null);
    }
}
