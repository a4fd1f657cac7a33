// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.Openings;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.dilemma.VersionFinder;
import nl.klankbord.dilemma.VersionKind;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Api;

/** What a dilemma said since it was submitted, and what each version changed. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class VersionResource {
    @Inject
    CurrentActor current;
    @Inject
    VersionFinder versions;
    @Inject
    StandingFinder standings;
    @Inject
    Openings openings;
    @Inject
    Api api;

    @GET
    @Path("/dilemmas/{id}/versions")
    public Response list(@PathParam("id") UUID id) {
        // What it said before is its text, too: the host sees who opened it.
        openings.open(current.require(), id);
        Decision decision = standings.decide(current.require(), id, DilemmaDeed.READ_CIRCLE);
        return decision.granted() ? api.ok(Cursor.Items.all(Versions.of(versions.of(current.require(), id)).changes().stream().map(VersionJson::of).toList())) : api.denied(decision);
    }

    record VersionJson(UUID id, VersionKind kind, Instant writtenAt, Municipality.Ref municipality, Canvas dilemma, List<Difference> differences) {
        static VersionJson of(Versions.Change change) {
            return new VersionJson(change.id(), change.kind(), change.writtenAt(), change.writer(), change.canvas(), change.differences());
        }
    }
}
