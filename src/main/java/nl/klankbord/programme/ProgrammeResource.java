// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.web.Api;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Programmes, their house rules and their people. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProgrammeResource {
    @Inject
    CurrentActor current;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    WriteProgramme write;
    @Inject
    Api api;

    @GET
    @Path("/programmes")
    public Response list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        Cursor.Items<ProgrammeFinder.Shown> page = programmes.list(current.require(), Cursor.of(cursor, limit));
        return api.ok(new Cursor.Items<>(page.items().stream().map(ProgrammeJson::of).toList(), page.next()));
    }

    @POST
    @Path("/programmes")
    public Response create(Input input) {
        return api.of(write.create(current.require(), api.body(input).description()), id -> programmes.visibleTo(current.require(), id)
                .map(shown -> api.created("/programmes/" + id, ProgrammeJson.of(shown), shown.version()))
                .orElseGet(() -> api.created("/programmes/" + id, new Created(id))));
    }

    @GET
    @Path("/programmes/{id}")
    public Response show(@PathParam("id") UUID id) {
        return api.shown(programmes.visibleTo(current.require(), id), () -> Decision.HIDDEN, shown -> api.ok(ProgrammeJson.of(shown), shown.version()));
    }

    @PUT
    @Path("/programmes/{id}")
    public Response edit(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Input input) {
        return api.of(write.edit(current.require(), id, Expected.ifMatch(ifMatch), api.body(input).description()), this::show);
    }

    @POST
    @Path("/programmes/{id}/house-rules-acceptances")
    public Response accept(@PathParam("id") UUID id, Acceptance acceptance) {
        return api.of(write.acceptRules(current.require(), id, api.body(acceptance).version()),
                version -> api.created("/programmes/" + id, new Acceptance(version)));
    }

    @GET
    @Path("/programmes/{id}/memberships")
    public Response members(@PathParam("id") UUID id, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return api.shown(programmes.members(current.require(), id, Cursor.of(cursor, limit)),
                () -> programmes.standing(current.require(), id).map(s -> ProgrammePolicy.decide(s, ProgrammePolicy.Action.MANAGE_MEMBERS)).orElse(Decision.HIDDEN),
                page -> {
                    Map<UUID, Long> seats = programmes.seats(current.require(), id);
                    return api.ok(new Cursor.Items<>(page.items().stream().map(member -> MemberJson.of(member, seats.getOrDefault(member.id(), 0L))).toList(), page.next()));
                });
    }

    @POST
    @Path("/programmes/{id}/memberships")
    public Response addMember(@PathParam("id") UUID id, WriteProgramme.NewMember member) {
        return api.of(write.addMember(current.require(), id, api.body(member), true),
                membership -> api.created("/programmes/" + id + "/memberships/" + membership, new Added(membership, member.email(), member.role(), member.level())));
    }

    @PUT
    @Path("/programmes/{id}/memberships/{membership}/level")
    public Response level(@PathParam("id") UUID id, @PathParam("membership") UUID membership, LevelJson input) {
        return api.of(write.setLevel(current.require(), id, membership, api.body(input).level()), done -> api.ok(input));
    }

    @DELETE
    @Path("/programmes/{id}/memberships/{membership}")
    @Operation(description = "Ends somebody's role, at once. With PARTICIPANT end all seats as host and peer in that programme, with FACILITATOR those as facilitator; GET /programmes/{id}/memberships says beforehand how many (seats). What was written stays its writer's, and who could read it goes on reading it. The seat of a host stays for a colleague; another seat where nobody sits any more is left. The last coordinator stays (422).")
    public Response removeMember(@PathParam("id") UUID id, @PathParam("membership") UUID membership) {
        return api.of(write.removeMember(current.require(), id, membership), done -> Response.noContent().build());
    }

    @JsonIgnoreProperties({"id", "houseRulesVersion", "accepted", "myRoles"})
    record Input(String name, String purpose, String houseRules, String coordinatorEmail, Integer minutesBudget) {
        WriteProgramme.Description description() {
            return new WriteProgramme.Description(name, purpose, houseRules, coordinatorEmail, minutesBudget);
        }
    }

    record Acceptance(Integer version) {}

    /** @param level null for not known */
    record LevelJson(Level level) {}

    record Created(UUID id) {}

    record Added(UUID id, String email, Role role, Level level) {}

    record ProgrammeJson(UUID id, String name, String purpose, String houseRules, int houseRulesVersion, boolean accepted, List<Role> myRoles, Integer minutesBudget) {
        static ProgrammeJson of(ProgrammeFinder.Shown shown) {
            return new ProgrammeJson(shown.id(), shown.name(), shown.purpose(), shown.houseRules(), shown.houseRulesVersion(), shown.accepted(), shown.myRoles(), shown.minutesBudget());
        }
    }

    /** @param awaitsMunicipality for which she was proposed and that has not said yes; @param seats at how many dilemmas the role gives a seat, which is left with it; as far as one coordinates them */
    record MemberJson(UUID id, UUID personId, String email, String name, String organisation, Role role, Level level, boolean pending,
                      LocalDate absentFrom, LocalDate absentUntil, boolean rulesAccepted, String awaitsMunicipality, long seats) {
        static MemberJson of(ProgrammeFinder.Member member, long seats) {
            return new MemberJson(member.id(), member.personId(), member.email(), member.name(), member.organisation(), member.role(), member.level(), member.pending(),
                    member.absentFrom(), member.absentUntil(), member.rulesAccepted(), member.awaits(), seats);
        }
    }
}
