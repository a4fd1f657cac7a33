// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Outcome;
import nl.klankbord.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** What people of the own municipality wrote and let it have. */
@Path("/municipality/records")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class RecordPages {
    @Inject
    CurrentActor current;
    @Inject
    RecordFinder records;
    @Inject
    ExportRecords export;
    @Inject
    RecordZip zip;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "record", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance records(List<Dossier> dossiers, String query, String next);
    }

    @GET
    public Response find(@QueryParam("query") String query, @QueryParam("cursor") String cursor) {
        Actor me = current.require();
        String words = query == null ? "" : query.strip();
        return html.shown(records.find(me, me.municipality(), words, Cursor.of(cursor, null)), () -> records.decide(me, me.municipality()), page -> Templates.records(page.items(), words,
                page.next() == null ? null : "?query=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&cursor=" + page.next()));
    }

    @POST
    @Path("/export")
    public Response export(@RestForm String names) {
        Actor me = current.require();
        Outcome<List<Dossier>> taken = export.take(me, me.municipality(), "true".equals(names));
        return taken instanceof Outcome.Done<List<Dossier>>(List<Dossier> dossiers) ? zip.of(me, me.municipality(), dossiers) : html.after(taken, done -> "/municipality/records", null);
    }
}
