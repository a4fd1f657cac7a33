// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Api;

/** Who of one's own seat is writing its reflection: say it of oneself, and see it of colleagues. */
@Path("/api/v1/dilemmas/{id}/reflection-presence")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PresenceResource {
    @Inject
    CurrentActor current;
    @Inject
    PresenceFinder presences;
    @Inject
    WritePresence write;
    @Inject
    StandingFinder standings;
    @Inject
    Api api;

    @GET
    public Response show(@PathParam("id") UUID dilemma) {
        Decision decision = standings.decide(current.require(), dilemma, ContributionDeed.REFLECT);
        return decision.granted() ? colleagues(dilemma) : api.denied(decision);
    }

    @PUT
    public Response here(@PathParam("id") UUID dilemma) {
        return api.of(write.show(current.require(), dilemma), done -> colleagues(dilemma));
    }

    private Response colleagues(UUID dilemma) {
        return api.ok(new PresenceJson(presences.colleagues(current.require(), dilemma)));
    }

    record PresenceJson(List<PresenceFinder.Writing> colleagues) {}
}
