// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

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
import java.util.List;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.SeatStatus;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.round.RoundPolicy;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
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
    MatchingFinder matching;
    @Inject
    RoundFinder rounds;
    @Inject
    InvitePeers invite;
    @Inject
    TakeBackSeat takeBack;
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
                found -> api.ok(Cursor.Items.all(found.stream().map(p -> proposal(p)).toList())));
    }

    /** For all dilemmas of a round that lack peers. */
    @GET
    @Path("/rounds/{id}/peer-proposals")
    public Response roundProposals(@PathParam("id") UUID id) {
        return api.shown(matching.ofRound(current.require(), id), () -> round(id), plan -> api.ok(Cursor.Items.all(plan.dilemmas().stream()
                .map(one -> new ForDilemmaJson(one.id(), one.title(), one.host(), one.lacking(), one.getMissing(), one.proposed().stream().map(this::proposal).toList(),
                        one.others().stream().map(this::proposal).toList())).toList())));
    }

    /** What another choice would cost; saves nothing. */
    @POST
    @Path("/rounds/{id}/peer-comparisons")
    public Response compare(@PathParam("id") UUID id, Choices input) {
        List<PeerComparison.Choice> choices = api.body(input).peers();
        return api.shown(matching.compared(current.require(), id, choices), () -> round(id), compared -> api.ok(new ComparisonJson(compared.comparison().asGood(),
                compared.comparison().differences().stream().map(one -> language.text("matching.compare." + one.key(), one.who(), one.what(), one.count(), one.was())).toList(), compared.comparison().changes())));
    }

    @POST
    @Path("/rounds/{id}/peers")
    public Response proposePeers(@PathParam("id") UUID id, Choices input) {
        return api.of(invite.proposePeers(current.require(), id, api.body(input).peers()), seats -> api.created("/rounds/" + id + "/peer-proposals", Cursor.Items.all(seats)));
    }

    private Decision round(UUID id) {
        Actor me = current.require();
        return rounds.visibleTo(me, id).map(shown -> RoundPolicy.decide(shown.standing(me), shown.phase(), RoundPolicy.Action.MATCH)).orElse(Decision.HIDDEN);
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

    /** The host takes her answer back, as long as the invited have not answered. */
    @DELETE
    @Path("/seats/{id}/host-agreements")
    public Response takeBackAgreement(@PathParam("id") UUID seat) {
        return api.of(takeBack.agreement(current.require(), seat), status -> Response.noContent().build());
    }

    /** The coordinator takes a proposal back, as long as the host has not answered. */
    @DELETE
    @Path("/seats/{id}/proposal")
    public Response takeBackProposal(@PathParam("id") UUID seat) {
        return api.of(takeBack.proposal(current.require(), seat), status -> Response.noContent().build());
    }

    @POST
    @Path("/seats/{id}/answers")
    public Response answer(@PathParam("id") UUID seat, Answer input) {
        return api.of(invite.answer(current.require(), seat, api.body(input).accepted(), input.conflict(), input.reason(), false),
                status -> api.created("/seats/" + seat, new SeatJson(seat, status)));
    }

    private ProposalJson proposal(PeerPlan.Proposal one) {
        return new ProposalJson(one.municipality(), words(one.reasons()), words(one.conflicts()), one.proposed());
    }

    private List<String> words(List<PeerPlan.Reason> reasons) {
        return reasons.stream().map(reason -> language.text("match." + reason.key(), reason.about())).toList();
    }

    record Choices(List<PeerComparison.Choice> peers) {}

    record ForDilemmaJson(UUID id, String title, Municipality.Ref host, int lacking, int missing, List<ProposalJson> proposals, List<ProposalJson> others) {}

    record ComparisonJson(boolean asGood, List<String> differences, List<PeerComparison.Change> changes) {}

    record ProposalJson(Municipality.Ref municipality, List<String> reasons, List<String> conflicts, boolean proposed) {}

    record Peer(String municipalityCode) {}

    record Facilitator(String email) {}

    record Agreement(Boolean agreed) {}

    record Answer(Boolean accepted, String conflict, String reason) {}

    record SeatJson(UUID id, SeatStatus status) {}
}
