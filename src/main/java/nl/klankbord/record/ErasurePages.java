// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** Have oneself erased, or somebody who asked the administrator. What goes and what stays is told before it is done. */
@Path("/people/{id}/erasure")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ErasurePages {
    @Inject
    CurrentActor current;
    @Inject
    ErasureFinder erasures;
    @Inject
    ErasePerson write;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "record", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance erasure(ErasureFinder.Shown person, List<Form.Error> errors);
    }

    @GET
    public Response ask(@PathParam("id") UUID id) {
        return html.shown(erasures.of(current.require(), id), () -> Decision.HIDDEN, person -> Templates.erasure(person, List.of()));
    }

    /** Who erased herself is signed out too: a next request would make a new person of her. */
    @POST
    public Response erase(@PathParam("id") UUID id, @RestForm String sure) {
        Actor me = current.require();
        boolean guest = me instanceof Actor.OfGuest;
        boolean self = me.personId().equals(id);
        Response answer = html.after(write.erase(me, id, "true".equals(sure)), done -> guest ? "/" : self ? "/logout" : "/administration", self && !guest ? null : "erased",
                errors -> Templates.erasure(erasures.of(me, id).orElseThrow(), errors.stream().map(error -> error.as("sure", "erasure.confirm")).toList()));
        return guest && answer.getStatus() == Response.Status.SEE_OTHER.getStatusCode() ? Response.fromResponse(answer)
                .cookie(new NewCookie.Builder(Actor.OfGuest.COOKIE).value("").path("/").maxAge(0).httpOnly(true).sameSite(NewCookie.SameSite.LAX).build()).build() : answer;
    }
}
