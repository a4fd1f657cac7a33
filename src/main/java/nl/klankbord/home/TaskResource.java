// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.home;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.web.Api;
import nl.klankbord.web.Language;

/** "Mijn werk" for programs: what is asked of the caller, most urgent first. */
@Path("/api/v1/me/tasks")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class TaskResource {
    @Inject
    CurrentActor current;
    @Inject
    MyWork myWork;
    @Inject
    Language language;
    @Inject
    Api api;

    @GET
    public Response tasks() {
        return api.ok(Cursor.Items.all(myWork.of(current.require()).stream().map(line -> new TaskJson(line.task().what(), language.text("asked." + line.task().what()), line.task().about(), line.task().by(),
                line.task().dueAt(), line.late(), line.task().minutes(), line.task().link())).toList()));
    }

    /** @param what key of the task; @param text the same in the caller's language; @param link the page where it is done */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TaskJson(String what, String text, String about, String by, Instant dueAt, boolean late, int minutes, String link) {}
}
