// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import nl.klankbord.dilemma.SimilarFinder;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.web.Api;

/** Lessons and dilemmas that look like a title. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SuggestionResource {
    @Inject
    CurrentActor current;
    @Inject
    SuggestionFinder suggestions;
    @Inject
    Api api;

    @GET
    @Path("/dilemma-suggestions")
    public Response show(@QueryParam("title") String title) {
        Suggestions found = suggestions.of(current.require(), title, null);
        return api.ok(new FoundJson(found.lessons().stream().map(lesson -> new LessonJson(lesson.id(), lesson.title(), lesson.snippet())).toList(), found.dilemmas()));
    }

    record FoundJson(List<LessonJson> lessons, List<SimilarFinder.Similar> dilemmas) {}

    record LessonJson(UUID id, String title, String snippet) {}
}
