// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

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
import jakarta.ws.rs.QueryParam;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.dilemma.HostChoice;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.dilemma.Voice;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.web.Api;

/** What is said in a dilemma. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ContributionResource {
    @Inject
    CurrentActor current;
    @Inject
    ExportFinder exports;
    @Inject
    ContributionFinder contributions;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    StandingFinder standings;
    @Inject
    WriteContribution write;
    @Inject
    ReportContribution report;
    @Inject
    WriteRecognition recognise;
    @Inject
    RespondToPeer respond;
    @Inject
    Api api;

    @GET
    @Path("/dilemmas/{id}/contributions")
    public Response list(@PathParam("id") UUID dilemma, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        Actor me = current.require();
        Decision decision = standings.decide(me, dilemma, DilemmaDeed.READ_CIRCLE);
        if (!decision.granted()) {
            return api.denied(decision);
        }
        Cursor.Items<ContributionFinder.Shown> page = contributions.of(me, dilemma, Cursor.of(cursor, limit));
        Map<String, String> fields = fields(me, dilemma);
        return api.ok(new Cursor.Items<>(page.items().stream().map(one -> ContributionJson.of(one, fields)).toList(), page.next()));
    }

    /** All that one wrote oneself. */
    @GET
    @Path("/me/contributions")
    public Response own(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        Cursor.Items<ContributionFinder.Shown> page = contributions.own(current.require(), Cursor.of(cursor, limit));
        return api.ok(new Cursor.Items<>(page.items().stream().map(one -> ContributionJson.of(one, null)).toList(), page.next()));
    }

    /** All that one wrote oneself, and one's unsent texts, to take along. */
    @GET
    @Path("/me/export")
    public Response export() {
        return api.ok(exports.own(current.require()));
    }

    @POST
    @Path("/dilemmas/{id}/contributions")
    public Response post(@PathParam("id") UUID dilemma, Input input) {
        return api.of(write.post(current.require(), dilemma, api.body(input).content()), id -> {
            ContributionFinder.Shown shown = contributions.visibleTo(current.require(), id).orElseThrow();
            return api.created("/contributions/" + id, json(shown), shown.version());
        });
    }

    @GET
    @Path("/contributions/{id}")
    public Response show(@PathParam("id") UUID id) {
        return api.shown(contributions.kept(current.require(), id), () -> Decision.HIDDEN, shown -> api.ok(json(shown), shown.version()));
    }

    @PUT
    @Path("/contributions/{id}")
    public Response edit(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Input input) {
        return api.of(write.edit(current.require(), id, Expected.ifMatch(ifMatch), api.body(input).content()), version -> show(id));
    }

    @DELETE
    @Path("/contributions/{id}")
    public Response withdraw(@PathParam("id") UUID id) {
        return api.of(write.withdraw(current.require(), id), done -> Response.noContent().build());
    }

    /** Puts it there again. */
    @DELETE
    @Path("/contributions/{id}/withdrawal")
    public Response putBack(@PathParam("id") UUID id) {
        return api.of(write.putBack(current.require(), id), done -> Response.noContent().build());
    }

    @POST
    @Path("/contributions/{id}/submission")
    public Response submit(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return api.of(write.submit(current.require(), id, Expected.ifMatch(ifMatch)), done -> {
            ContributionFinder.Shown shown = contributions.visibleTo(current.require(), id).orElseThrow();
            return api.created("/contributions/" + id, json(shown), shown.version());
        });
    }

    /** Hides a text in which somebody can be recognised. */
    @POST
    @Path("/contributions/{id}/reports")
    public Response report(@PathParam("id") UUID id, Report input) {
        return api.of(report.report(current.require(), id, api.body(input).why()), done -> api.created("/contributions/" + id + "/reports", input));
    }

    @DELETE
    @Path("/contributions/{id}/reports")
    public Response lift(@PathParam("id") UUID id) {
        return api.of(report.lift(current.require(), id), done -> Response.noContent().build());
    }

    /** For who sits on its seat, and for who wrote it what was hers; to everyone else it does not exist. */
    @GET
    @Path("/contributions/{id}/mirror")
    public Response mirror(@PathParam("id") UUID id) {
        return api.shown(contributions.mirror(current.require(), id), () -> Decision.HIDDEN, text -> api.ok(new MirrorJson(text)));
    }

    @POST
    @Path("/seats/{id}/host-responses")
    public Response respond(@PathParam("id") UUID seat, RespondToPeer.Response response) {
        return api.of(respond.respond(current.require(), seat, api.body(response)), done -> api.created("/seats/" + seat, new ResponseJson(seat, response.choice(), response.why())));
    }

    @GET
    @Path("/dilemmas/{id}/recognitions")
    public Response recognitions(@PathParam("id") UUID dilemma) {
        Decision decision = standings.decide(current.require(), dilemma, DilemmaDeed.READ_CIRCLE);
        return !decision.granted() ? api.denied(decision) : api.ok(Cursor.Items.all(contributions.recognitions(current.require(), dilemma).stream()
                .map(r -> new RecognitionJson(new Municipality.Ref(r.code(), r.municipalityName()), r.voice(), r.examples().isEmpty() ? null : r.examples().getFirst(), r.examples(), r.createdAt(), r.mine())).toList()));
    }

    @POST
    @Path("/dilemmas/{id}/recognitions")
    public Response recognise(@PathParam("id") UUID dilemma, Example input) {
        return api.of(recognise.recognise(current.require(), dilemma, input == null ? null : input.example(), input == null || Api.sure(input.sure())),
                seat -> api.created("/dilemmas/" + dilemma + "/recognitions", new Example(input == null ? null : input.example(), null)));
    }

    @DELETE
    @Path("/dilemmas/{id}/recognitions")
    public Response takeBack(@PathParam("id") UUID dilemma) {
        return api.of(recognise.takeBack(current.require(), dilemma), done -> Response.noContent().build());
    }

    private ContributionJson json(ContributionFinder.Shown shown) {
        return ContributionJson.of(shown, shown.passage() == null ? null : fields(current.require(), shown.dilemmaId()));
    }

    private Map<String, String> fields(Actor me, UUID dilemma) {
        return dilemmas.visibleTo(me, dilemma).map(shown -> shown.text().canvas()).map(Anchor::fields).orElse(Map.of());
    }

    /** What a writer sends. What only we decide is read past. */
    @JsonIgnoreProperties({"id", "author", "createdAt", "submitted", "hostResponse", "withdrawn", "hidden", "late", "dilemmaId", "seatId", "pickedAssumptions", "passageState"})
    record Input(ContributionKind kind, String text, Passage passage, UUID inReplyTo, List<String> assumptions, String example, String advice, String mirror,
                 List<Answer> answers, Boolean sure) {
        ContributionText content() {
            return new ContributionText(kind, text, passage, inReplyTo, assumptions, example, advice, mirror, answers, Api.sure(sure));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Example(String example, Boolean sure) {}

    record Report(String why) {}

    record MirrorJson(String text) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ResponseJson(UUID seatId, HostChoice choice, String why) {}

    /** @param example the first of them; @param own whether the caller said so herself */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record RecognitionJson(Municipality.Ref municipality, Voice voice, String example, List<String> examples, Instant createdAt, boolean own) {}

    /** @param voice of a guest: for whom one speaks */
    record Author(String name, Municipality.Ref municipality, @JsonInclude(JsonInclude.Include.NON_NULL) Voice voice) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContributionJson(UUID id, UUID dilemmaId, UUID seatId, ContributionKind kind, String text, Passage passage, Anchor.State passageState, UUID inReplyTo, List<String> assumptions,
                            List<String> pickedAssumptions, String example, String advice, List<Answered> answers, Author author, Instant createdAt, boolean submitted, boolean withdrawn, boolean hidden, boolean late,
                            ResponseJson hostResponse) {
        /** @param fields letters of what the dilemma says now, null where that is not asked */
        static ContributionJson of(ContributionFinder.Shown c, Map<String, String> fields) {
            Anchor.State state = c.passage() == null || fields == null ? null : Anchor.of(c.passage(), fields.getOrDefault(c.passage().field(), "")).state();
            return new ContributionJson(c.id(), c.dilemmaId(), c.seatId(), c.kind(), c.text(), c.passage(), state, c.inReplyTo(), c.assumptions(), c.pickedAssumptions(), c.example(), c.advice(), c.answered(),
                    new Author(c.authorName(), c.municipality(), c.voice()), c.createdAt(), c.submitted(), c.withdrawn(), c.hidden(), c.late(),
                    c.hostChoice() == null ? null : new ResponseJson(c.seatId(), c.hostChoice(), c.hostWhy()));
        }
    }
}
