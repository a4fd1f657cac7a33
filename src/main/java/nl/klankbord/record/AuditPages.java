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
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.shared.Cursor;
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
    Html html;

    @CheckedTemplate(basePath = "record", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance audit(ProgrammeFinder.Shown programme, Cursor.Items<AuditFinder.Event> events);
    }

    @GET
    public Response show(@PathParam("id") UUID id, @QueryParam("cursor") String cursor) {
        return html.shown(audit.of(current.require(), id, Cursor.of(cursor, null)), () -> audit.decide(current.require(), id),
                events -> Templates.audit(programmes.visibleTo(current.require(), id).orElseThrow(), events));
    }
}
