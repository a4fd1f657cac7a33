// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Api;

/** Texts of a dilemma that are hidden because somebody can be recognised in them. */
@Path("/api/v1/dilemmas/{id}/text-reports")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReportResource {
    @Inject
    CurrentActor current;
    @Inject
    StandingFinder standings;
    @Inject
    HiddenTextFinder hidden;
    @Inject
    ReportText report;
    @Inject
    Api api;

    @GET
    public Response list(@PathParam("id") UUID id) {
        Decision decision = standings.decide(current.require(), id, DilemmaDeed.READ);
        return decision.granted() ? api.ok(Cursor.Items.all(hidden.of(current.require(), id).stream().map(ReportJson::of).toList())) : api.denied(decision);
    }

    @POST
    public Response report(@PathParam("id") UUID id, Report input) {
        return api.of(report.report(current.require(), id, api.body(input).text(), input.why()), done -> api.created("/dilemmas/" + id + "/text-reports", input));
    }

    @DELETE
    @Path("/{text}")
    public Response lift(@PathParam("id") UUID id, @PathParam("text") String text) {
        return api.of(report.lift(current.require(), id, text), done -> Response.noContent().build());
    }

    /** Other words in the place of those that were taken away. */
    @POST
    @Path("/{text}/rewritings")
    public Response rewrite(@PathParam("id") UUID id, @PathParam("text") String text, Rewriting input) {
        return api.of(report.rewrite(current.require(), id, text, api.body(input).text(), Api.sure(input.sure())), done -> api.created("/dilemmas/" + id, new Rewriting(input.text(), null)));
    }

    /** @param text names the text, as in {@code field.question} or {@code response.} with the id of a seat */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Report(String text, String why) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rewriting(String text, Boolean sure) {}

    /** @param words for who wrote them; @param why for the coordinator */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportJson(String text, String words, boolean own, String why, Instant reportedAt) {
        static ReportJson of(HiddenTextFinder.Shown shown) {
            return new ReportJson(shown.text(), shown.words(), shown.own(), shown.why(), shown.reportedAt());
        }
    }
}
