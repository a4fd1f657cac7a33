// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import nl.klankbord.contribution.WriteDraft;
import nl.klankbord.dilemma.ReportText;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Outcome;
import nl.klankbord.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** Reporting a text of a dilemma in which somebody can be recognised, taking that back, and writing it in other words. */
@Path("/dilemmas/{id}/text-reports")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ReportPages {
    @Inject
    CurrentActor current;
    @Inject
    ReportText report;
    @Inject
    WriteDraft drafts;
    @Inject
    ReviewForms again;
    @Inject
    Html html;

    @POST
    public Response report(@PathParam("id") UUID id, @RestForm String text, @RestForm String why) {
        Outcome<UUID> outcome = report.report(current.require(), id, text, why);
        if (outcome instanceof Outcome.Done) {
            drafts.drop(current.require(), Review.reporting(id));
        }
        return html.after(outcome, done -> "/dilemmas/" + id + "#hidden", "reported", again.of(id, new Typed("text-report", List.of(), text, why, null)));
    }

    @POST
    @Path("/{text}/removal")
    public Response lift(@PathParam("id") UUID id, @PathParam("text") String text) {
        return html.after(report.lift(current.require(), id, text), done -> "/dilemmas/" + id, "saved");
    }

    @POST
    @Path("/{text}/rewriting")
    public Response rewrite(@PathParam("id") UUID id, @PathParam("text") String name, @RestForm String text, @RestForm String sure) {
        Outcome<UUID> outcome = report.rewrite(current.require(), id, name, text, sure != null);
        if (outcome instanceof Outcome.Done) {
            drafts.drop(current.require(), Review.rewriting(id, name));
        }
        return html.after(outcome, done -> "/dilemmas/" + id, "saved", again.of(id, new Typed("rewrite." + name, List.of(), text, null, null)));
    }
}
