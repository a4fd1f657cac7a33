// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.util.List;
import java.util.stream.Stream;
import nl.klankbord.web.Form;

/**
 * What was typed in one of the forms on the page of a dilemma and could not be saved, to be shown there again.
 *
 * @param form name of the form, with the id of what it is about if there are several
 */
public record Typed(String form, List<Form.Error> errors, String first, String second, String third, List<String> needs) {
    static final Typed NOTHING = new Typed("", List.of(), null, null, null);

    Typed(String form, List<Form.Error> errors, String first, String second, String third) {
        this(form, errors, first, second, third, List.of());
    }

    /** Nothing was typed: a move was asked for, and these keys name what it still needs. */
    static Typed needing(List<String> needs) {
        return new Typed("", List.of(), null, null, null, needs);
    }

    Typed with(List<Form.Error> errors) {
        return new Typed(form, errors, first, second, third);
    }

    /** What is wrong, each with the id that its field has among all forms of the page. */
    public List<Form.Error> getPlaced() {
        return errors.stream().map(error -> new Form.Error(place(error.field()), error.message())).toList();
    }

    private String place(String field) {
        boolean oneOfSeveral = field.equals("email") || field.equals("why") || field.equals("text") && form.startsWith("reply.");
        return oneOfSeveral ? form : field.equals("choice") ? field + "-" + form : isQuote(field) ? "text" : field.equals("sure") ? field + "-" + form : field;
    }

    /** Id of the field in which one says that nobody can be recognised. */
    public String getSurePlace() {
        return place("sure");
    }

    private static boolean isQuote(String field) {
        return field.startsWith("passage");
    }

    /** The words that were selected for a question or remark, unless they were what is wrong: nobody could take them back. */
    public String getQuote() {
        return in("post") && second != null && errors.stream().noneMatch(error -> isQuote(error.field())) ? second : "";
    }

    /** All that was typed, for when its form is no longer there. */
    public List<String> words() {
        return Stream.of(first, second, third).filter(text -> text != null && !text.isBlank()).toList();
    }

    public boolean in(String form) {
        return this.form.equals(form);
    }

    /** What was typed in this form, or else what is kept of it. */
    public String first(String form, String kept) {
        return in(form) ? first : kept;
    }

    public String second(String form, String kept) {
        return in(form) ? second : kept;
    }

    public String third(String form, String kept) {
        return in(form) ? third : kept;
    }

    /** What is wrong with a field of this form, or null. */
    public String error(String form, String field) {
        return in(form) ? errors.stream().filter(error -> error.field().equals(field)).map(Form.Error::message).findFirst().orElse(null) : null;
    }
}
