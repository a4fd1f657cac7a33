// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

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
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.AdministratorFinder;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.identity.MunicipalityFinder;
import nl.klankbord.identity.MunicipalityPolicy;
import nl.klankbord.identity.NameAdministrator;
import nl.klankbord.shared.Cursor;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** "Beheer": what the administrator of the platform sees to, which is never what people write. */
@Path("/administration")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class AdministrationPages {
    /** More than there are. */
    private static final int ALL = 1000;
    @Inject
    CurrentActor current;
    @Inject
    AdministratorFinder administrators;
    @Inject
    MunicipalityFinder municipalities;
    @Inject
    NameAdministrator write;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "programme", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance administration(Cursor.Items<AdministratorFinder.Entry> administrators, List<MunicipalityFinder.Entry> municipalities, Administrator form, List<Form.Error> errors);
    }

    @GET
    public Response show(@QueryParam("cursor") String cursor) {
        return html.shown(administrators.all(current.require(), Cursor.of(cursor, null)), () -> MunicipalityPolicy.nameAny(current.require()), page -> page(page, Administrator.NOBODY, List.of()));
    }

    @POST
    @Path("/administrators")
    public Response add(@RestForm String municipalityCode, @RestForm String email) {
        return html.after(write.add(current.require(), new NameAdministrator.Named(municipalityCode, email)), done -> "/administration", "administrator-named",
                errors -> page(administrators.all(current.require(), Cursor.of(null, null)).orElseThrow(), new Administrator(municipalityCode, email), errors));
    }

    @POST
    @Path("/administrators/{administrator}/removal")
    public Response remove(@PathParam("administrator") UUID administrator, @RestForm String municipalityCode) {
        return html.after(write.remove(current.require(), municipalityCode, administrator), done -> "/administration", "administrator-removed");
    }

    private TemplateInstance page(Cursor.Items<AdministratorFinder.Entry> page, Administrator typed, List<Form.Error> errors) {
        return Templates.administration(page, municipalities.search(current.require(), "", "", ALL), typed, errors);
    }

    /** What was typed of an administrator. */
    public record Administrator(String municipalityCode, String email) {
        static final Administrator NOBODY = new Administrator("", "");
    }
}
