// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.ProgrammePolicy;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Api;

/** Observations of several municipalities that say the same. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PatternResource {
    @Inject
    CurrentActor current;
    @Inject
    PatternFinder patterns;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    WritePattern write;
    @Inject
    Api api;

    @GET
    @Path("/patterns")
    public Response list(@QueryParam("programmeId") UUID programme, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        Actor me = current.require();
        Decision decision = programme == null ? Decision.GRANTED
                : programmes.standing(me, programme).map(s -> ProgrammePolicy.decide(s, ProgrammePolicy.Action.READ_ROUNDS)).orElse(Decision.HIDDEN);
        if (!decision.granted()) {
            return api.denied(decision);
        }
        Cursor.Items<PatternFinder.Shown> page = patterns.list(me, programme, Cursor.of(cursor, limit));
        return api.ok(new Cursor.Items<>(page.items().stream().map(PatternJson::of).toList(), page.next()));
    }

    @POST
    @Path("/patterns")
    public Response make(Input input) {
        return api.of(write.make(current.require(), new WritePattern.Combination(api.body(input).statement(), input.observationIds())),
                id -> api.created("/patterns/" + id, PatternJson.of(patterns.visibleTo(current.require(), id).orElseThrow())));
    }

    @GET
    @Path("/patterns/{id}")
    public Response show(@PathParam("id") UUID id) {
        return api.shown(patterns.visibleTo(current.require(), id), () -> Decision.HIDDEN, shown -> api.ok(PatternJson.of(shown)));
    }

    /** What is sent. What only we decide is read past. */
    @JsonIgnoreProperties({"id", "programmeId", "municipalities", "createdAt"})
    record Input(String statement, List<UUID> observationIds) {}

    record PatternJson(UUID id, UUID programmeId, String statement, List<UUID> observationIds, long municipalities, Instant createdAt) {
        static PatternJson of(PatternFinder.Shown shown) {
            return new PatternJson(shown.id(), shown.programmeId(), shown.statement(), shown.observations().stream().map(ObservationFinder.Shown::id).toList(),
                    shown.municipalities(), shown.createdAt());
        }
    }
}
