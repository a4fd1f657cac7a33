// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.contribution.DraftFinder;
import nl.klankbord.contribution.WriteDraft;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.dilemma.Circle;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.dilemma.WriteDilemma;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.web.Api;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;

/** Writing a dilemma: it goes on in short steps that save themselves, and is submitted when it is ready. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class IntakePages {
    @Inject
    CurrentActor current;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    StandingFinder standings;
    @Inject
    SuggestionFinder suggestions;
    @Inject
    ReviewFinder reviews;
    @Inject
    DraftFinder drafts;
    @Inject
    WriteDilemma write;
    @Inject
    WriteDraft writeDraft;
    @Inject
    Form words;
    @Inject
    Html html;
    @Inject
    Api api;

    @CheckedTemplate(basePath = "review", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance step(Intake intake);

        static native TemplateInstance mergeStep(Intake intake, Both both, boolean kept, String aside);

        static native TemplateInstance check(Intake intake, Review review, Typed typed);
    }

    /** Leads to where one goes on: the first step that is not filled in. */
    @GET
    @Path("/dilemmas/{id}/edit")
    public Response edit(@PathParam("id") UUID id) {
        Decision decision = standings.decide(current.require(), id, DilemmaDeed.EDIT);
        return decision.granted() ? html.to(address(id, isConcept(id) ? IntakeStep.first(saved(id)) : IntakeStep.CHECK), null) : html.denied(decision);
    }

    @GET
    @Path("/dilemmas/{id}/edit/{step}")
    public Response edit(@PathParam("id") UUID id, @PathParam("step") String slug, @QueryParam("unfinished") boolean unfinished) {
        Decision decision = standings.decide(current.require(), id, DilemmaDeed.EDIT);
        IntakeStep step = IntakeStep.at(slug).orElse(null);
        return !decision.granted() ? html.denied(decision) : step == null ? html.denied(Decision.HIDDEN) : html.ok(form(id, step, null, null, unfinished ? unfinished(id, step) : List.of(), false));
    }

    /** What kept it from being submitted, at the fields of this step. */
    private List<Form.Error> unfinished(UUID id, IntakeStep step) {
        return words.words(saved(id).unfinished().stream().filter(error -> step.fields().contains(error.field())).toList());
    }

    /** Saves a step; {@code go} says where one goes from there, and with {@code preview} it saves nothing. */
    @POST
    @Path("/dilemmas/{id}/edit/{step}")
    public Response save(@PathParam("id") UUID id, @PathParam("step") String slug, @RestForm String version, @RestForm String base, @RestForm String go, @RestForm String preview, CanvasForm.Fields fields) {
        IntakeStep step = IntakeStep.at(slug).orElse(null);
        Decision decision = standings.decide(current.require(), id, DilemmaDeed.EDIT);
        Began began = new Began(Form.number(version), base);
        if (step == null || !decision.granted() && (preview != null || !decision.conflict())) {
            return step == null ? html.denied(Decision.HIDDEN) : refused(id, step, began, fields, decision);
        }
        if (preview != null) {
            return html.ok(form(id, step, fields, began, List.of(), true));
        }
        boolean asked = decision.granted() && saved(id).goal() == Canvas.Goal.OUTPUT;
        Outcome<Integer> outcome = keep(id, step, began, fields);
        if (outcome instanceof Outcome.Stale) {
            Snapshot typed = typed(id, step, fields);
            // Who changed nothing herself goes on with what was saved meanwhile.
            return typed.equals(began.snapshot()) ? html.to(onward(id, step, asked, go), null)
                    : Response.fromResponse(html.ok(mergeTyped(id, step, began.snapshot(), typed))).status(412).build();
        }
        if (outcome instanceof Outcome.Done && !isConcept(id)) {
            writeDraft.drop(current.require(), Intake.key(id, step));
        }
        if (outcome instanceof Outcome.Done && fields.merged != null) {
            writeDraft.drop(current.require(), Intake.unmerged(id, step));
            return html.to(address(id, step), "merged");
        }
        return html.after(outcome, done -> onward(id, step, asked, go), "stop".equals(go) ? "saved" : null, errors -> form(id, step, fields, began, errors, false));
    }

    /** What was put aside because somebody saved something else meanwhile. */
    @GET
    @Path("/dilemmas/{id}/edit/{step}/merge")
    public Response merge(@PathParam("id") UUID id, @PathParam("step") String slug) {
        IntakeStep step = IntakeStep.at(slug).orElse(null);
        Decision decision = standings.decide(current.require(), id, DilemmaDeed.EDIT);
        if (step == null || !decision.granted()) {
            return html.denied(step == null ? Decision.HIDDEN : decision);
        }
        Optional<Snapshot> aside = aside(id, step);
        return aside.isEmpty() ? html.to(address(id, step), null) : html.ok(merge(id, step, null, aside.get(), true));
    }

    /** Saves a concept as one types; the answer is the new version, and what it holds. What was submitted only changes when one saves it. */
    @POST
    @Path("/dilemmas/{id}/edit/{step}/autosave")
    @Produces(MediaType.APPLICATION_JSON)
    public Response autosave(@PathParam("id") UUID id, @PathParam("step") String slug, @RestForm String version, @RestForm String base, CanvasForm.Fields fields) {
        Decision decision = standings.decide(current.require(), id, DilemmaDeed.SUBMIT);
        IntakeStep step = IntakeStep.at(slug).orElse(null);
        Began began = new Began(Form.number(version), base);
        if (step != null && decision.awaitsRules()) {
            return api.of(putAside(id, step, fields.snapshot(step).without(began.snapshot())), aside -> api.deniedAndKept(decision));
        }
        if (!decision.granted() || step == null) {
            return decision.granted() ? api.notFound() : api.denied(decision);
        }
        Outcome<Integer> outcome = keep(id, step, began, fields);
        if (outcome instanceof Outcome.Stale) {
            // Whoever is told that it waits must be able to count on it.
            return api.of(putAside(id, step, typed(id, step, fields).without(began.snapshot())), aside -> api.of(outcome, none -> null));
        }
        return api.of(outcome, saved -> api.ok(Map.of("version", saved, "base", typed(id, step, fields).json())));
    }

    @POST
    @Path("/dilemmas/{id}/submission")
    public Response submit(@PathParam("id") UUID id, @RestForm String sure) {
        return html.after(write.submit(current.require(), id, sure != null), done -> "/dilemmas/" + id, "dilemma-submitted", errors -> form(id, IntakeStep.CHECK, null, null, errors, false));
    }

    /** Who changed another step is in nobody's way. */
    private Outcome<Integer> keep(UUID id, IntakeStep step, Began began, CanvasForm.Fields fields) {
        Outcome<Integer> outcome = keep(id, step, began.version(), fields);
        if (!(outcome instanceof Outcome.Stale)) {
            return outcome;
        }
        DilemmaFinder.Text there = text(id);
        Snapshot typed = typed(id, step, fields);
        return Both.agree(began.snapshot(), CanvasForm.snapshot(step, there.canvas(), there.circle()), typed) ? keep(id, step, Integer.valueOf(there.version()), fields) : outcome;
    }

    private Outcome<Integer> keep(UUID id, IntakeStep step, Integer version, CanvasForm.Fields fields) {
        Decision decision = standings.decide(current.require(), id, DilemmaDeed.EDIT);
        return !decision.granted() ? Outcome.denied(decision) : step == IntakeStep.DIRECTION && fields.wrongDate() ? Outcome.invalid("fotoDate", "malformed")
                : write.edit(current.require(), id, new Expected(version), fields.over(step, saved(id)), step == IntakeStep.THEMES ? Form.choice(Circle.class, fields.circle) : null, fields.sure != null);
    }

    /** What was typed waits for the house rules, or is given back: nothing is lost with a refusal. */
    private Response refused(UUID id, IntakeStep step, Began began, CanvasForm.Fields fields, Decision decision) {
        boolean waits = decision.awaitsRules() && putAside(id, step, fields.snapshot(step).without(began.snapshot())) instanceof Outcome.Done;
        return html.denied(decision, waits ? List.of() : fields.words(step), waits ? address(id, step) : null);
    }

    /** What cannot be saved now. */
    private Outcome<String> putAside(UUID id, IntakeStep step, Snapshot typedSince) {
        return writeDraft.putAside(current.require(), Intake.unmerged(id, step), typedSince.texts());
    }

    private Snapshot typed(UUID id, IntakeStep step, CanvasForm.Fields fields) {
        return fields.snapshot(step, saved(id), text(id).circle());
    }

    /** @param asked whether the question that an output brings stood on the page already */
    private String onward(UUID id, IntakeStep step, boolean asked, String go) {
        boolean goesOn = go == null || go.equals("next");
        if (goesOn && step == IntakeStep.INTENTION && !asked && saved(id).goal() == Canvas.Goal.OUTPUT && saved(id).tidy().outcome().isEmpty()) {
            return address(id, step) + "#f-outcome";
        }
        return switch (goesOn ? "next" : go) {
            case "stop" -> "/dilemmas/" + id;
            case "look" -> address(id, step) + "#suggestions";
            case "more-paths" -> address(id, step) + "#f-paths";
            case "more-assumptions" -> address(id, step) + "#f-assumptions";
            case "more-roles" -> address(id, step) + "#f-roles";
            case "back" -> address(id, step.previous());
            default -> address(id, IntakeStep.at(go).orElse(step.next()));
        };
    }

    /** What was put aside, over what is saved, as long as they differ. */
    private Optional<Snapshot> aside(UUID id, IntakeStep step) {
        Snapshot aside = waiting(id, step);
        Snapshot saved = CanvasForm.snapshot(step, text(id).canvas(), text(id).circle());
        return saved.with(aside).equals(saved) ? Optional.empty() : Optional.of(saved.with(aside));
    }

    private Snapshot waiting(UUID id, IntakeStep step) {
        return drafts.own(current.require(), Intake.unmerged(id, step)).map(draft -> Snapshot.read(draft.text())).orElse(Snapshot.NOTHING);
    }

    /** Together with what waits since before: saving the page lets go of all that was put aside. */
    private TemplateInstance mergeTyped(UUID id, IntakeStep step, Snapshot base, Snapshot typed) {
        Snapshot typedSince = typed.without(base);
        boolean kept = putAside(id, step, typedSince) instanceof Outcome.Done;
        Snapshot before = waiting(id, step).beside(typedSince);
        return merge(id, step, base == null ? null : base.beside(before), typed.with(before), kept);
    }

    /** @param kept whether what was typed is kept elsewhere than on this page */
    private TemplateInstance merge(UUID id, IntakeStep step, Snapshot base, Snapshot typed, boolean kept) {
        DilemmaFinder.Text text = text(id);
        return Templates.mergeStep(intake(id, step, null, null, List.of(), false), Both.of(address(id, step), "canvas", text.version(), base, CanvasForm.snapshot(step, text.canvas(), text.circle()), typed), kept, Intake.unmerged(id, step));
    }

    /** @param typed and {@code began}: null shows what is saved */
    private TemplateInstance form(UUID id, IntakeStep step, CanvasForm.Fields typed, Began began, List<Form.Error> errors, boolean preview) {
        Intake intake = intake(id, step, typed, began, errors, preview);
        return step == IntakeStep.CHECK ? Templates.check(intake, reviews.visibleTo(current.require(), id, Cursor.of(null, Cursor.MOST)).orElseThrow(), Typed.NOTHING) : Templates.step(intake);
    }

    private Intake intake(UUID id, IntakeStep step, CanvasForm.Fields typed, Began began, List<Form.Error> errors, boolean preview) {
        DilemmaFinder.Text text = text(id);
        Canvas canvas = typed == null ? text.canvas() : typed.over(step, text.canvas());
        boolean concept = isConcept(id);
        Snapshot saved = CanvasForm.snapshot(step, text.canvas(), text.circle());
        return new Intake(text, step, CanvasForm.of(canvas), typed == null, errors, concept, concept ? null : drafts.own(current.require(), Intake.key(id, step)).orElse(null),
                typed == null || typed.circle == null ? text.circle().name() : typed.circle, step == IntakeStep.QUESTION ? suggestions.of(current.require(), canvas.title(), id) : null,
                began != null ? began : new Began(text.version(), saved.json()), aside(id, step).isPresent(), preview ? Preview.of("canvas", CanvasForm.snapshot(step, canvas, text.circle()), Intake.MARKED_UP) : List.of());
    }

    private boolean isConcept(UUID id) {
        return standings.decide(current.require(), id, DilemmaDeed.SUBMIT).granted();
    }

    private DilemmaFinder.Text text(UUID id) {
        return dilemmas.visibleTo(current.require(), id).orElseThrow().text();
    }

    private Canvas saved(UUID id) {
        return text(id).canvas();
    }

    private static String address(UUID id, IntakeStep step) {
        return "/dilemmas/" + id + "/edit/" + step.getSlug();
    }
}
