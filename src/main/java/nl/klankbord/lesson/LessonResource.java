// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Expected;
import nl.klankbord.web.Api;
import nl.klankbord.web.Form;

/** Lessons, from draft to library, and the consent they need. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LessonResource {
    @Inject
    CurrentActor current;
    @Inject
    LessonFinder lessons;
    @Inject
    ConsentFinder consents;
    @Inject
    WriteLesson write;
    @Inject
    WriteConsent writeConsent;
    @Inject
    Api api;

    @GET
    @Path("/lessons")
    public Response list(@QueryParam("programmeId") UUID programme, @QueryParam("status") String status, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        LessonStatus wanted = Form.choice(LessonStatus.class, status);
        if (status != null && wanted == null) {
            throw new BadRequestException();
        }
        Cursor.Items<LessonText> page = lessons.list(current.require(), programme, wanted, Cursor.of(cursor, limit));
        return api.ok(new Cursor.Items<>(page.items().stream().map(LessonJson::of).toList(), page.next()));
    }

    @POST
    @Path("/lessons")
    public Response draft(LessonJson.Input input) {
        return api.of(write.draft(current.require(), api.body(input).patternId(), input.wording()), id -> done(id));
    }

    @GET
    @Path("/lessons/{id}")
    public Response show(@PathParam("id") UUID id) {
        return api.shown(lessons.visibleTo(current.require(), id), () -> lessons.decide(current.require(), id, LessonPolicy.Action.READ),
                shown -> api.ok(LessonJson.of(shown), shown.text().version()));
    }

    @PUT
    @Path("/lessons/{id}")
    public Response edit(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, LessonJson.Input input) {
        return api.of(write.edit(current.require(), id, Expected.ifMatch(ifMatch), api.body(input).wording()), version -> show(id));
    }

    @GET
    @Path("/lessons/{id}/consents")
    public Response consents(@PathParam("id") UUID id) {
        return api.shown(consents.of(current.require(), id), () -> lessons.decide(current.require(), id, LessonPolicy.Action.READ_CONSENTS),
                asked -> api.ok(Cursor.Items.all(asked.stream().map(LessonJson.ConsentJson::of).toList())));
    }

    @POST
    @Path("/lessons/{id}/consents")
    public Response answer(@PathParam("id") UUID id, WriteConsent.Answer answer) {
        return api.of(writeConsent.answer(current.require(), id, api.body(answer)), status -> api.created("/lessons/" + id + "/consents", answer));
    }

    @POST
    @Path("/lessons/{id}/publication")
    public Response publish(@PathParam("id") UUID id) {
        return api.of(write.publish(current.require(), id), status -> done(id));
    }

    @POST
    @Path("/lessons/{id}/withdrawal")
    public Response withdraw(@PathParam("id") UUID id) {
        return api.of(write.withdraw(current.require(), id), status -> done(id));
    }

    private Response done(UUID id) {
        LessonFinder.Shown shown = lessons.visibleTo(current.require(), id).orElseThrow();
        return api.created("/lessons/" + id, LessonJson.of(shown), shown.text().version());
    }
}
