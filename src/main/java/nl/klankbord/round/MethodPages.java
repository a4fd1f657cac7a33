// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.SchoolHolidays;
import nl.klankbord.shared.Texts;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import nl.klankbord.web.Language;
import org.jboss.resteasy.reactive.RestForm;

/** The methods of a programme: what each means, copies, and the form of a copy. */
@Path("/programmes/{id}/methods")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class MethodPages {
    @Inject
    CurrentActor current;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    MethodFinder methods;
    @Inject
    ChangeMethod change;
    @Inject
    Html html;
    @Inject
    Language language;
    @Inject
    Texts texts;

    @CheckedTemplate(basePath = "round", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance methods(ProgrammeFinder.Shown programme, List<MethodFinder.Shown> methods, LocalDate knownUntil, Copy form, List<Form.Error> errors);

        static native TemplateInstance method(ProgrammeFinder.Shown programme, MethodFinder.Shown method, MethodForm form, MethodLists lists, List<Days> days, List<Region> regions,
                                              MethodFinder.Choices choices, LocalDate knownUntil, String version, List<Form.Error> errors);
    }

    /** @param copy key of the method whose copy stands ready in the form */
    @GET
    public Response list(@PathParam("id") UUID id, @QueryParam("copy") String copy) {
        Decision decision = decide(id, null, MethodPolicy.Action.READ);
        return decision.granted() ? html.ok(list(id, copyOf(id, copy), List.of())) : html.denied(decision);
    }

    private Copy copyOf(UUID id, String key) {
        return key == null ? Copy.NONE : methods.visibleTo(current.require(), id, key)
                .map(method -> new Copy(key, language.text("method.copyOf", method.isOwn() ? method.name() : language.text("round.method." + key)))).orElse(Copy.NONE);
    }

    /** One goes on to the form of the copy: that is what it was made for. */
    @POST
    public Response copy(@PathParam("id") UUID id, @RestForm String from, @RestForm String name) {
        return html.after(change.copy(current.require(), id, from, name), key -> "/programmes/" + id + "/methods/" + key, "method-copied",
                errors -> list(id, new Copy(from, name), errors));
    }

    @GET
    @Path("/{key}")
    public Response show(@PathParam("id") UUID id, @PathParam("key") String key) {
        MethodFinder.Shown shown = methods.visibleTo(current.require(), id, key).orElse(null);
        Decision decision = decide(id, shown, MethodPolicy.Action.CHANGE);
        return !decision.granted() ? html.denied(decision) : shown == null ? html.denied(Decision.HIDDEN) : html.ok(form(id, shown, MethodForm.of(shown), MethodLists.of(shown, texts, language.locale()), String.valueOf(shown.version()), List.of()));
    }

    /** With {@code go} it changes the rows of the form, and saves nothing. */
    @POST
    @Path("/{key}")
    public Response edit(@PathParam("id") UUID id, @PathParam("key") String key, @RestForm String go, @BeanParam MethodForm typed, @BeanParam QuestionRows questions, @BeanParam StepRows steps) {
        if (go != null && !go.isEmpty()) {
            MethodFinder.Shown shown = methods.visibleTo(current.require(), id, key).orElse(null);
            Decision decision = decide(id, shown, MethodPolicy.Action.CHANGE);
            return !decision.granted() || shown == null ? html.denied(decision.granted() ? Decision.HIDDEN : decision)
                    : html.ok(form(id, shown, typed, MethodLists.after(go, typed, questions, steps, methods.choices(current.require(), id), texts, language.locale()), typed.version(), List.of()));
        }
        var outcome = change.edit(current.require(), id, key, new Expected(Form.number(typed.version())), typed.rules(questions, steps));
        // Only who was told that somebody was first goes on from what is there now; others from the version they began with.
        return html.after(outcome, done -> "/programmes/" + id + "/methods", "saved", errors -> {
            MethodFinder.Shown now = methods.visibleTo(current.require(), id, key).orElseThrow();
            return form(id, now, typed, MethodLists.typed(questions, steps), outcome instanceof Outcome.Stale ? String.valueOf(now.version()) : typed.version(), errors);
        });
    }

    @POST
    @Path("/{key}/removal")
    public Response remove(@PathParam("id") UUID id, @PathParam("key") String key) {
        return html.after(change.remove(current.require(), id, key), done -> "/programmes/" + id + "/methods", "method-removed");
    }

    private Decision decide(UUID id, MethodFinder.Shown method, MethodPolicy.Action action) {
        return programmes.standing(current.require(), id)
                .map(standing -> MethodPolicy.decide(standing, method == null || method.isOwn(), method != null && method.used(), action)).orElse(Decision.HIDDEN);
    }

    private TemplateInstance list(UUID id, Copy typed, List<Form.Error> errors) {
        return Templates.methods(programmes.visibleTo(current.require(), id).orElseThrow(), methods.inProgramme(current.require(), id), SchoolHolidays.knownUntil(), typed, errors);
    }

    private TemplateInstance form(UUID id, MethodFinder.Shown method, MethodForm typed, MethodLists lists, String version, List<Form.Error> errors) {
        List<Days> days = Arrays.stream(Stage.values()).map(stage -> new Days(stage, stage.name(), typed.of(stage))).toList();
        List<Region> regions = Arrays.stream(SchoolHolidays.Region.values()).map(region -> new Region(region, typed.skips(region))).toList();
        return Templates.method(programmes.visibleTo(current.require(), id).orElseThrow(), method, typed, lists, days, regions, methods.choices(current.require(), id), SchoolHolidays.knownUntil(), version,
                MethodLists.named(StageField.named(errors), language));
    }

    /** What was typed of a copy. */
    public record Copy(String from, String name) {
        static final Copy NONE = new Copy("standard", "");
    }

    public record Days(Stage stage, String name, String value) {}

    public record Region(SchoolHolidays.Region region, boolean skipped) {}
}
