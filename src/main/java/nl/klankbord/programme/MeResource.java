// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.identity.MunicipalityFinder;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Site;
import nl.klankbord.web.Api;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who is signed in, and the register of municipalities. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MeResource {
    @Inject
    CurrentActor current;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    MunicipalityFinder municipalities;
    @Inject
    AwaitedFinder awaited;
    @Inject
    LeaveProgramme leave;
    @Inject
    Site site;
    @Inject
    Api api;

    @GET
    @Path("/me")
    public Response me() {
        Actor.OfPerson me = (Actor.OfPerson) current.require();
        List<ProgrammeFinder.Own> roles = programmes.memberships(me);
        Level level = roles.stream().map(ProgrammeFinder.Own::level).filter(java.util.Objects::nonNull).reduce((first, last) -> last).orElse(null);
        return api.ok(new Me(me.personId(), me.name(), me.municipality().isEmpty() ? null : new Municipality.Ref(me.municipality(), me.municipalityName()),
                me.organisation(), level, me.platformAdmin(), roles.stream().map(role -> new Me.Role(role.programmeId(), role.programme(), role.role())).toList(), awaited.of(me).orElse(null)));
    }

    /** Lays down a role of one's own. */
    @DELETE
    @Path("/me/memberships/{id}")
    @Operation(description = "Lays down a role of one's own, at once. With PARTICIPANT end all seats as host and peer in that programme, with FACILITATOR those as facilitator; GET /me/profile says beforehand how many (seats). What one wrote stays one's own (GET /me/export), and who could read it goes on reading it. The seat of a host stays for a colleague; another seat where nobody sits any more is left. The last coordinator stays (409).")
    public Response leave(@PathParam("id") UUID id) {
        return api.of(leave.leave(current.require(), id), done -> Response.noContent().build());
    }

    /** Whom to ask: the coordinators of one's own programmes, and who keeps the platform. */
    @GET
    @Path("/me/contacts")
    public Response contacts() {
        return api.ok(new Contacts(programmes.coordinated(current.require()), site.contact().orElse(null)));
    }

    /** By name; the cursor is the last name of the page before. */
    @GET
    @Path("/municipalities")
    public Response municipalities(@QueryParam("query") String query, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        int size = Cursor.of(null, limit).limit();
        var found = municipalities.search(current.require(), query == null ? "" : query.strip(), cursor == null ? "" : cursor, size + 1);
        boolean more = found.size() > size;
        return api.ok(new Cursor.Items<>(more ? found.subList(0, size) : found, more ? found.get(size - 1).name() : null));
    }

    record Contacts(List<ProgrammeFinder.Coordinated> programmes, String platform) {}

    /** @param awaits what keeps her from speaking for a municipality, or null */
    record Me(UUID id, String name, Municipality.Ref municipality, String organisation, Level level, boolean platformAdmin, List<Role> memberships, AwaitedFinder.Awaited awaits) {
        record Role(UUID programmeId, String programme, nl.klankbord.programme.Role role) {}
    }
}
