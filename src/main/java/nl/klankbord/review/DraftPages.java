// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import nl.klankbord.contribution.DraftFinder;
import nl.klankbord.contribution.WriteDraft;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.web.Api;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** What one typed and is not saved where it belongs. */
@Path("/drafts/{key}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class DraftPages {
    /** The forms beside which something can wait. */
    private static final String FORMS = "/dilemmas/[0-9a-f-]{36}/(reflection|edit/[a-z-]+)";
    @Inject
    CurrentActor current;
    @Inject
    DraftFinder ownDrafts;
    @Inject
    WriteDraft drafts;
    @Inject
    Html html;
    @Inject
    Api api;

    /** One's own draft, for a form that did not bring it along; nothing where there is none. */
    @GET
    public Response draft(@PathParam("key") String key) {
        return api.ok(ownDrafts.own(current.require(), key).map(draft -> Map.of("text", draft.text(), "version", draft.version())).orElse(Map.of("text", "", "version", 0)));
    }

    /** Keeps what is typed in a form that is not sent yet; the answer is the new version. */
    @PUT
    public Response draft(@PathParam("key") String key, @RestForm String text, @RestForm String version) {
        return api.of(drafts.save(current.require(), key, Form.number(version), text), saved -> api.ok(Map.of("version", saved)));
    }

    /** @param back the form that one goes on with; without it, to one's own texts */
    @POST
    @Path("/removal")
    @Produces(MediaType.TEXT_HTML)
    public Response throwAway(@PathParam("key") String key, @RestForm String back) {
        return html.after(drafts.throwAway(current.require(), key), gone -> back != null && back.matches(FORMS) ? back : "/texts", "thrown-away");
    }
}
