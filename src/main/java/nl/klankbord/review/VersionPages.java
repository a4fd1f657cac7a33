// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.dilemma.Openings;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.dilemma.VersionFinder;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Html;

/** What changed in a dilemma since it was submitted. */
@Path("/dilemmas/{id}/versions")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class VersionPages {
    @Inject
    CurrentActor current;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    VersionFinder versions;
    @Inject
    StandingFinder standings;
    @Inject
    Openings openings;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "review", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance versions(DilemmaFinder.Text dilemma, Versions versions);
    }

    @GET
    public Response show(@PathParam("id") UUID id) {
        // What it said before is its text, too: the host sees who opened it.
        openings.open(current.require(), id);
        Decision decision = standings.decide(current.require(), id, DilemmaDeed.READ_CIRCLE);
        return decision.granted() ? html.shown(dilemmas.visibleTo(current.require(), id), () -> Decision.HIDDEN,
                shown -> Templates.versions(shown.text(), Versions.of(versions.of(current.require(), id)))) : html.denied(decision);
    }
}
