// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.QueryParam;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.programme.Level;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.ProgrammePolicy;
import nl.klankbord.round.Asked;
import nl.klankbord.round.ChangeRound;
import nl.klankbord.round.MoveRound;
import nl.klankbord.round.PlanRound;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.round.RoundPhase;
import nl.klankbord.round.RoundPolicy;
import nl.klankbord.round.Timetable;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.web.Api;
import nl.klankbord.web.Form;

/** Rounds with their dilemmas. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RoundResource {
    @Inject
    CurrentActor current;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    RoundFinder rounds;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    PlanRound plan;
    @Inject
    ChangeRound change;
    @Inject
    MoveRound move;
    @Inject
    WaitingFor waitingFor;
    @Inject
    LevelFinder levels;
    @Inject
    VoiceFinder voices;
    @Inject
    StartNeedFinder startNeeds;
    @Inject
    Api api;

    /** @param phase only those in it */
    @GET
    @Path("/programmes/{id}/rounds")
    public Response list(@PathParam("id") UUID id, @QueryParam("phase") String phase, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        Actor me = current.require();
        Decision decision = programmes.standing(me, id).map(s -> ProgrammePolicy.decide(s, ProgrammePolicy.Action.READ_ROUNDS)).orElse(Decision.HIDDEN);
        if (!decision.granted()) {
            return api.denied(decision);
        }
        RoundPhase only = Form.choice(RoundPhase.class, phase);
        if (phase != null && only == null) {
            throw new BadRequestException();
        }
        Cursor.Items<RoundFinder.Shown> page = rounds.inProgramme(me, id, only == null ? RoundPhase.ANY : Set.of(only), Cursor.of(cursor, limit));
        return api.ok(new Cursor.Items<>(page.items().stream().map(r -> new Line(r.id(), r.title(), r.phase(), r.methodKey(), r.opensOn())).toList(), page.next()));
    }

    @POST
    @Path("/programmes/{id}/rounds")
    public Response make(@PathParam("id") UUID id, PlanRound.Plan input) {
        return api.of(plan.make(current.require(), id, api.body(input)), round -> {
            RoundFinder.Shown shown = rounds.visibleTo(current.require(), round).orElseThrow();
            return api.created("/rounds/" + round, json(shown), shown.version());
        });
    }

    @GET
    @Path("/rounds/{id}")
    public Response show(@PathParam("id") UUID id) {
        Actor me = current.require();
        RoundFinder.Shown shown = rounds.visibleTo(me, id).orElse(null);
        Decision decision = shown == null ? Decision.HIDDEN : RoundPolicy.decide(shown.standing(me), shown.phase(), RoundPolicy.Action.READ);
        return decision.granted() ? api.ok(json(shown), shown.version()) : api.denied(decision);
    }

    @PUT
    @Path("/rounds/{id}")
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Input input) {
        return api.of(change.change(current.require(), id, Expected.ifMatch(ifMatch), api.body(input).basics()), this::show);
    }

    @DELETE
    @Path("/rounds/{id}")
    public Response remove(@PathParam("id") UUID id) {
        return api.of(change.remove(current.require(), id), done -> Response.noContent().build());
    }

    @PUT
    @Path("/rounds/{id}/timetable")
    public Response reschedule(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, List<Timetable.Entry> entries) {
        return api.of(plan.reschedule(current.require(), id, Expected.ifMatch(ifMatch), api.body(entries)), this::show);
    }

    @POST
    @Path("/rounds/{id}/phase-changes")
    public Response move(@PathParam("id") UUID id, Move input) {
        return api.of(move.to(current.require(), id, api.body(input).to()), phase -> api.created("/rounds/" + id, new Move(phase)));
    }

    private RoundJson json(RoundFinder.Shown shown) {
        Actor me = current.require();
        List<DilemmaLine> lines = dilemmas.inRound(me, shown.id()).stream()
                .map(d -> new DilemmaLine(d.id(), d.title(), new Municipality.Ref(d.hostCode(), d.hostName()), d.phase())).toList();
        return new RoundJson(shown.id(), shown.programmeId(), shown.title(), shown.phase(), shown.methodKey(), shown.opensOn(),
                shown.callClosedAt(), shown.matchingClosedAt(), shown.closedAt(), rounds.timetable(me, shown.id()).entries(), lines, waitingFor.inRound(me, shown.id()).map(waiting -> waiting.stream().map(WaitingJson::of).toList()).orElse(null),
                levels.missing(me, shown.id()).orElse(null), voices.inRound(me, shown.id()).orElse(null), startNeeds.inRound(me, shown.id()));
    }

    /** What a coordinator sends. What only we decide, or what has an address of its own, is read past. */
    @JsonIgnoreProperties({"id", "programmeId", "phase", "methodKey", "callClosedAt", "matchingClosedAt", "closedAt", "timetable", "dilemmas", "waitingFor", "missingLevels", "voices", "startNeeds"})
    record Input(String title, LocalDate opensOn) {
        ChangeRound.Basics basics() {
            return new ChangeRound.Basics(title, opensOn);
        }
    }

    record Move(RoundPhase to) {}

    record Line(UUID id, String title, RoundPhase phase, String methodKey, LocalDate opensOn) {}

    record DilemmaLine(UUID id, String title, Municipality.Ref host, Phase phase) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RoundJson(UUID id, UUID programmeId, String title, RoundPhase phase, String methodKey, LocalDate opensOn, Instant callClosedAt, Instant matchingClosedAt, Instant closedAt, List<Timetable.Entry> timetable,
                     List<DilemmaLine> dilemmas, List<WaitingJson> waitingFor, List<Level> missingLevels, VoiceFinder.Heard voices,
                     List<StartNeedFinder.StartNeed> startNeeds) {}

    record WaitingJson(String who, String what, Instant dueAt, UUID dilemmaId, UUID seatId, Instant since) {
        static WaitingJson of(Asked.Waiting one) {
            return new WaitingJson(one.who().told(), one.what(), one.dueAt(), one.dilemmaId(), one.seatId(), one.since());
        }
    }
}
