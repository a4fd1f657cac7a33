// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.ProgrammePolicy;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Ids;
import nl.klankbord.web.Api;

/** The coordinator's board, turns, what rounds ask of municipalities, and reminders. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BoardResource {
    @Inject
    CurrentActor current;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    StandingFinder standings;
    @Inject
    BoardFinder boards;
    @Inject
    BurdenFinder burdens;
    @Inject
    RotationFinder rotations;
    @Inject
    EffortFinder efforts;
    @Inject
    SendReminder reminders;
    @Inject
    SayEffort say;
    @Inject
    Api api;

    @GET
    @Path("/programmes/{id}/board")
    public Response board(@PathParam("id") UUID id, @QueryParam("round") String round, @QueryParam("late") String late, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        // A round that is none is no reason to show all.
        UUID within = round == null || round.isEmpty() ? null : Ids.parse(round).orElse(new UUID(0, 0));
        return api.shown(boards.of(current.require(), id, new Board.Filter(within, "true".equals(late)), Cursor.of(cursor, limit)), () -> decide(id),
                board -> api.ok(new BoardJson(board.held().stream().map(RoundJson::of).toList(), board.lines().items().stream().map(LineJson::of).toList(), board.lines().next())));
    }

    @GET
    @Path("/programmes/{id}/rotation")
    public Response rotation(@PathParam("id") UUID id) {
        return api.shown(rotations.of(current.require(), id), () -> decide(id), rotation -> api.ok(Cursor.Items.all(rotation.lines())));
    }

    @GET
    @Path("/programmes/{id}/burden")
    public Response burden(@PathParam("id") UUID id) {
        return api.shown(burdens.of(current.require(), id), () -> decide(id), burden -> api.ok(new BurdenJson(burden.budget(),
                burden.rounds().stream().map(round -> new OfRound(round.id(), round.title(), round.lines())).toList())));
    }

    private Decision decide(UUID id) {
        return programmes.standing(current.require(), id).map(standing -> ProgrammePolicy.decide(standing, ProgrammePolicy.Action.MAKE_ROUND)).orElse(Decision.HIDDEN);
    }

    @POST
    @Path("/dilemmas/{id}/reminders")
    public Response remind(@PathParam("id") UUID id, Reminded input) {
        return api.of(reminders.send(current.require(), id, api.body(input).what(), input.seatId()), done -> api.created("/dilemmas/" + id + "/reminders", input));
    }

    @GET
    @Path("/dilemmas/{id}/efforts")
    public Response efforts(@PathParam("id") UUID id) {
        return api.shown(efforts.own(current.require(), id), () -> standings.decide(current.require(), id, BoardDeed.SAY_EFFORT), own -> api.ok(Cursor.Items.all(own)));
    }

    @POST
    @Path("/dilemmas/{id}/efforts")
    public Response say(@PathParam("id") UUID id, Said input) {
        return api.of(say.say(current.require(), id, api.body(input).effort(), input.answer()), done -> api.created("/dilemmas/" + id + "/efforts", input));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reminded(String what, UUID seatId) {}

    record Said(Effort effort, Effort.Answer answer) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BurdenJson(Integer minutesBudget, List<OfRound> rounds) {}

    record OfRound(UUID id, String title, List<Burden.Line> municipalities) {}

    /** @param rounds those that wait as a whole */
    record BoardJson(List<RoundJson> rounds, List<LineJson> items, String next) {}

    record RoundJson(UUID roundId, String title, List<WaitingJson> waitingFor) {
        static RoundJson of(Board.RoundLine line) {
            return new RoundJson(line.id(), line.title(), line.waiting().stream().map(WaitingJson::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineJson(UUID dilemmaId, UUID roundId, String title, String host, Phase phase, Instant since, Instant endsAt, Instant pausedAt, boolean late, List<String> left,
                    List<WaitingJson> waitingFor, List<String> unmet) {
        static LineJson of(Board.Line line) {
            return new LineJson(line.id(), line.roundId(), line.title(), line.host(), line.phase(), line.since(), line.until(), line.pausedAt(), line.late(), line.left(),
                    line.waiting().stream().map(WaitingJson::of).toList(), line.needs().stream().map(Board.Need::key).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WaitingJson(String who, String what, Instant dueAt, boolean late, Instant since, UUID seatId, int minutes, Instant remindedAt, boolean remindable) {
        static WaitingJson of(Board.Waiting one) {
            return new WaitingJson(one.who().told(), one.what(), one.dueAt(), one.late(), one.since(), one.seatId(), one.minutes(), one.remindedAt(), one.remindable());
        }
    }
}
