// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.SeatStatus;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.shared.Cursor;
import nl.klankbord.web.Api;
import nl.klankbord.web.Language;

/** Proposing peers and facilitators, the host's agreement and the answers of the invited. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MatchingResource {
    @Inject
    CurrentActor current;
    @Inject
    PeerProposals proposals;
    @Inject
    InvitePeers invite;
    @Inject
    StandingFinder standings;
    @Inject
    Language language;
    @Inject
    Api api;

    @GET
    @Path("/dilemmas/{id}/peer-proposals")
    public Response proposals(@PathParam("id") UUID id) {
        return api.shown(proposals.of(current.require(), id), () -> standings.decide(current.require(), id, DilemmaDeed.PROPOSE_SEAT),
                found -> api.ok(Cursor.Items.all(found.stream().map(p -> new ProposalJson(p.municipality(), words(p.reasons()), words(p.conflicts()))).toList())));
    }

    @POST
    @Path("/dilemmas/{id}/peers")
    public Response proposePeer(@PathParam("id") UUID id, Peer input) {
        return api.of(invite.proposePeer(current.require(), id, api.body(input).municipalityCode()), seat -> api.created("/seats/" + seat, new SeatJson(seat, SeatStatus.PROPOSED)));
    }

    @POST
    @Path("/dilemmas/{id}/facilitators")
    public Response proposeFacilitator(@PathParam("id") UUID id, Facilitator input) {
        return api.of(invite.proposeFacilitator(current.require(), id, api.body(input).email()), seat -> api.created("/seats/" + seat, new SeatJson(seat, SeatStatus.PROPOSED)));
    }

    @POST
    @Path("/seats/{id}/host-agreements")
    public Response agree(@PathParam("id") UUID seat, Agreement input) {
        return api.of(invite.agree(current.require(), seat, api.body(input).agreed()), status -> api.created("/seats/" + seat, new SeatJson(seat, status)));
    }

    @POST
    @Path("/seats/{id}/answers")
    public Response answer(@PathParam("id") UUID seat, Answer input) {
        return api.of(invite.answer(current.require(), seat, api.body(input).accepted(), input.conflict(), input.reason()),
                status -> api.created("/seats/" + seat, new SeatJson(seat, status)));
    }

    private List<String> words(List<String> keys) {
        return keys.stream().map(key -> language.text("match." + key)).toList();
    }

    record ProposalJson(Municipality.Ref municipality, List<String> reasons, List<String> conflicts) {}

    record Peer(String municipalityCode) {}

    record Facilitator(String email) {}

    record Agreement(Boolean agreed) {}

    record Answer(Boolean accepted, String conflict, String reason) {}

    record SeatJson(UUID id, SeatStatus status) {}
}
