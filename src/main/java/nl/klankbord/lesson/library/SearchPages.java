// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson.library;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.web.Html;

/** Searching what one may read in one's circles. */
@Path("/search")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class SearchPages {
    private static final int PAGE = 20;
    @Inject
    CurrentActor current;
    @Inject
    CircleFinder circles;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "lesson", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance search(String words, CircleFinder.Found found, String next);
    }

    @GET
    public Response search(@QueryParam("q") String words, @QueryParam("cursor") String cursor) {
        String wanted = words == null ? "" : words.strip();
        CircleFinder.Found found = circles.search(current.require(), wanted, Cursor.of(cursor, PAGE));
        return html.ok(Templates.search(wanted, found, found.next() == null ? null : "/search?q=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) + "&cursor=" + found.next()));
    }
}
