// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.home;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Html;

/** Any address that leads nowhere: the same answer as for what is hidden. */
@Path("/")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class NotFoundPages {
    @Inject
    Html html;

    @GET
    @Path("{any:.+}")
    public Response nothing() {
        return html.denied(Decision.HIDDEN);
    }
}
