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
import java.util.List;
import java.util.UUID;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.dilemma.WriteDilemma;
import nl.klankbord.dilemma.Writing;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.round.RoundPolicy;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** Begins a dilemma with no more than a title; what is there already shows beside it. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ConceptPages {
    @Inject
    CurrentActor current;
    @Inject
    RoundFinder rounds;
    @Inject
    SuggestionFinder suggestions;
    @Inject
    WriteDilemma write;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "review", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance start(RoundFinder.Shown round, int minutes, String title, List<Form.Error> errors, Suggestions suggested);
    }

    @GET
    @Path("/rounds/{id}/dilemmas/new")
    public Response start(@PathParam("id") UUID id) {
        return begin(id, "");
    }

    /** With {@code go} it only shows what is there already, and begins nothing. */
    @POST
    @Path("/rounds/{id}/dilemmas")
    public Response start(@PathParam("id") UUID id, @RestForm String title, @RestForm String go) {
        return "look".equals(go) ? begin(id, title) : html.after(write.start(current.require(), id, Canvas.titled(title), null), dilemma -> "/dilemmas/" + dilemma + "/edit/" + IntakeStep.QUESTION.getSlug(), null,
                errors -> Templates.start(rounds.visibleTo(current.require(), id).orElseThrow(), Writing.all(), title, errors, suggestions.of(current.require(), title, null)));
    }

    private Response begin(UUID id, String title) {
        RoundFinder.Shown round = rounds.visibleTo(current.require(), id).orElse(null);
        Decision decision = round == null ? Decision.HIDDEN : RoundPolicy.decide(round.standing(current.require()), round.phase(), RoundPolicy.Action.START_DILEMMA);
        return decision.granted() ? html.ok(Templates.start(round, Writing.all(), title, List.of(), suggestions.of(current.require(), title, null))) : html.denied(decision);
    }
}
