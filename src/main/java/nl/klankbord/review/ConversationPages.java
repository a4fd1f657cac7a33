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
import nl.klankbord.contribution.Anchor;
import nl.klankbord.contribution.ContributionDeed;
import nl.klankbord.contribution.ContributionKind;
import nl.klankbord.contribution.ContributionText;
import nl.klankbord.contribution.Passage;
import nl.klankbord.contribution.ReportContribution;
import nl.klankbord.contribution.RespondToPeer;
import nl.klankbord.contribution.WriteContribution;
import nl.klankbord.contribution.WriteRecognition;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.dilemma.HostChoice;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;

/** What people say around a dilemma, all but the reflections. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ConversationPages {
    @Inject
    CurrentActor current;
    @Inject
    WriteContribution write;
    @Inject
    ReportContribution report;
    @Inject
    WriteRecognition recognise;
    @Inject
    RespondToPeer respond;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    StandingFinder standings;
    @Inject
    ReviewForms again;
    @Inject
    Html html;

    /** Who names no field means the first that holds the words; with {@code preview} nothing is posted. */
    @POST
    @Path("/dilemmas/{id}/contributions")
    public Response post(@PathParam("id") UUID id, @RestForm String kind, @RestForm String text, @RestForm String inReplyTo, @RestForm String field, @RestForm String exact, @RestForm String prefix,
                         @RestForm String suffix, @RestForm String sure, @RestForm String preview, @RestForm String cursor) {
        ContributionKind said = Form.choice(ContributionKind.class, kind);
        boolean reply = said == ContributionKind.ANSWER || inReplyTo != null && !inReplyTo.isEmpty();
        Typed typed = new Typed(reply ? "reply." + inReplyTo : "post", List.of(), text, exact, field);
        if (preview != null) {
            Decision decision = standings.decide(current.require(), id, said == null ? DilemmaDeed.READ_CIRCLE : ContributionDeed.posting(said));
            return decision.granted() ? html.ok(again.of(id, typed.previewed(), cursor).apply(List.of())) : html.denied(decision, typed.words(), null);
        }
        return html.after(write.post(current.require(), id, new ContributionText(said == ContributionKind.REFLECTION ? null : said, text, passage(id, field, exact, prefix, suffix), Form.id(inReplyTo), List.of(), null, null, null, sure != null)),
                made -> place(id, cursor) + "#c-" + (reply ? inReplyTo : made), "posted", again.of(id, typed, cursor));
    }

    private Passage passage(UUID id, String field, String exact, String prefix, String suffix) {
        if (exact == null || exact.isBlank()) {
            return field == null || field.isBlank() ? null : new Passage(field, null, null, null);
        }
        String found = field != null && !field.isBlank() ? field : dilemmas.visibleTo(current.require(), id).map(shown -> shown.text().canvas()).map(canvas -> Anchor.fieldOf(exact, canvas)).orElse(null);
        return new Passage(found == null ? "question" : found, exact, prefix, suffix);
    }

    @POST
    @Path("/dilemmas/{id}/contributions/{contribution}/withdrawal")
    public Response withdraw(@PathParam("id") UUID id, @PathParam("contribution") UUID contribution) {
        return html.after(write.withdraw(current.require(), contribution), done -> "/dilemmas/" + id, "withdrawn");
    }

    @POST
    @Path("/dilemmas/{id}/contributions/{contribution}/withdrawal/removal")
    public Response putBack(@PathParam("id") UUID id, @PathParam("contribution") UUID contribution) {
        return html.after(write.putBack(current.require(), contribution), done -> "/dilemmas/" + id + "#c-" + contribution, "put-back");
    }

    @POST
    @Path("/dilemmas/{id}/contributions/{contribution}/report")
    public Response report(@PathParam("id") UUID id, @PathParam("contribution") UUID contribution, @RestForm String why) {
        return html.after(report.report(current.require(), contribution, why), done -> "/dilemmas/" + id + "#c-" + contribution, "reported");
    }

    @POST
    @Path("/dilemmas/{id}/contributions/{contribution}/report/removal")
    public Response lift(@PathParam("id") UUID id, @PathParam("contribution") UUID contribution) {
        return html.after(report.lift(current.require(), contribution), done -> "/dilemmas/" + id + "#c-" + contribution, "saved");
    }

    @POST
    @Path("/dilemmas/{id}/recognition")
    public Response recognise(@PathParam("id") UUID id, @RestForm String example, @RestForm String sure) {
        return html.after(recognise.recognise(current.require(), id, example, sure != null), done -> "/dilemmas/" + id + "#recognition", example == null || example.isBlank() ? "recognised" : "saved",
                again.of(id, new Typed("recognition", List.of(), example, null, null)));
    }

    @POST
    @Path("/dilemmas/{id}/recognition/removal")
    public Response takeBack(@PathParam("id") UUID id) {
        return html.after(recognise.takeBack(current.require(), id), done -> "/dilemmas/" + id + "#recognition", "saved");
    }

    @POST
    @Path("/dilemmas/{id}/seats/{seat}/response")
    public Response respond(@PathParam("id") UUID id, @PathParam("seat") UUID seat, @RestForm String choice, @RestForm String why, @RestForm String version, @RestForm String contribution, @RestForm String sure, @RestForm String cursor) {
        UUID one = Form.id(contribution);
        return html.after(respond.respond(current.require(), seat, new RespondToPeer.Response(Form.choice(HostChoice.class, choice), why, one, Form.number(version), sure != null)),
                done -> place(id, cursor) + (one == null ? "#closing" : "#c-" + one), "saved", again.of(id, new Typed("response." + (one == null ? seat : one), List.of(), why, choice, null), cursor));
    }

    /** The page of the conversation that a form stood on. */
    private static String place(UUID id, String cursor) {
        return "/dilemmas/" + id + (Form.id(cursor) == null ? "" : "?cursor=" + Form.id(cursor));
    }
}
