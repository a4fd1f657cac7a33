// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.home;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Html;
import nl.klankbord.web.WayBack;

/** Any address that leads nowhere: the same answer as for what is hidden. Where a form is only sent to, its page is near. */
@Path("/")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class NotFoundPages {
    @Inject
    Html html;

    @GET
    @Path("{any:.+}")
    public Response nothing(@PathParam("any") String path) {
        return WayBack.above("/" + path).map(page -> html.to(page, null)).orElseGet(() -> html.denied(Decision.HIDDEN));
    }
}
