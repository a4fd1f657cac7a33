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
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;

/** What looks like a title: a page of its own, of which the intake shows the list while one types. */
@Path("/dilemma-suggestions")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class SuggestionPages {
    @Inject
    CurrentActor current;
    @Inject
    SuggestionFinder suggestions;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "review", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance suggestions(Suggestions suggested);
    }

    @GET
    public Response show(@QueryParam("title") String title, @QueryParam("except") String except) {
        return html.ok(Templates.suggestions(suggestions.of(current.require(), title, Form.id(except))));
    }
}
