// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Html;

/** "Contacten": whom one stays in touch with between rounds; and the buttons for that on the page of a dilemma. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SharedAddressPages {
    @Inject
    CurrentActor current;
    @Inject
    SharedAddressFinder addresses;
    @Inject
    ShareAddress share;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "contact", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance list(SharedAddressFinder.Mine mine);
    }

    @GET
    @Path("/contacts")
    public Response list(@QueryParam("cursor") String cursor) {
        return html.shown(addresses.of(current.require(), Cursor.of(cursor, null)), () -> Decision.HIDDEN, Templates::list);
    }

    @POST
    @Path("/contacts/removal")
    public Response takeBackAll() {
        return html.after(share.takeBackAll(current.require()), done -> "/contacts", "address-shared-nowhere");
    }

    @POST
    @Path("/dilemmas/{id}/shared-address")
    public Response share(@PathParam("id") UUID id) {
        return html.after(share.share(current.require(), id), done -> "/dilemmas/" + id + "#contact", "address-shared");
    }

    @POST
    @Path("/dilemmas/{id}/shared-address/removal")
    public Response takeBack(@PathParam("id") UUID id) {
        return html.after(share.takeBack(current.require(), id), done -> "/dilemmas/" + id + "#contact", "address-taken-back");
    }
}
