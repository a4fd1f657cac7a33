// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.step;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.web.Api;

/** Steps of one's own seats. */
@Path("/api/v1/steps")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StepResource {
    @Inject
    CurrentActor current;
    @Inject
    StepFinder steps;
    @Inject
    StandingFinder standings;
    @Inject
    WriteStep write;
    @Inject
    Api api;

    /** @param dilemma only those of one's seat there; @param finished null for all */
    @GET
    public Response list(@QueryParam("dilemmaId") UUID dilemma, @QueryParam("finished") Boolean finished, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        Actor me = current.require();
        Decision decision = dilemma == null ? Decision.GRANTED : standings.decide(me, dilemma, StepDeed.READ_STEPS);
        if (!decision.granted()) {
            return api.denied(decision);
        }
        Cursor at = Cursor.of(cursor, limit);
        Cursor.Items<StepFinder.Shown> page = dilemma == null ? steps.list(me, finished, at) : steps.ofDilemma(me, dilemma, finished, at);
        return api.ok(new Cursor.Items<>(page.items().stream().map(StepJson::of).toList(), page.next()));
    }

    @POST
    public Response take(StepJson.Input input) {
        return api.of(write.take(current.require(), api.body(input).dilemmaId(), input.fromMirror(), input.content()), id -> {
            StepFinder.Shown step = steps.visibleTo(current.require(), id).orElseThrow();
            return api.created("/steps/" + id, StepJson.of(step), step.version());
        });
    }

    @GET
    @Path("/{id}")
    public Response show(@PathParam("id") UUID id) {
        return api.shown(steps.visibleTo(current.require(), id), () -> Decision.HIDDEN, step -> api.ok(StepJson.of(step), step.version()));
    }

    @PUT
    @Path("/{id}")
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepJson.Input input) {
        return api.of(write.change(current.require(), id, Expected.ifMatch(ifMatch), api.body(input).content()), version -> show(id));
    }
}
