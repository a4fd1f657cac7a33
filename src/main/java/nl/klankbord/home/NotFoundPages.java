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
import java.util.Optional;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Html;
import nl.klankbord.web.WayBack;
import org.jboss.resteasy.reactive.RestQuery;

/** Any address that leads nowhere: the same answer as for what is hidden. Who comes from the sign-in to where a form was sent is led to the page of that form. */
@Path("/")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class NotFoundPages {
    @Inject
    Html html;

    @GET
    @Path("{any:.+}")
    public Response nothing(@PathParam("any") String path, @RestQuery String done) {
        Optional<String> form = HomePages.SIGNED_IN.equals(done) ? WayBack.above("/" + path) : Optional.empty();
        return form.map(page -> html.to(page, HomePages.SIGNED_IN)).orElseGet(() -> html.denied(Decision.HIDDEN));
    }
}
