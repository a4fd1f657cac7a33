// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.klankbord.dilemma.SeatStatus;
import nl.klankbord.dilemma.WriteSeat;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.web.Api;

/** Asking guests, and taking their place back. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GuestResource {
    @Inject
    CurrentActor current;
    @Inject
    InviteGuest invite;
    @Inject
    WriteSeat seats;
    @Inject
    Api api;

    @POST
    @Path("/dilemmas/{id}/guests")
    public Response propose(@PathParam("id") UUID id, InviteGuest.Guest guest) {
        return api.of(invite.propose(current.require(), id, api.body(guest)), seat -> api.created("/seats/" + seat, new MatchingResource.SeatJson(seat, SeatStatus.PROPOSED)));
    }

    @DELETE
    @Path("/seats/{id}/guest")
    public Response shutOut(@PathParam("id") UUID seat) {
        return api.of(seats.shutOut(current.require(), seat), done -> Response.noContent().build());
    }
}
