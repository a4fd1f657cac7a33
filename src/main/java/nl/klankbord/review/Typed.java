// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.klankbord.round.DatesView;
import nl.klankbord.web.Form;

/**
 * What was typed in one of the forms on the page of a dilemma and could not be saved, to be shown there again.
 *
 * @param form    name of the form, with the id of what it is about if there are several
 * @param preview whether it is only to be looked at
 * @param dates   that would come of it, or null
 */
public record Typed(String form, List<Form.Error> errors, String first, String second, String third, List<String> needs, boolean preview, DatesView dates) {
    static final Typed NOTHING = new Typed("", List.of(), null, null, null);

    Typed(String form, List<Form.Error> errors, String first, String second, String third) {
        this(form, errors, first, second, third, List.of(), false, null);
    }

    /** Nothing was typed: a move was asked for, and these keys name what it still needs. */
    static Typed needing(List<String> needs) {
        return new Typed("", List.of(), null, null, null, needs, false, null);
    }

    /** Nothing was typed yet about this part of the text. */
    static Typed about(String field) {
        return new Typed("", List.of(), null, null, field);
    }

    /** The part that something is about to be said about; empty for none. */
    public String getAbout() {
        return third == null || !form.isEmpty() && !form.equals("post") ? "" : third;
    }

    /** The same, if it is one whose words can be quoted, or null. */
    public String part(List<String> quotable) {
        return quotable.contains(getAbout()) ? getAbout() : null;
    }

    Typed with(List<Form.Error> errors) {
        return new Typed(form, errors, first, second, third, needs, preview, dates);
    }

    Typed with(DatesView dates) {
        return new Typed(form, errors, first, second, third, needs, preview, dates);
    }

    /** What is wrong, each with the id that its field has among all forms of the page. */
    public List<Form.Error> getPlaced() {
        return errors.stream().map(error -> new Form.Error(place(error.field()), error.message(), isWhich(error.field()) ? "hidden.which" : "field." + error.field())).toList();
    }

    private String place(String field) {
        boolean oneOfSeveral = field.equals("email") || field.equals("why") || field.equals("text") && (form.startsWith("reply.") || form.startsWith("rewrite."));
        return isWhich(field) ? "which-text" : oneOfSeveral ? form : field.equals("choice") ? field + "-" + form : field.startsWith("passage.") ? field.substring(8) : field.equals("sure") ? field + "-" + form : field;
    }

    /** Where one chooses which text to report. */
    private boolean isWhich(String field) {
        return field.equals("text") && form.equals("text-report");
    }

    /** Id of the field in which one says that nobody can be recognised. */
    public String getSurePlace() {
        return place("sure");
    }

    /** What was typed, to be looked at before it is sent. */
    Typed previewed() {
        return new Typed(form, errors, first, second, third, needs, true, null);
    }

    public List<Preview> previews(String form, String words) {
        return preview && in(form) && first != null && !first.isBlank() ? List.of(new Preview(words + ".text", first)) : List.of();
    }

    /** The three answers of a closing, to be looked at. */
    public List<Preview> getClosing() {
        return preview && in("closing") ? Preview.of("closing", new Snapshot(Map.of("works", text(first), "nextStep", text(second), "stillOpen", text(third))), "works", "nextStep", "stillOpen") : List.of();
    }

    private static String text(String typed) {
        return Objects.toString(typed, "");
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
