// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Texts;
import nl.klankbord.web.Api;
import nl.klankbord.web.Language;

/** The session of a dilemma and its invitation. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SessionResource {
    @Inject
    CurrentActor current;
    @Inject
    SessionFinder sessions;
    @Inject
    PlanSession plan;
    @Inject
    StandingFinder standings;
    @Inject
    ProtocolFinder protocols;
    @Inject
    Texts texts;
    @Inject
    Language language;
    @Inject
    Api api;

    @GET
    @Path("/dilemmas/{id}/session")
    public Response ofDilemma(@PathParam("id") UUID dilemma) {
        return api.shown(sessions.ofDilemma(current.require(), dilemma),
                () -> standings.of(current.require(), dilemma).map(s -> DilemmaPolicy.decide(s, SessionDeed.READ_SESSION)).orElse(Decision.HIDDEN),
                shown -> api.ok(json(shown), shown.version()));
    }

    @PUT
    @Path("/dilemmas/{id}/session")
    public Response set(@PathParam("id") UUID dilemma, @HeaderParam("If-Match") String ifMatch, @HeaderParam("If-None-Match") String ifNoneMatch, Input input) {
        boolean onlyNew = "*".equals(ifNoneMatch);
        return api.of(plan.set(current.require(), dilemma, onlyNew, Expected.ifMatch(ifMatch), api.body(input).plan()), id -> onlyNew ? made(id) : show(id));
    }

    @GET
    @Path("/sessions/{id}")
    public Response show(@PathParam("id") UUID id) {
        return api.shown(sessions.visibleTo(current.require(), id), () -> Decision.HIDDEN, shown -> api.ok(json(shown), shown.version()));
    }

    @PUT
    @Path("/sessions/{id}")
    public Response move(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Input input) {
        SessionPlan changed = api.body(input).plan();
        return api.of(sessions.visibleTo(current.require(), id).map(shown -> plan.set(current.require(), shown.dilemmaId(), false, Expected.ifMatch(ifMatch), changed))
                .orElseGet(Outcome::hidden), this::show);
    }

    @POST
    @Path("/sessions/{id}/finish")
    public Response finish(@PathParam("id") UUID id) {
        return api.of(plan.finish(current.require(), id), this::made);
    }

    @GET
    @Path("/sessions/{id}/invitation.ics")
    @Produces("text/calendar")
    public Response invitation(@PathParam("id") UUID id) {
        return api.shown(sessions.calendar(current.require(), id, language.locale()), () -> Decision.HIDDEN, calendar -> Response.ok(calendar, "text/calendar; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"klankbord.ics\"").build());
    }

    private Response made(UUID id) {
        SessionFinder.Shown shown = sessions.visibleTo(current.require(), id).orElseThrow();
        return api.created("/sessions/" + id, json(shown), shown.version());
    }

    private SessionJson json(SessionFinder.Shown shown) {
        List<Agenda.Item> agenda = protocols.agenda(current.require(), shown.dilemmaId()).map(Agenda::steps).orElse(List.of());
        return SessionJson.of(shown, agenda.stream().map(step -> step.said(texts, language.locale())).toList());
    }

    /** What a coordinator sends. What only we decide is read past. */
    @JsonIgnoreProperties({"id", "dilemmaId", "status", "agenda"})
    record Input(Instant startsAt, Instant endsAt, String location, String joinUrl, String protocol) {
        SessionPlan plan() {
            return new SessionPlan(startsAt, endsAt, location, joinUrl, protocol);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionJson(UUID id, UUID dilemmaId, Instant startsAt, Instant endsAt, String location, String joinUrl, String protocol, SessionStatus status, List<Agenda.Item> agenda) {
        static SessionJson of(SessionFinder.Shown s, List<Agenda.Item> agenda) {
            return new SessionJson(s.id(), s.dilemmaId(), s.startsAt(), s.endsAt(), s.location(), s.joinUrl(), s.protocol(), s.status(), agenda);
        }
    }
}
