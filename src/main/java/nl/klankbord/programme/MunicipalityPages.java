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
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** "Mijn gemeente": who of one's own municipality takes part in what, for who administers it. */
@Path("/municipality")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class MunicipalityPages {
    private static final int MOST = 100;
    @Inject
    CurrentActor current;
    @Inject
    ColleagueFinder colleagues;
    @Inject
    WriteColleague write;
    @Inject
    ConfirmColleague confirm;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "programme", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance municipality(ColleagueFinder.Own own, List<ColleagueFinder.Colleague.Of> people, String next, Cursor.Items<ColleagueFinder.Proposal> proposals, Colleague form, List<Form.Error> errors);
    }

    @GET
    public Response show(@QueryParam("cursor") String cursor) {
        return html.shown(colleagues.municipality(current.require()), () -> Decision.HIDDEN, own -> page(own, Cursor.of(cursor, MOST), Colleague.NOBODY, List.of()));
    }

    @POST
    @Path("/colleagues")
    public Response add(@RestForm String programmeId, @RestForm String email, @RestForm String level) {
        return html.after(write.add(current.require(), new WriteColleague.NewColleague(Form.id(programmeId), email, Form.choice(Level.class, level))), done -> "/municipality", "colleague-added",
                errors -> again(new Colleague(programmeId, email, level), errors));
    }

    @POST
    @Path("/colleagues/{membership}/removal")
    public Response remove(@PathParam("membership") UUID membership) {
        return html.after(write.remove(current.require(), membership), done -> "/municipality", "member-removed");
    }

    @POST
    @Path("/proposals/{membership}/confirmation")
    public Response confirm(@PathParam("membership") UUID membership) {
        return html.after(confirm.confirm(current.require(), membership), done -> "/municipality", "colleague-confirmed");
    }

    @POST
    @Path("/proposals/{membership}/refusal")
    public Response refuse(@PathParam("membership") UUID membership) {
        return html.after(confirm.refuse(current.require(), membership), done -> "/municipality", "colleague-refused");
    }

    private TemplateInstance again(Colleague typed, List<Form.Error> errors) {
        return page(colleagues.municipality(current.require()).orElseThrow(), Cursor.of(null, MOST), typed, errors);
    }

    private TemplateInstance page(ColleagueFinder.Own own, Cursor cursor, Colleague typed, List<Form.Error> errors) {
        Cursor.Items<ColleagueFinder.Colleague> roles = colleagues.list(current.require(), cursor).orElseThrow();
        return Templates.municipality(own, ColleagueFinder.Colleague.byPerson(roles.items()), roles.next(), colleagues.proposals(current.require(), Cursor.of(null, MOST)).orElseThrow(), typed, errors);
    }

    /** What was typed of a colleague. */
    public record Colleague(String programmeId, String email, String level) {
        static final Colleague NOBODY = new Colleague("", "", "");

        public boolean chose(UUID programme) {
            return programme.toString().equals(programmeId);
        }
    }
}
