// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.round.Timetable;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.web.Api;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Dilemmas and the people on their seats. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DilemmaResource {
    @Inject
    CurrentActor current;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    FollowUpFinder followUps;
    @Inject
    StandingFinder standings;
    @Inject
    ReaderFinder readers;
    @Inject
    Openings openings;
    @Inject
    RestateDilemma restate;
    @Inject
    RestatementFinder restatements;
    @Inject
    WriteDilemma write;
    @Inject
    MoveDilemma move;
    @Inject
    PreviewExtension extensions;
    @Inject
    WriteSeat seats;
    @Inject
    Api api;

    @POST
    @Path("/rounds/{id}/dilemmas")
    public Response start(@PathParam("id") UUID round, DilemmaJson.Input input) {
        return api.of(write.start(current.require(), round, api.body(input).canvas(), input.followsDilemmaId()), id -> {
            DilemmaFinder.Shown shown = dilemmas.visibleTo(current.require(), id).orElseThrow();
            return api.created("/dilemmas/" + id, json(shown), shown.text().version());
        });
    }

    @GET
    @Path("/dilemmas/{id}")
    public Response show(@PathParam("id") UUID id) {
        openings.open(current.require(), id);
        Optional<DilemmaFinder.Shown> found = dilemmas.visibleTo(current.require(), id);
        return found.isEmpty() && dilemmas.gone(current.require(), id).isPresent() ? api.withdrawn() : api.shown(found, () -> standings.decide(current.require(), id, DilemmaDeed.READ),
                shown -> api.ok(json(shown), shown.text().version()));
    }

    /** Who opened it for the first time, for its host. */
    @GET
    @Path("/dilemmas/{id}/readers")
    public Response readers(@PathParam("id") UUID id) {
        return api.shown(readers.of(current.require(), id), () -> standings.decide(current.require(), id, DilemmaDeed.SEE_READERS),
                found -> api.ok(Cursor.Items.all(found.stream().map(ReaderJson::of).toList())));
    }

    @PUT
    @Path("/dilemmas/{id}")
    public Response edit(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, DilemmaJson.Input input) {
        // Only a new one can take up an earlier one.
        return api.body(input).followsDilemmaId() != null ? api.unknown("followsDilemmaId")
                : api.of(write.edit(current.require(), id, Expected.ifMatch(ifMatch), input.canvas(), input.circle(), Api.sure(input.sure())), version -> show(id));
    }

    @POST
    @Path("/dilemmas/{id}/submission")
    public Response submit(@PathParam("id") UUID id, Submission input) {
        return api.of(write.submit(current.require(), id, input == null || Api.sure(input.sure())), phase -> moved(id));
    }

    @POST
    @Path("/dilemmas/{id}/acceptance")
    public Response accept(@PathParam("id") UUID id) {
        return api.of(write.accept(current.require(), id), phase -> moved(id));
    }

    @POST
    @Path("/dilemmas/{id}/withdrawal")
    @Operation(description = "The host takes the dilemma back until the reveal; a coordinator cancels one that too few said yes to or reflected on. From then on nobody reads it: the host keeps its text, everybody else only what they wrote themselves (GET /me/export). A session that was planned is called off.")
    public Response withdraw(@PathParam("id") UUID id) {
        return api.of(write.withdraw(current.require(), id), phase -> dilemmas.visibleTo(current.require(), id).isPresent() ? moved(id)
                // Gone for who cancelled it, too.
                : api.created("/dilemmas/" + id, new Moved(id, phase)));
    }

    @POST
    @Path("/dilemmas/{id}/extension")
    public Response extend(@PathParam("id") UUID id, Extension input) {
        return api.of(move.extend(current.require(), id, api.body(input).until()), until -> moved(id));
    }

    /** The dates it would get; nothing is saved. */
    @POST
    @Path("/dilemmas/{id}/extension-previews")
    public Response previewExtension(@PathParam("id") UUID id, Extension input) {
        return api.of(extensions.of(current.require(), id, api.body(input).until()), dates -> api.ok(new Dates(dates.next().entries())));
    }

    @POST
    @Path("/dilemmas/{id}/pause")
    public Response pause(@PathParam("id") UUID id) {
        return api.of(move.pause(current.require(), id), done -> moved(id));
    }

    @DELETE
    @Path("/dilemmas/{id}/pause")
    public Response goOn(@PathParam("id") UUID id) {
        return api.of(move.goOn(current.require(), id), until -> show(id));
    }

    /** Said anew after the review, beside the text that was reviewed. */
    @POST
    @Path("/dilemmas/{id}/restatement")
    public Response restate(@PathParam("id") UUID id, DilemmaJson.Input input) {
        return api.of(restate.restate(current.require(), id, api.body(input).canvas(), Api.sure(input.sure())), done -> api.created("/dilemmas/" + id + "/restatement", restatement(id).orElseThrow()));
    }

    @GET
    @Path("/dilemmas/{id}/restatement")
    public Response restated(@PathParam("id") UUID id) {
        Decision decision = standings.decide(current.require(), id, DilemmaDeed.READ_CIRCLE);
        return decision.granted() ? api.shown(restatement(id), () -> Decision.HIDDEN, api::ok) : api.denied(decision);
    }

    private Optional<RestatementJson> restatement(UUID id) {
        return restatements.of(current.require(), id).map(RestatementJson::of);
    }

    @POST
    @Path("/dilemmas/{id}/closing")
    public Response close(@PathParam("id") UUID id, ClosingInput input) {
        return api.of(write.close(current.require(), id, api.body(input).closing(), Api.sure(input.sure())), phase -> moved(id));
    }

    @POST
    @Path("/dilemmas/{id}/phase-changes")
    public Response move(@PathParam("id") UUID id, Move input) {
        return api.of(move.to(current.require(), id, api.body(input).to()), phase -> moved(id));
    }

    @POST
    @Path("/seats/{id}/people")
    @Operation(description = "Somebody on the seat names a colleague of the same municipality. Once the dilemma runs, one on a peer's seat waits for the host's yes (seated false). A coordinator names somebody for a host's seat where nobody sits any more, and in HARVESTING and FOLLOW_UP for a peer's seat that was left, with the host's yes; before that the municipality is proposed again (409 propose-again).")
    public Response seatColleague(@PathParam("id") UUID seat, Colleague input) {
        return api.of(seats.seatColleague(current.require(), seat, api.body(input).email(), Boolean.TRUE.equals(input.opensOwn())), colleague -> api.created("/seats/" + seat + "/people/" + colleague.id(), colleague));
    }

    /** Who sits alone on a host's seat names who comes in her place. */
    @POST
    @Path("/seats/{id}/handover")
    @Operation(description = "Who sits alone on a host's seat names who comes in her place, and leaves. Who coordinates the programme as well does not coordinate this dilemma afterwards.")
    public Response handOver(@PathParam("id") UUID seat, Colleague input) {
        return api.of(seats.handOver(current.require(), seat, api.body(input).email(), Boolean.TRUE.equals(input.opensOwn())), colleague -> Response.noContent().build());
    }

    @DELETE
    @Path("/seats/{id}/people/{person}")
    @Operation(description = "Leaves one's own seat. One reads nothing of the dilemma any more; what one wrote stays one's own (GET /me/export), and who could read it goes on reading it. The last one of a peer takes the seat along; the last one of a host hands it over (POST /seats/{id}/handover) and cannot leave (409). Who coordinates the programme does not coordinate this dilemma, now or later.")
    public Response leave(@PathParam("id") UUID seat, @PathParam("person") UUID person) {
        return api.of(seats.leave(current.require(), seat, person), done -> Response.noContent().build());
    }

    @DELETE
    @Path("/seats/{id}")
    @Operation(description = "The whole seat leaves, with everybody on it. Nobody there reads the dilemma any more; what they wrote stays their own, and who could read it goes on reading it. A reveal that waited for its reflection goes on waiting until the deadline. Not for a host's seat (409).")
    public Response leave(@PathParam("id") UUID seat) {
        return api.of(seats.leave(current.require(), seat), done -> Response.noContent().build());
    }

    private DilemmaJson json(DilemmaFinder.Shown shown) {
        return DilemmaJson.of(shown, followUps.of(current.require(), shown.text().id()));
    }

    private Response moved(UUID id) {
        DilemmaFinder.Shown shown = dilemmas.visibleTo(current.require(), id).orElseThrow();
        return api.created("/dilemmas/" + id, json(shown), shown.text().version());
    }

    record Moved(UUID id, Phase phase) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReaderJson(String name, Municipality.Ref municipality, Instant openedAt) {
        static ReaderJson of(ReaderFinder.Reader reader) {
            return new ReaderJson(reader.name(), reader.code() == null ? null : new Municipality.Ref(reader.code(), reader.municipality()), reader.openedAt());
        }
    }

    record RestatementJson(String title, String question, String intention, String tension, List<String> assumptions, Instant writtenAt) {
        static RestatementJson of(RestatementFinder.Restated restated) {
            Canvas canvas = restated.canvas();
            return new RestatementJson(canvas.title(), canvas.question(), canvas.intention(), canvas.tension(), canvas.assumptions(), restated.writtenAt());
        }
    }

    record Dates(List<Timetable.Entry> timetable) {}

    record Submission(Boolean sure) {}

    record ClosingInput(String works, String nextStep, String stillOpen, Boolean sure) {
        Closing closing() {
            return new Closing(works, nextStep, stillOpen);
        }
    }

    record Extension(Instant until) {}

    record Move(Phase to) {}

    record Colleague(String email, Boolean opensOwn) {}
}
