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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.programme.ImportMembers.Pasted;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;
import nl.klankbord.web.Form;
import nl.klankbord.web.GivenList;
import nl.klankbord.web.Html;
import nl.klankbord.web.Language;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Many people at once: paste a list, see line by line what it comes to, and add them. */
@Path("/programmes/{id}/people/import")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
public class ImportPages {
    @Inject
    CurrentActor current;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    ImportMembers write;
    @Inject
    Html html;
    @Inject
    Form form;
    @Inject
    Language language;

    @CheckedTemplate(basePath = "programme", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance importing(ProgrammeFinder.Shown programme, String csv, Report report, boolean invites, List<Form.Error> errors);
    }

    @GET
    public Response show(@PathParam("id") UUID id) {
        Decision decision = decide(id);
        return decision.granted() ? html.ok(page(id, "", null, List.of())) : html.denied(decision);
    }

    /** @param save absent for a look at what would come of it, which a file always is */
    @POST
    public Response add(@PathParam("id") UUID id, @RestForm String csv, @RestForm("file") FileUpload file, @RestForm("save") String saved) {
        GivenList list = GivenList.of(csv, file);
        return list.problem() == null || !decide(id).granted() ? add(id, list.csv(), list.fromFile() ? null : saved)
                : html.after(Outcome.invalid("file", list.problem()), done -> null, null, errors -> page(id, list.csv(), null, errors));
    }

    private Response add(UUID id, String csv, String save) {
        Pasted pasted = new Pasted(csv);
        if (save == null && write.check(current.require(), id, pasted) instanceof Outcome.Done<MemberReport>(MemberReport report)) {
            return html.ok(page(id, csv, report, List.of()));
        }
        Outcome<MemberReport> outcome = save == null ? write.check(current.require(), id, pasted) : write.add(current.require(), id, pasted);
        return html.after(outcome, done -> "/programmes/" + id + "/people?added=" + done.added() + "&invited=" + done.invited() + "&there=" + done.alreadyThere(), "members-imported", errors -> refused(id, csv, pasted, errors));
    }

    /** What is wrong with lines is told at the lines. */
    private TemplateInstance refused(UUID id, String csv, Pasted pasted, List<Form.Error> errors) {
        return write.check(current.require(), id, pasted) instanceof Outcome.Done<MemberReport>(MemberReport report)
                ? page(id, csv, report, List.of(new Form.Error("csv", language.text("programme.import.refused", report.invalid())))) : page(id, csv, null, errors);
    }

    private Decision decide(UUID id) {
        return programmes.standing(current.require(), id).map(standing -> ProgrammePolicy.decide(standing, ProgrammePolicy.Action.MANAGE_MEMBERS)).orElse(Decision.HIDDEN);
    }

    private TemplateInstance page(UUID id, String csv, MemberReport report, List<Form.Error> errors) {
        return Templates.importing(programmes.visibleTo(current.require(), id).orElseThrow(), csv, report == null ? null : Report.of(report, form), programmes.invites(current.require()), errors);
    }

    /** The report in words. */
    public record Report(int added, int invited, int alreadyThere, int twice, int invalid, List<Line> lines) {
        static Report of(MemberReport report, Form form) {
            return new Report(report.added(), report.invited(), report.alreadyThere(), report.twice(), report.invalid(), report.lines().stream().map(line -> new Line(line.number(), line.email(), line.role(), line.level(),
                    line.municipality() == null ? null : line.municipality().name(), line.state(), line.problem() == null ? null : form.message(line.problem()))).toList());
        }

        public boolean savable() {
            return invalid == 0 && added > 0;
        }

        public record Line(int number, String email, Role role, Level level, String municipality, MemberReport.State state, String message) {}
    }
}
