// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.shared.Cursor;
import nl.klankbord.web.Api;
import nl.klankbord.web.Form;

/** Who did what in a programme. */
@Path("/api/v1/programmes/{id}/audit-events")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    @Inject
    CurrentActor current;
    @Inject
    AuditFinder audit;
    @Inject
    Api api;

    /** @param round only what happened in it; {@code kind}: only that */
    @GET
    public Response list(@PathParam("id") UUID id, @QueryParam("round") String round, @QueryParam("kind") String kind, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        AuditFinder.Filter filter = new AuditFinder.Filter(Form.id(round), Form.choice(AuditKind.class, kind));
        if (round != null && filter.round() == null || kind != null && filter.kind() == null) {
            throw new BadRequestException();
        }
        return api.shown(audit.of(current.require(), id, filter, Cursor.of(cursor, limit)), () -> audit.decide(current.require(), id),
                page -> api.ok(new Cursor.Items<>(page.items().stream().map(EventJson::of).toList(), page.next())));
    }

    /** @param dilemma, with {@code round} and {@code seatOf}: in which and to whose seat it was done, left out where the caller may not open it; @param actor left out where the machine did it, or where it is not told who; a name is null for a guest and for somebody who was erased; @param awaited true of a role for somebody who has not signed in yet, with the municipality where that is known */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventJson(UUID id, Instant at, AuditKind kind, String detail, Who actor, Who about, Thing thing, Dilemma dilemma, Round round, Municipality.Ref seatOf, Boolean awaited, Municipality.Ref awaitedOf) {
        static EventJson of(AuditFinder.Event event) {
            return new EventJson(event.id(), event.at(), event.kind(), event.detail(), event.actorId() == null ? null : new Who(event.actorId(), event.actor()),
                    event.aboutId() == null ? null : new Who(event.aboutId(), event.about()), new Thing(event.kind().thing(), event.thingId()),
                    event.dilemma() == null ? null : new Dilemma(event.dilemma(), new Municipality.Ref(event.hostCode(), event.host())),
                    event.roundId() == null ? null : new Round(event.roundId(), event.round()), event.seatCode() == null ? null : new Municipality.Ref(event.seatCode(), event.seatOf()),
                    event.awaited() ? true : null, event.awaitedCode() == null ? null : new Municipality.Ref(event.awaitedCode(), event.awaitedOf()));
        }
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Who(UUID id, String name) {}

    /** Which one it was, and no title. */
    record Dilemma(UUID id, Municipality.Ref host) {}

    record Round(UUID id, String title) {}

    record Thing(AuditKind.Thing type, UUID id) {}
}
