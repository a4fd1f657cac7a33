// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.lesson.LessonStatus;
import nl.klankbord.shared.Cursor;
import nl.klankbord.web.Api;
import nl.klankbord.web.Form;

/** Searching the library. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SearchResource {
    @Inject
    CurrentActor current;
    @Inject
    LibraryFinder library;
    @Inject
    CircleFinder circles;
    @Inject
    LibraryIndex index;
    @Inject
    Api api;

    @GET
    @Path("/search")
    public Response search(@QueryParam("q") String words, @QueryParam("scope") String scope, @QueryParam("theme") String theme, @QueryParam("status") String status, @QueryParam("cursor") String cursor,
                           @QueryParam("limit") Integer limit) {
        if (scope != null) {
            return mine(words, scope, Cursor.of(cursor, limit));
        }
        LessonStatus wanted = Form.choice(LessonStatus.class, status);
        if (status != null && wanted == null) {
            throw new BadRequestException();
        }
        LibraryFinder.Found found = library.search(current.require(), words, theme, wanted, Cursor.of(cursor, limit));
        return api.ok(new FoundJson(found.items().stream().map(item -> new ItemJson("LESSON", item.id(), item.title(), item.snippet())).toList(), found.next(),
                new FacetsJson(found.themes()), found.total(), null, null));
    }

    /** What one may read in one's circles. */
    private Response mine(String words, String scope, Cursor cursor) {
        if (!scope.equals("mine")) {
            throw new BadRequestException();
        }
        CircleFinder.Found found = circles.search(current.require(), words, cursor);
        return api.ok(new FoundJson(found.items().stream().map(item -> new ItemJson(item.type(), item.id(), item.title(), item.snippet())).toList(), found.next(), new FacetsJson(List.of()), found.total(), found.more() ? true : null, null));
    }

    /** For the administrator: reads the library anew from the database, on the instance that answers. */
    @POST
    @Path("/search/rebuilds")
    public Response rebuild() {
        return api.of(index.rebuild(current.require()), lessons -> api.created("/search", new Rebuilt(lessons)));
    }

    /** @param moreThanTotal true where it is counted no further */
    record FoundJson(List<ItemJson> items, String next, FacetsJson facets, long total, @JsonInclude(JsonInclude.Include.NON_NULL) Boolean moreThanTotal, @JsonInclude(JsonInclude.Include.NON_NULL) String didYouMean) {}

    record ItemJson(String type, UUID id, String title, String snippet) {}

    record FacetsJson(List<LibraryFinder.Facet> theme) {}

    record Rebuilt(int lessons) {}
}
