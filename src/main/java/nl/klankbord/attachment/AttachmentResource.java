// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.contribution.ContributionFinder;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Ids;
import nl.klankbord.shared.Outcome;
import nl.klankbord.web.Api;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files that belong to a dilemma or to what is said in it. */
@Path("/api/v1/attachments")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AttachmentResource {
    @Inject
    CurrentActor current;
    @Inject
    AttachmentFinder attachments;
    @Inject
    ContributionFinder contributions;
    @Inject
    StandingFinder standings;
    @Inject
    AddAttachment add;
    @Inject
    WriteAttachment write;
    @Inject
    Download download;
    @Inject
    Api api;

    /** Of a dilemma and all that is said in it, of one contribution, or else what one added oneself. */
    @GET
    public Response list(@QueryParam("dilemmaId") String dilemma, @QueryParam("contributionId") String contribution, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        Actor me = current.require();
        if (contribution != null) {
            UUID id = Ids.parse(contribution).orElseGet(Ids::next);
            return api.shown(contributions.visibleTo(me, id), () -> Decision.HIDDEN, said -> api.ok(json(Cursor.Items.all(attachments.of(me, List.of(id)).getOrDefault(id, List.of())))));
        }
        if (dilemma == null) {
            return api.ok(json(attachments.own(me, Cursor.of(cursor, limit))));
        }
        UUID id = Ids.parse(dilemma).orElseGet(Ids::next);
        Decision decision = standings.decide(me, id, DilemmaDeed.READ);
        return decision.granted() ? api.ok(json(attachments.ofDilemma(me, id, Cursor.of(cursor, limit)))) : api.denied(decision);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(@RestForm String dilemmaId, @RestForm String contributionId, @RestForm("file") FileUpload file) {
        Optional<Target> target = Target.named(dilemmaId, contributionId);
        Outcome<UUID> added = target.isEmpty() ? Outcome.invalid("dilemmaId", "one-target") : add.to(current.require(), target.get(), Received.of(file));
        return api.of(added, id -> api.created("/attachments/" + id, AttachmentFinder.AttachmentJson.of(attachments.visibleTo(current.require(), id).orElseThrow())));
    }

    /** The file itself, always as a download. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.WILDCARD)
    public Response show(@PathParam("id") UUID id) {
        return api.shown(attachments.visibleTo(current.require(), id), () -> Decision.HIDDEN, file -> download.of(current.require(), file));
    }

    @DELETE
    @Path("/{id}")
    public Response remove(@PathParam("id") UUID id) {
        return api.of(write.remove(current.require(), id), done -> Response.noContent().build());
    }

    private static Cursor.Items<AttachmentFinder.AttachmentJson> json(Cursor.Items<AttachmentFinder.Shown> page) {
        return new Cursor.Items<>(page.items().stream().map(AttachmentFinder.AttachmentJson::of).toList(), page.next());
    }
}
