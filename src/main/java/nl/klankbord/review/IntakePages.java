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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.dilemma.WriteDilemma;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.round.RoundPolicy;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.web.Api;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;

/** Writing a dilemma: it begins with a title, saves itself, and is submitted when it is ready. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class IntakePages {
    @Inject
    CurrentActor current;
    @Inject
    RoundFinder rounds;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    StandingFinder standings;
    @Inject
    WriteDilemma write;
    @Inject
    Html html;
    @Inject
    Api api;

    @CheckedTemplate(basePath = "review", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance start(RoundFinder.Shown round, String title, List<Form.Error> errors);

        static native TemplateInstance edit(DilemmaFinder.Text dilemma, CanvasForm form, int version, List<Form.Error> errors, boolean maySubmit);
    }

    @GET
    @Path("/rounds/{id}/dilemmas/new")
    public Response start(@PathParam("id") UUID id) {
        RoundFinder.Shown round = rounds.visibleTo(current.require(), id).orElse(null);
        Decision decision = round == null ? Decision.HIDDEN : RoundPolicy.decide(round.standing(current.require()), round.phase(), RoundPolicy.Action.START_DILEMMA);
        return decision.granted() ? html.ok(Templates.start(round, "", List.of())) : html.denied(decision);
    }

    @POST
    @Path("/rounds/{id}/dilemmas")
    public Response start(@PathParam("id") UUID id, @RestForm String title) {
        return html.after(write.start(current.require(), id, new CanvasForm.Fields().title(title)), dilemma -> "/dilemmas/" + dilemma + "/edit", null,
                errors -> Templates.start(rounds.visibleTo(current.require(), id).orElseThrow(), title, errors));
    }

    @GET
    @Path("/dilemmas/{id}/edit")
    public Response edit(@PathParam("id") UUID id) {
        Decision decision = standings.decide(current.require(), id, DilemmaDeed.EDIT);
        return decision.granted() ? html.ok(form(id, null, List.of())) : html.denied(decision);
    }

    @POST
    @Path("/dilemmas/{id}/edit")
    public Response save(@PathParam("id") UUID id, @RestForm String submit, @RestForm String version, CanvasForm.Fields fields) {
        Outcome<Integer> saved = keep(id, version, fields);
        if (submit == null || !(saved instanceof Outcome.Done)) {
            return html.after(saved, done -> "/dilemmas/" + id, "saved", errors -> form(id, fields, errors));
        }
        return html.after(write.submit(current.require(), id), done -> "/dilemmas/" + id, "dilemma-submitted", errors -> form(id, fields, errors));
    }

    /** Saves as one types; the answer is the new version. */
    @POST
    @Path("/dilemmas/{id}/autosave")
    @Produces(MediaType.APPLICATION_JSON)
    public Response autosave(@PathParam("id") UUID id, @RestForm String version, CanvasForm.Fields fields) {
        return api.of(keep(id, version, fields), saved -> api.ok(Map.of("version", saved)));
    }

    private Outcome<Integer> keep(UUID id, String version, CanvasForm.Fields fields) {
        boolean mayEdit = standings.decide(current.require(), id, DilemmaDeed.EDIT).granted();
        return mayEdit && fields.wrongDate() ? Outcome.invalid("fotoDate", "malformed")
                : write.edit(current.require(), id, new Expected(Form.number(version)), fields.canvas(), null);
    }

    @POST
    @Path("/dilemmas/{id}/submission")
    public Response submit(@PathParam("id") UUID id) {
        return html.after(write.submit(current.require(), id), done -> "/dilemmas/" + id, "dilemma-submitted", errors -> form(id, null, errors));
    }

    /** @param typed null shows what is saved */
    private TemplateInstance form(UUID id, CanvasForm.Fields typed, List<Form.Error> errors) {
        DilemmaFinder.Text text = dilemmas.visibleTo(current.require(), id).orElseThrow().text();
        Canvas canvas = typed == null ? text.canvas() : typed.canvas();
        return Templates.edit(text, CanvasForm.of(canvas), text.version(), errors, standings.decide(current.require(), id, DilemmaDeed.SUBMIT).granted());
    }
}
