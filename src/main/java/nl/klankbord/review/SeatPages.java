// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import org.jboss.resteasy.reactive.RestForm;
import java.util.List;
import java.util.UUID;
import nl.klankbord.contribution.AnswerNewcomer;
import nl.klankbord.dilemma.WelcomeNewcomer;
import nl.klankbord.dilemma.SeatStatus;
import nl.klankbord.dilemma.WriteSeat;
import nl.klankbord.shared.Outcome;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.matching.InviteGuest;
import nl.klankbord.matching.InvitePeers;
import nl.klankbord.matching.TakeBackSeat;
import nl.klankbord.dilemma.Voice;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;

/** Who sits around the table: proposing, agreeing, answering, seating colleagues and leaving. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SeatPages {
    @Inject
    CurrentActor current;
    @Inject
    InvitePeers invite;
    @Inject
    InviteGuest guest;
    @Inject
    TakeBackSeat takeBack;
    @Inject
    WriteSeat seats;
    @Inject
    WelcomeNewcomer welcome;
    @Inject
    AnswerNewcomer answer;
    @Inject
    ReviewForms again;
    @Inject
    Html html;

    @POST
    @Path("/dilemmas/{id}/peers")
    public Response proposePeer(@PathParam("id") UUID id, @RestForm String municipalityCode) {
        return html.after(invite.proposePeer(current.require(), id, municipalityCode), made -> "/dilemmas/" + id + "?of=" + made + "#seats", "seat-proposed",
                again.of(id, new Typed("peers", List.of(), municipalityCode, null, null)));
    }

    @POST
    @Path("/dilemmas/{id}/facilitators")
    public Response proposeFacilitator(@PathParam("id") UUID id, @RestForm String email) {
        return html.after(invite.proposeFacilitator(current.require(), id, email), made -> "/dilemmas/" + id + "?of=" + made + "#seats", "seat-proposed",
                again.of(id, new Typed("facilitators", List.of(), email, null, null)));
    }

    @POST
    @Path("/dilemmas/{id}/guests")
    public Response proposeGuest(@PathParam("id") UUID id, @RestForm String name, @RestForm String email, @RestForm String voice) {
        return html.after(guest.propose(current.require(), id, new InviteGuest.Guest(name, email, Form.choice(Voice.class, voice))), made -> "/dilemmas/" + id + "?of=" + made + "#seats", "seat-proposed",
                again.of(id, new Typed("guests", List.of(), name, email, voice)));
    }

    @POST
    @Path("/dilemmas/{id}/seats/{seat}/guest-removal")
    public Response shutOut(@PathParam("id") UUID id, @PathParam("seat") UUID seat) {
        return html.after(seats.shutOut(current.require(), seat), done -> "/dilemmas/" + id + "#seats", "guest-removed");
    }

    @POST
    @Path("/dilemmas/{id}/seats/{seat}/agreement")
    public Response agree(@PathParam("id") UUID id, @PathParam("seat") UUID seat, @RestForm String agreed) {
        // Which seat it was about, so that the page can offer to take a no back.
        return html.after(invite.agree(current.require(), seat, agreed == null ? null : agreed.equals("true")), done -> "/dilemmas/" + id + "?of=" + seat + "#seats",
                "false".equals(agreed) ? "seat-refused" : "seat-answered");
    }

    @POST
    @Path("/dilemmas/{id}/seats/{seat}/agreement/removal")
    public Response takeBackAgreement(@PathParam("id") UUID id, @PathParam("seat") UUID seat) {
        return html.after(takeBack.agreement(current.require(), seat), done -> "/dilemmas/" + id + "#seats", "answer-taken-back");
    }

    @POST
    @Path("/dilemmas/{id}/seats/{seat}/proposal/removal")
    public Response takeBackProposal(@PathParam("id") UUID id, @PathParam("seat") UUID seat) {
        return html.after(takeBack.proposal(current.require(), seat), done -> "/dilemmas/" + id + "#seats", "proposal-taken-back");
    }

    @POST
    @Path("/dilemmas/{id}/seats/{seat}/answer")
    public Response answer(@PathParam("id") UUID id, @PathParam("seat") UUID seat, @RestForm String accepted, @RestForm String conflict, @RestForm String reason) {
        Outcome<SeatStatus> outcome = invite.answer(current.require(), seat, accepted == null ? null : accepted.equals("true"), conflict, reason, true);
        boolean conflicts = outcome instanceof Outcome.Done<SeatStatus>(SeatStatus status) && status == SeatStatus.CONFLICT;
        return html.after(outcome, done -> done == SeatStatus.ACCEPTED ? "/dilemmas/" + id : "/", conflicts ? "invitation-conflict" : "invitation-answered",
                again.of(id, new Typed("answer", List.of(), conflict, reason, accepted)));
    }

    @POST
    @Path("/dilemmas/{id}/seats/{seat}/people")
    public Response seatColleague(@PathParam("id") UUID id, @PathParam("seat") UUID seat, @RestForm String email, @RestForm String opensOwn) {
        Outcome<WriteSeat.Colleague> outcome = seats.seatColleague(current.require(), seat, email, opensOwn != null);
        boolean waits = outcome instanceof Outcome.Done<WriteSeat.Colleague>(WriteSeat.Colleague colleague) && !colleague.seated();
        return html.after(outcome, done -> "/dilemmas/" + id + "#seats", waits ? "colleague-named" : "colleague-seated",
                again.of(id, new Typed("people." + seat, List.of(), email, opensOwn, null)));
    }

    @POST
    @Path("/dilemmas/{id}/newcomers/{newcomer}/agreement")
    public Response agreeToNewcomer(@PathParam("id") UUID id, @PathParam("newcomer") UUID newcomer, @RestForm String agreed) {
        return html.after(welcome.agree(current.require(), newcomer, agreed == null ? null : agreed.equals("true")), done -> "/dilemmas/" + id + "#newcomers", "seat-answered");
    }

    @POST
    @Path("/dilemmas/{id}/newcomers/{person}/consent")
    public Response open(@PathParam("id") UUID id, @PathParam("person") UUID person, @RestForm String given) {
        return html.after(answer.answer(current.require(), id, person, given == null ? null : given.equals("true")), done -> "/dilemmas/" + id + "#newcomers", "saved");
    }

    @POST
    @Path("/dilemmas/{id}/seats/{seat}/handover")
    public Response handOver(@PathParam("id") UUID id, @PathParam("seat") UUID seat, @RestForm String email, @RestForm String opensOwn) {
        return html.after(seats.handOver(current.require(), seat, email, opensOwn != null), done -> "/", "seat-handed-over", again.of(id, new Typed("handover", List.of(), email, opensOwn, null)));
    }

    @POST
    @Path("/dilemmas/{id}/seats/{seat}/leave")
    public Response leave(@PathParam("id") UUID id, @PathParam("seat") UUID seat) {
        return html.after(seats.leave(current.require(), seat, current.require().personId()), done -> "/", "seat-left");
    }
}
