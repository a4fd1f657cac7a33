// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson.library;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.web.Html;

/** The library, to search and to look through. Who is not signed in finds what is on the open web. */
@Path("/library")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class LibraryPages {
    private static final int PAGE = 20;
    @Inject
    CurrentActor current;
    @Inject
    LibraryFinder library;
    @Inject
    LibraryIndex index;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "lesson", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance library(View view);
    }

    @GET
    @PermitAll
    public Response search(@QueryParam("q") String words, @QueryParam("theme") String theme, @QueryParam("cursor") String cursor) {
        Cursor page = Cursor.of(cursor, PAGE);
        return html.ok(Templates.library(new View(words == null ? "" : words.strip(), theme == null ? "" : theme.strip(), current.ifSignedIn()
                .map(me -> library.search(me, words, theme, null, page)).orElseGet(() -> library.publiclyOpen(words, theme, page)))));
    }

    @POST
    @Path("/rebuild")
    public Response rebuild() {
        return html.after(index.rebuild(current.require()), lessons -> "/library", "library-rebuilt");
    }

    /** @param theme the one that is chosen, or nothing */
    public record View(String words, String theme, LibraryFinder.Found found) {

        /** Address of the same search within another theme; with nothing, within all. */
        public String within(String theme) {
            return "/library?q=" + encode(words) + (theme.isEmpty() ? "" : "&theme=" + encode(theme));
        }

        public String getNext() {
            return found.next() == null ? null : within(theme) + "&cursor=" + found.next();
        }

        private static String encode(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }
}
