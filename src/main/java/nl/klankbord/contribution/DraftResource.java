// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.web.Api;

/** One's own unsaved texts, by the form they belong to. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DraftResource {
    @Inject
    CurrentActor current;
    @Inject
    DraftFinder drafts;
    @Inject
    WriteDraft write;
    @Inject
    Api api;

    @GET
    @Path("/drafts/{key}")
    public Response show(@PathParam("key") String key) {
        return api.shown(drafts.own(current.require(), key), () -> Decision.HIDDEN, draft -> api.ok(new Text(draft.text()), draft.version()));
    }

    @PUT
    @Path("/drafts/{key}")
    public Response save(@PathParam("key") String key, @HeaderParam("If-Match") String ifMatch, @HeaderParam("If-None-Match") String ifNoneMatch, Text text) {
        Integer from = "*".equals(ifNoneMatch) ? Integer.valueOf(0) : Expected.ifMatch(ifMatch).version();
        return api.of(write.save(current.require(), key, from, api.body(text).text()), version -> api.ok(new Text(text.text()), version));
    }

    @DELETE
    @Path("/drafts/{key}")
    public Response throwAway(@PathParam("key") String key) {
        return api.of(write.throwAway(current.require(), key), gone -> Response.noContent().build());
    }

    record Text(String text) {}
}
