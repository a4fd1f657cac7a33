// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Api;

/** Mail addresses that people of a circle share with each other after its review. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SharedAddressResource {
    @Inject
    CurrentActor current;
    @Inject
    SharedAddressFinder addresses;
    @Inject
    StandingFinder standings;
    @Inject
    ShareAddress share;
    @Inject
    Api api;

    /** Whom one is in touch with, over all circles. */
    @GET
    @Path("/me/shared-addresses")
    public Response mine(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return api.shown(addresses.of(current.require(), Cursor.of(cursor, limit)), () -> Decision.HIDDEN, mine -> api.ok(mine.contacts()));
    }

    /** Takes one's own back everywhere. */
    @DELETE
    @Path("/me/shared-addresses")
    public Response takeBackAll() {
        return api.of(share.takeBackAll(current.require()), done -> Response.noContent().build());
    }

    @GET
    @Path("/dilemmas/{id}/shared-addresses")
    public Response here(@PathParam("id") UUID id) {
        return api.shown(addresses.at(current.require(), id), () -> standings.decide(current.require(), id, DilemmaDeed.SHARE_ADDRESS), api::ok);
    }

    /** One's own; once more, also with who came since. */
    @POST
    @Path("/dilemmas/{id}/shared-addresses")
    public Response share(@PathParam("id") UUID id) {
        return api.of(share.share(current.require(), id), done -> api.created("/dilemmas/" + id + "/shared-addresses", addresses.at(current.require(), id).orElseThrow()));
    }

    @DELETE
    @Path("/dilemmas/{id}/shared-addresses")
    public Response takeBack(@PathParam("id") UUID id) {
        return api.of(share.takeBack(current.require(), id), done -> Response.noContent().build());
    }
}
