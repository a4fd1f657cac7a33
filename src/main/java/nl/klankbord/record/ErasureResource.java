// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.web.Api;

/** Erases a person: oneself, or somebody who asked the administrator. */
@Path("/api/v1/people/{id}/erasure")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ErasureResource {
    @Inject
    CurrentActor current;
    @Inject
    ErasePerson write;
    @Inject
    Api api;

    @POST
    public Response erase(@PathParam("id") UUID id) {
        return api.of(write.erase(current.require(), id, true), done -> Response.noContent().build());
    }
}
