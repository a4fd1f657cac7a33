// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.contribution.DraftFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.Unmet;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** A lesson: to read like a short article, to write, to agree to and to publish. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class LessonPages {
    @Inject
    CurrentActor current;
    @Inject
    PatternFinder patterns;
    @Inject
    LessonFinder lessons;
    @Inject
    ConsentFinder consents;
    @Inject
    DraftFinder drafts;
    @Inject
    WriteLesson write;
    @Inject
    WriteConsent writeConsent;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "lesson", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance show(LessonView view);

        static native TemplateInstance form(LessonForm form);
    }

    /** On the open web only what is marked open; for all else one signs in first, whether it exists or not. */
    @GET
    @Path("/lessons/{id}")
    @PermitAll
    public Response show(@PathParam("id") UUID id) {
        Optional<LessonText> open = current.ifSignedIn().isPresent() ? Optional.empty() : lessons.publiclyOpen(id);
        return open.map(text -> html.ok(Templates.show(LessonView.publiclyOpen(text)))).orElseGet(() -> html.shown(lessons.visibleTo(current.require(), id),
                () -> lessons.decide(current.require(), id, LessonPolicy.Action.READ), shown -> page(shown, List.of(), null, List.of())));
    }

    private TemplateInstance page(LessonFinder.Shown shown, List<String> needs, String typed, List<Form.Error> errors) {
        return Templates.show(new LessonView(shown.text(), shown.standing(), shown.programmeId(), shown.patternId(), shown.sources(),
                consents.of(current.require(), shown.text().id()).orElse(List.of()), needs, typed, errors));
    }

    @GET
    @Path("/patterns/{id}/lesson")
    public Response draft(@PathParam("id") UUID pattern) {
        return html.shown(drawable(pattern), () -> notDrawable(pattern), shown -> fresh(shown, Map.of(), false, List.of()));
    }

    @POST
    @Path("/patterns/{id}/lesson")
    public Response draft(@PathParam("id") UUID pattern, @BeanParam Typed typed) {
        return drawable(pattern).isEmpty() ? html.denied(notDrawable(pattern)) : html.after(write.draft(current.require(), pattern, typed.wording()), made -> "/lessons/" + made, "lesson-made",
                errors -> fresh(drawable(pattern).orElseThrow(), LessonForm.values(typed.wording()), typed.wording().open(), errors));
    }

    /** A pattern that the actor may draw a lesson from. */
    private Optional<PatternFinder.Shown> drawable(UUID pattern) {
        return patterns.visibleTo(current.require(), pattern).filter(PatternFinder.Shown::coordinator);
    }

    private Decision notDrawable(UUID pattern) {
        return patterns.visibleTo(current.require(), pattern).isPresent() ? Decision.refused(Decision.Reason.NOT_YOUR_ROLE) : Decision.HIDDEN;
    }

    private TemplateInstance fresh(PatternFinder.Shown pattern, Map<String, String> values, boolean open, List<Form.Error> errors) {
        return form(pattern.id(), null, values, open, pattern, errors);
    }

    @GET
    @Path("/lessons/{id}/edit")
    public Response edit(@PathParam("id") UUID id) {
        Decision decision = lessons.decide(current.require(), id, LessonPolicy.Action.EDIT);
        return decision.granted() ? html.ok(edit(id, null, List.of())) : html.denied(decision);
    }

    @POST
    @Path("/lessons/{id}/edit")
    public Response edit(@PathParam("id") UUID id, @RestForm String version, @BeanParam Typed typed) {
        return html.after(write.edit(current.require(), id, new Expected(Form.number(version)), typed.wording()), done -> "/lessons/" + id, "saved", errors -> edit(id, typed.wording(), errors));
    }

    /** @param typed null shows what is saved */
    private TemplateInstance edit(UUID id, Wording typed, List<Form.Error> errors) {
        LessonFinder.Shown shown = lessons.visibleTo(current.require(), id).orElseThrow();
        Wording wording = typed == null ? shown.text().wording() : typed;
        return form(id, shown.text().version(), LessonForm.values(wording), wording.open(),
                shown.patternId() == null ? null : patterns.visibleTo(current.require(), shown.patternId()).orElse(null), errors);
    }

    private TemplateInstance form(UUID about, Integer version, Map<String, String> values, boolean open, PatternFinder.Shown pattern, List<Form.Error> errors) {
        return Templates.form(new LessonForm(about, version, values, open, drafts.beginning(current.require(), LessonForm.prefix(about)),
                pattern == null ? null : new LessonForm.Beside(pattern.statement(), pattern.observations()), errors));
    }

    @POST
    @Path("/lessons/{id}/consent")
    public Response answer(@PathParam("id") UUID id, @RestForm String given, @RestForm String why) {
        Actor me = current.require();
        Boolean yes = given == null || given.isEmpty() ? null : given.equals("true");
        return html.after(writeConsent.answer(me, id, new WriteConsent.Answer(yes, why)), done -> lessons.visibleTo(me, id).isPresent() ? "/lessons/" + id + "#consent" : "/", "consent-answered",
                errors -> page(lessons.visibleTo(me, id).orElseThrow(), List.of(), why, errors));
    }

    /** What is still needed shows on the lesson's own page. */
    @POST
    @Path("/lessons/{id}/publication")
    public Response publish(@PathParam("id") UUID id) {
        Outcome<LessonStatus> outcome = write.publish(current.require(), id);
        return outcome instanceof Outcome.Blocked<LessonStatus>(List<Unmet> unmet)
                ? Response.fromResponse(html.ok(page(lessons.visibleTo(current.require(), id).orElseThrow(), unmet.stream().map(Unmet::need).toList(), null, List.of()))).status(409).build()
                : html.after(outcome, done -> "/lessons/" + id, "lesson-published");
    }

    @POST
    @Path("/lessons/{id}/withdrawal")
    public Response withdraw(@PathParam("id") UUID id) {
        return html.after(write.withdraw(current.require(), id), done -> "/lessons/" + id, "lesson-withdrawn");
    }

    /** What was typed of a lesson. */
    record Typed(@RestForm String title, @RestForm String statement, @RestForm String conditions, @RestForm String counterExample, @RestForm String frame,
                 @RestForm String localFilling, @RestForm String counting, @RestForm String telling, @RestForm String themes, @RestForm String open) {
        Wording wording() {
            return new Wording(title, statement, conditions, counterExample, frame, localFilling, counting, telling, Form.commas(themes), "true".equals(open));
        }
    }
}
