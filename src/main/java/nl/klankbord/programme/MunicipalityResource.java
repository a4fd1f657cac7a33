// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.klankbord.identity.AdministratorFinder;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.identity.MunicipalityPolicy;
import nl.klankbord.identity.MunicipalityPolicy.Action;
import nl.klankbord.identity.NameAdministrator;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Api;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who administers a municipality, and whom she lets take part for it. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MunicipalityResource {
    @Inject
    CurrentActor current;
    @Inject
    AdministratorFinder administrators;
    @Inject
    NameAdministrator name;
    @Inject
    ColleagueFinder colleagues;
    @Inject
    WriteColleague write;
    @Inject
    ConfirmColleague confirm;
    @Inject
    Api api;

    @GET
    @Path("/municipalities/{code}/administrators")
    public Response administrators(@PathParam("code") String code, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return api.shown(administrators.of(current.require(), code, Cursor.of(cursor, limit)), () -> decide(code),
                page -> api.ok(new Cursor.Items<>(page.items().stream().map(AdministratorJson::of).toList(), page.next())));
    }

    @POST
    @Path("/municipalities/{code}/administrators")
    public Response name(@PathParam("code") String code, Address address) {
        String email = api.body(address).email();
        Decision decision = decide(code);
        return decision.granted() ? api.of(name.add(current.require(), new NameAdministrator.Named(code, email)),
                id -> api.created("/municipalities/" + code + "/administrators/" + id, new Named(id, email))) : api.denied(decision);
    }

    @DELETE
    @Path("/municipalities/{code}/administrators/{administrator}")
    public Response release(@PathParam("code") String code, @PathParam("administrator") UUID administrator) {
        return api.of(name.remove(current.require(), code, administrator), done -> Response.noContent().build());
    }

    @GET
    @Path("/municipality")
    public Response municipality() {
        return api.shown(colleagues.municipality(current.require()), () -> Decision.HIDDEN, api::ok);
    }

    @GET
    @Path("/municipality/colleagues")
    public Response colleagues(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return api.shown(colleagues.list(current.require(), Cursor.of(cursor, limit)), () -> Decision.HIDDEN, api::ok);
    }

    @POST
    @Path("/municipality/colleagues")
    public Response add(WriteColleague.NewColleague colleague) {
        return api.of(write.add(current.require(), api.body(colleague)), id -> api.created("/municipality/colleagues/" + id,
                new Added(id, colleague.email(), colleague.programmeId(), Role.PARTICIPANT, colleague.level())));
    }

    @DELETE
    @Path("/municipality/colleagues/{membership}")
    @Operation(description = "Ends a colleague's part in a programme, at once, with all seats as host and peer there. What was written stays its writer's, and who could read it goes on reading it. The seat of a host stays for a colleague; another seat where nobody sits any more is left.")
    public Response remove(@PathParam("membership") UUID membership) {
        return api.of(write.remove(current.require(), membership), done -> Response.noContent().build());
    }

    /** Whom coordinators proposed for this municipality. */
    @GET
    @Path("/municipality/proposals")
    public Response proposals(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return api.shown(colleagues.proposals(current.require(), Cursor.of(cursor, limit)), () -> Decision.HIDDEN, api::ok);
    }

    @POST
    @Path("/municipality/proposals/{membership}/confirmation")
    public Response confirm(@PathParam("membership") UUID membership) {
        return api.of(confirm.confirm(current.require(), membership), id -> api.created("/municipality/proposals", new Confirmed(id, true)));
    }

    @DELETE
    @Path("/municipality/proposals/{membership}")
    public Response refuse(@PathParam("membership") UUID membership) {
        return api.of(confirm.refuse(current.require(), membership), done -> Response.noContent().build());
    }

    private Decision decide(String code) {
        return MunicipalityPolicy.decide(administrators.standing(current.require(), code), Action.NAME_ADMINISTRATORS);
    }

    record Address(String email) {}

    record Named(UUID id, String email) {}

    record Confirmed(UUID id, boolean confirmed) {}

    record Added(UUID id, String email, UUID programmeId, Role role, Level level) {}

    record AdministratorJson(UUID id, String email, String name, boolean pending, boolean counts) {
        static AdministratorJson of(AdministratorFinder.Entry entry) {
            return new AdministratorJson(entry.id(), entry.email(), entry.name(), entry.pending(), entry.counts());
        }
    }
}
