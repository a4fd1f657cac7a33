// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.round.RoundPhase;
import nl.klankbord.shared.Cursor;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;

/** "Logboek": who did what in a programme. */
@Path("/programmes/{id}/audit")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class AuditPages {
    @Inject
    CurrentActor current;
    @Inject
    AuditFinder audit;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    RoundFinder rounds;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "record", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance audit(ProgrammeFinder.Shown programme, AuditView view);
    }

    /** @param round only what happened in it; {@code kind}: only that */
    @GET
    public Response show(@PathParam("id") UUID id, @QueryParam("round") String round, @QueryParam("kind") String kind, @QueryParam("cursor") String cursor) {
        Actor me = current.require();
        AuditFinder.Filter filter = new AuditFinder.Filter(Form.id(round), Form.choice(AuditKind.class, kind));
        return html.shown(audit.of(me, id, filter, Cursor.of(cursor, null)), () -> audit.decide(me, id),
                events -> Templates.audit(programmes.visibleTo(me, id).orElseThrow(), AuditView.of(events, filter, rounds.inProgramme(me, id, RoundPhase.ANY, Cursor.of(null, Cursor.MOST)).items())));
    }
}
