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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.ProgrammePolicy;
import nl.klankbord.programme.RetentionWay;
import nl.klankbord.programme.WriteRetention;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** How long texts of a programme stay: for its members to read, for its coordinator to say. */
@Path("/programmes/{id}/retention")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class RetentionPages {
    private static final String KEEP = "KEEP";
    @Inject
    CurrentActor current;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    WriteRetention write;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "record", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance retention(ProgrammeFinder.Shown programme, boolean sets, Typed form, int fewest, int most, int notice, List<Form.Error> errors);
    }

    @GET
    public Response show(@PathParam("id") UUID id) {
        return html.shown(programmes.visibleTo(current.require(), id), () -> Decision.HIDDEN, programme -> page(programme, Typed.of(programme), List.of()));
    }

    @POST
    public Response save(@PathParam("id") UUID id, @RestForm String version, @RestForm String way, @RestForm String months) {
        boolean keep = KEEP.equals(way);
        return html.after(write.set(current.require(), id, new Expected(Form.number(version)), new WriteRetention.Term(keep ? null : Form.number(months), keep ? null : Form.choice(RetentionWay.class, way))),
                done -> "/programmes/" + id + "/retention", "saved",
                errors -> page(programmes.visibleTo(current.require(), id).orElseThrow(), new Typed(way, months), errors));
    }

    private TemplateInstance page(ProgrammeFinder.Shown programme, Typed typed, List<Form.Error> errors) {
        return Templates.retention(programme, ProgrammePolicy.decide(programme.standing(current.require()), ProgrammePolicy.Action.SET_RETENTION).granted(), typed,
                WriteRetention.FEWEST_MONTHS, WriteRetention.MOST_MONTHS, Notice.WORKING_DAYS, errors);
    }

    /** The form as it shows. */
    public record Typed(String way, String months) {
        static Typed of(ProgrammeFinder.Shown programme) {
            return new Typed(programme.retentionWay() == null ? KEEP : programme.retentionWay().name(), Objects.toString(programme.retentionMonths(), ""));
        }
    }
}
