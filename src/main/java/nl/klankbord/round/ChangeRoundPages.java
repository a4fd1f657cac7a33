// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

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
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** The name and the first day of a round in preparation, in a form; and the way out for a round that holds nothing. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ChangeRoundPages {
    @Inject
    CurrentActor current;
    @Inject
    RoundFinder rounds;
    @Inject
    ChangeRound change;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "round", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance edit(RoundFinder.Shown round, Typed form, List<Form.Error> errors);
    }

    /** What was typed. */
    record Typed(String version, String title, String opensOn) {}

    @GET
    @Path("/rounds/{id}/edit")
    public Response edit(@PathParam("id") UUID id) {
        Actor me = current.require();
        Decision decision = rounds.visibleTo(me, id).map(shown -> RoundPolicy.decide(shown.standing(me), shown.phase(), RoundPolicy.Action.CHANGE)).orElse(Decision.HIDDEN);
        return decision.granted() ? html.ok(rounds.visibleTo(me, id).map(round -> Templates.edit(round, new Typed(String.valueOf(round.version()), round.title(), round.opensOn().toString()), List.of())).orElseThrow())
                : html.denied(decision);
    }

    @POST
    @Path("/rounds/{id}/edit")
    public Response save(@PathParam("id") UUID id, @RestForm String version, @RestForm String title, @RestForm String opensOn) {
        return html.after(change.change(current.require(), id, new Expected(Form.number(version)), new ChangeRound.Basics(title, Form.date(opensOn))), done -> "/rounds/" + id, "round-changed",
                errors -> Templates.edit(rounds.visibleTo(current.require(), id).orElseThrow(), new Typed(version, title, opensOn), errors));
    }

    @POST
    @Path("/rounds/{id}/removal")
    public Response remove(@PathParam("id") UUID id) {
        return html.after(change.remove(current.require(), id), programme -> "/programmes/" + programme, "round-removed");
    }
}
