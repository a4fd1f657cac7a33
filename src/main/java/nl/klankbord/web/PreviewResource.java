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
import nl.klankbord.shared.Outcome;

/** A text with its mark-up as HTML that is safe to show. Keeps nothing. */
@Path("/api/v1/previews")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PreviewResource {
    private static final int LONGEST = 8000;
    @Inject
    Api api;

    @POST
    public Response show(Text input) {
        String text = api.body(input).text();
        return api.of(text == null ? Outcome.<String>invalid("text", "required") : text.length() > LONGEST ? Outcome.<String>invalid("text", "too-long", LONGEST) : Outcome.done(text),
                done -> api.ok(new Shown(SafeHtml.fromMarkdown(done).getValue())));
    }

    record Text(String text) {}

    record Shown(String html) {}
}
