// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dev;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import nl.klankbord.dilemma.MoveDilemma;
import nl.klankbord.dilemma.ReplaceAbsent;
import nl.klankbord.identity.Actor;
import nl.klankbord.record.RetainDilemmas;
import nl.klankbord.round.MoveRound;
import nl.klankbord.shared.AdjustableClock;
import nl.klankbord.shared.Site;
import nl.klankbord.web.Html;

/** In a demo only: the clock one can set, and the mail that was caught. Elsewhere these pages do not exist. */
@Path("/dev")
@PermitAll
@RunOnVirtualThread
public class DevPages {
    @Inject
    Site site;
    @Inject
    AdjustableClock clock;
    @Inject
    MoveRound moveRound;
    @Inject
    MoveDilemma moveDilemma;
    @Inject
    ReplaceAbsent replaceAbsent;
    @Inject
    RetainDilemmas retainDilemmas;
    @Inject
    CaughtMail caughtMail;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "dev", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance post(List<CaughtMail.Caught> mails);
    }

    @GET
    @Path("/clock")
    @Produces(MediaType.APPLICATION_JSON)
    public Now now() {
        demoOnly();
        return new Now(clock.instant().toString());
    }

    /** Sets the clock; what is due by then moves at once. */
    @PUT
    @Path("/clock")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response set(Now now) {
        demoOnly();
        Instant moment;
        try {
            moment = OffsetDateTime.parse(now.now()).toInstant();
        } catch (RuntimeException e) {
            return Response.status(400).entity(new Now(clock.instant().toString())).build();
        }
        clock.setTo(moment);
        moveRound.due(Actor.system());
        moveDilemma.due(Actor.system());
        replaceAbsent.due(Actor.system());
        retainDilemmas.due(Actor.system());
        return Response.ok(now()).build();
    }

    @DELETE
    @Path("/clock")
    public Response free() {
        demoOnly();
        clock.free();
        return Response.noContent().build();
    }

    @GET
    @Path("/post")
    @Produces(MediaType.TEXT_HTML)
    public Response post() {
        demoOnly();
        return html.ok(Templates.post(caughtMail.all()));
    }

    private void demoOnly() {
        if (!site.demo()) {
            throw new NotFoundException();
        }
    }

    record Now(String now) {}
}
