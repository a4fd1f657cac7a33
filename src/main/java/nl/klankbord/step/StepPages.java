// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.step;

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
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.klankbord.contribution.ContributionFinder;
import nl.klankbord.contribution.DraftFinder;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** One's own steps over all dilemmas, and the pages on which one takes, changes and ends a step. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class StepPages {
    /** A small step is done within some weeks. */
    private static final int DAYS_AHEAD = 28;
    @Inject
    CurrentActor current;
    @Inject
    StepFinder steps;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    ContributionFinder contributions;
    @Inject
    DraftFinder drafts;
    @Inject
    StandingFinder standings;
    @Inject
    WriteStep write;
    @Inject
    Html html;
    @Inject
    WorkingDays calendar;
    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "step", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance list(List<StepFinder.Shown> steps, boolean finished, String next);

        static native TemplateInstance form(DilemmaFinder.Text dilemma, StepForm form, List<Form.Error> errors);

        static native TemplateInstance show(StepView view, List<Form.Error> errors);
    }

    /** Those that are still to be done, the first date first; or those that are finished. */
    @GET
    @Path("/steps")
    public Response list(@QueryParam("finished") boolean finished, @QueryParam("cursor") String cursor) {
        Cursor at = Cursor.of(cursor, null);
        Cursor.Items<StepFinder.Shown> page = finished ? steps.list(current.require(), true, at) : steps.open(current.require(), at);
        return html.ok(Templates.list(page.items(), finished, page.next()));
    }

    @GET
    @Path("/dilemmas/{id}/steps/new")
    public Response begin(@PathParam("id") UUID id, @QueryParam("fromMirror") String fromMirror) {
        Decision decision = standings.decide(current.require(), id, StepDeed.TAKE_STEP);
        return decision.granted() ? html.ok(form(id, null, Form.id(fromMirror), List.of())) : html.denied(decision);
    }

    @POST
    @Path("/dilemmas/{id}/steps")
    public Response take(@PathParam("id") UUID id, @RestForm String text, @RestForm String dueOn, @RestForm String ownerId, @RestForm String fromMirror, @RestForm String sure) {
        UUID mirror = Form.id(fromMirror);
        // What was emptied on purpose is not filled from the mirror again.
        StepText typed = new StepText(text == null ? "" : text, Form.date(dueOn), Form.id(ownerId), null, null, sure != null);
        return html.after(write.take(current.require(), id, typed.text() == null ? null : mirror, typed), made -> "/steps/" + made, "step-taken",
                errors -> form(id, new StepForm.Typed(text, dueOn, ownerId), mirror, errors));
    }

    /** @param typed null for a form to begin with: what was being typed, or else what one's own mirror says */
    private TemplateInstance form(UUID id, StepForm.Typed typed, UUID reflection, List<Form.Error> errors) {
        String words = reflection == null ? null : contributions.visibleTo(current.require(), reflection).map(ContributionFinder.Shown::mirror).orElse(null);
        UUID mirror = words == null ? null : reflection;
        DilemmaFinder.Shown dilemma = dilemmas.visibleTo(current.require(), id).orElseThrow();
        DraftFinder.Draft draft = drafts.own(current.require(), StepForm.key(id, mirror)).orElse(null);
        StepForm.Typed fresh = typed != null ? typed : new StepForm.Typed(words == null ? "" : words,
                calendar.plus(WorkingDays.dayOf(clock.instant()).plusDays(DAYS_AHEAD), 0).toString(), current.require().personId().toString());
        return Templates.form(dilemma.text(), StepForm.of(dilemma, fresh, mirror, draft, typed == null), errors.stream().map(error -> error.as("text", "step.text")).toList());
    }

    @GET
    @Path("/steps/{id}")
    public Response show(@PathParam("id") UUID id) {
        return html.shown(steps.visibleTo(current.require(), id), () -> Decision.HIDDEN, step -> page(id, StepView.Typed.NOTHING, List.of()));
    }

    @POST
    @Path("/steps/{id}")
    public Response change(@PathParam("id") UUID id, @RestForm String text, @RestForm String dueOn, @RestForm String ownerId, @RestForm String version, @RestForm String sure) {
        StepOutcome outcome = steps.visibleTo(current.require(), id).map(StepFinder.Shown::outcome).orElse(null);
        return after(write.change(current.require(), id, new Expected(Form.number(version)), new StepText(text, Form.date(dueOn), Form.id(ownerId), outcome, null, sure != null)), id, "saved",
                new StepView.Typed("change", text, dueOn, ownerId));
    }

    @POST
    @Path("/steps/{id}/report")
    public Response report(@PathParam("id") UUID id, @RestForm String outcome, @RestForm String report, @RestForm String until, @RestForm String version, @RestForm String sure) {
        StepOutcome came = Form.choice(StepOutcome.class, outcome);
        return after(write.report(current.require(), id, new Expected(Form.number(version)), came, report == null ? "" : report, came == StepOutcome.GOING_ON ? Form.date(until) : null, sure != null), id,
                came == StepOutcome.GOING_ON ? "step-goes-on" : "step-finished", new StepView.Typed("report", report, until, outcome));
    }

    @POST
    @Path("/steps/{id}/reopening")
    public Response reopen(@PathParam("id") UUID id) {
        return html.after(write.reopen(current.require(), id), done -> "/steps/" + id, "step-reopened");
    }

    private <T> Response after(Outcome<T> outcome, UUID id, String flash, StepView.Typed typed) {
        return html.after(outcome, done -> "/steps/" + id, flash, errors -> page(id, typed, errors));
    }

    private TemplateInstance page(UUID id, StepView.Typed typed, List<Form.Error> errors) {
        StepFinder.Shown step = steps.visibleTo(current.require(), id).orElseThrow();
        boolean changes = step.onSeat() && standings.decide(current.require(), step.dilemmaId(), StepDeed.CHANGE_STEP).granted();
        List<DilemmaFinder.PersonShown> people = changes ? dilemmas.visibleTo(current.require(), step.dilemmaId()).map(StepForm::people).orElse(List.of()) : List.of();
        return Templates.show(new StepView(step, changes, people, drafts.own(current.require(), StepView.keys(id)), typed), StepView.placed(typed, errors));
    }
}
