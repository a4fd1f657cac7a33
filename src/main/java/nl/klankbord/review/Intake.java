// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.klankbord.contribution.DraftFinder.Draft;
import nl.klankbord.contribution.DraftKey;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.round.Nature;
import nl.klankbord.web.Form;

/**
 * One step of writing down a dilemma.
 *
 * @param fresh     whether nothing was typed just now, so that a draft shows
 * @param concept   not submitted yet: then what is typed saves itself; after that it is a draft until it is saved
 * @param draft     of this step, or null
 * @param circle    who may read it, as chosen
 * @param suggested what is there already
 * @param began     the version and the texts of this step that the writer began from
 * @param unmerged  whether something waits to be made one with what is saved
 * @param previews  as asked for
 */
public record Intake(DilemmaFinder.Text text, IntakeStep step, CanvasForm form, boolean fresh, List<Form.Error> errors, boolean concept, Draft draft, String circle, Suggestions suggested,
                     Began began, boolean unmerged, List<Preview> previews) {

    /** Fields whose mark-up shows. */
    static final String[] MARKED_UP = {"question", "intention", "outcome", "tension", "stip", "foto", "experiment", "stopList", "tried"};

    /** All themes are one field. */
    public Intake {
        errors = errors.stream().map(error -> error.field().startsWith("themes[") ? new Form.Error("themes", error.message()) : error).toList();
    }

    /** Something that is missing or would help, and where to say it. */
    public record Tip(String field, IntakeStep step) {}

    /** A step as the list of steps shows it. */
    public record Place(IntakeStep step, boolean here, boolean done) {}

    public boolean at(String step) {
        return this.step.name().equals(step);
    }

    public List<Place> getPlaces() {
        return Arrays.stream(IntakeStep.values()).map(one -> new Place(one, one == step, one.filledIn(text.canvas()))).toList();
    }

    public int getLast() {
        return IntakeStep.values().length;
    }

    /** What is wrong with just this field, or null. */
    public String error(String field) {
        return errors.stream().filter(error -> error.field().equals(field)).map(Form.Error::message).findFirst().orElse(null);
    }

    /** Whether a field asks for facts or for one's own view. */
    public Nature nature(String field) {
        return Canvas.nature(field);
    }

    /** What is wrong with all of it: too late, or somebody else was first. */
    public List<Form.Error> getGeneral() {
        return errors.stream().filter(error -> error.field().isEmpty()).toList();
    }

    public String getKey() {
        return key(text.id(), step);
    }

    static String key(UUID dilemma, IntakeStep step) {
        return DraftKey.intake(dilemma, step.getSlug());
    }

    static String unmerged(UUID dilemma, IntakeStep step) {
        return Both.aside(dilemma, "intake." + step.getSlug());
    }

    public int getDraftVersion() {
        return draft == null ? 0 : draft.version();
    }

    public String getDraftText() {
        return draft == null || !fresh ? "" : draft.text();
    }

    /** Needed to submit and not there yet. */
    public List<Tip> getMissing() {
        return text.canvas().tidy().missing().stream().map(field -> new Tip(field, IntakeStep.of(field))).toList();
    }

    /** Begun, and needed in whole to submit. */
    public List<Tip> getUnfinished() {
        return text.canvas().unfinished().stream().map(error -> new Tip(error.field(), IntakeStep.of(error.field()))).toList();
    }

    /** What is wrong with all of it as it is submitted, but for what is missing: that is listed with where to say it. */
    public List<Form.Error> getAtCheck() {
        return errors.stream().filter(error -> error.field().isEmpty() || error.field().equals("sure")).toList();
    }

    /** Not needed, though it helps those who think along. */
    public List<Tip> getHelpful() {
        Canvas c = text.canvas().tidy();
        List<String> fields = new ArrayList<>();
        if (c.goal() == Canvas.Goal.OUTPUT && c.outcome().isEmpty()) {
            fields.add("outcome");
        }
        if (c.paths().isEmpty()) {
            fields.add("paths");
        }
        if (c.assumptions().isEmpty()) {
            fields.add("assumptions");
        }
        return fields.stream().map(field -> new Tip(field, IntakeStep.of(field))).toList();
    }
}
