// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;

/** How a text would look that is being typed, for the script of a form. Keeps nothing. */
@Path("/previews")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class PreviewPages {
    @Inject
    PreviewResource preview;

    @POST
    public Response show(@RestForm String text) {
        return preview.show(new PreviewResource.Text(text));
    }
}
