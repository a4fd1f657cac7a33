// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.attachment.AttachmentFinder;
import nl.klankbord.contribution.ContributionFinder;
import nl.klankbord.contribution.ExportFinder;
import nl.klankbord.contribution.UnsavedFinder;
import nl.klankbord.dilemma.AboutFinder;
import nl.klankbord.dilemma.ConceptFinder;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.web.Html;
import nl.klankbord.web.Language;

/** What one wrote oneself, which stays one's own when a dilemma is withdrawn or a seat is left. */
@Path("/texts")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class OwnTextPages {
    @Inject
    CurrentActor current;
    @Inject
    ContributionFinder contributions;
    @Inject
    AttachmentFinder attachments;
    @Inject
    ExportFinder exports;
    @Inject
    ConceptFinder concepts;
    @Inject
    UnsavedFinder unsaved;
    @Inject
    AboutFinder abouts;
    @Inject
    Language language;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "review", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance texts(Cursor.Items<ContributionFinder.Shown> texts, Map<UUID, List<AttachmentFinder.Shown>> files, List<Concept> concepts, List<UnsavedText> unsaved, Map<UUID, AboutFinder.About> places);
    }

    @GET
    public Response list(@QueryParam("cursor") String cursor) {
        Cursor.Items<ContributionFinder.Shown> own = contributions.own(current.require(), Cursor.of(cursor, null));
        List<UnsavedText> typed = unsaved.own(current.require()).stream().map(one -> UnsavedText.of(one, language)).filter(one -> !one.words().isEmpty()).toList();
        return html.ok(Templates.texts(own, attachments.of(current.require(), own.items().stream().map(ContributionFinder.Shown::id).toList()),
                concepts.left(current.require()).stream().map(concept -> new Concept(concept.canvas().title(), Difference.whole(concept.canvas()))).toList(),
                typed, abouts.of(current.require(), Stream.concat(own.items().stream().map(ContributionFinder.Shown::dilemmaId), typed.stream().map(UnsavedText::dilemmaId).filter(Objects::nonNull)).distinct().toList())));
    }

    /** Everything at once, as a file. Its name tells nothing. */
    @GET
    @Path("/export")
    @Produces(MediaType.APPLICATION_JSON)
    public Response export() {
        return Response.ok(exports.own(current.require())).header("Content-Disposition", "attachment; filename=\"klankbord.json\"").build();
    }

    /** A concept that waits for its last writer. */
    public record Concept(String title, List<Difference> says) {}
}
