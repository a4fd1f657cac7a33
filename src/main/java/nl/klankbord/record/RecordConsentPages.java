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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** One's own yes or no to one's municipality. */
@Path("/profile/record-consent")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class RecordConsentPages {
    @Inject
    CurrentActor current;
    @Inject
    ConsentGivenFinder consents;
    @Inject
    WriteRecordConsent write;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "record", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance consent(ConsentGivenFinder.Given given, List<Form.Error> errors);
    }

    @GET
    public Response show() {
        return html.shown(consents.of(current.require()), () -> Decision.HIDDEN, given -> Templates.consent(given, List.of()));
    }

    @POST
    public Response answer(@RestForm String given) {
        Actor me = current.require();
        return html.after(write.answer(me, "true".equals(given) ? Boolean.TRUE : "false".equals(given) ? Boolean.FALSE : null), done -> "/profile/record-consent", "saved",
                errors -> Templates.consent(consents.of(me).orElseThrow(), errors));
    }
}
