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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.identity.ImportMunicipalities;
import nl.klankbord.identity.ImportMunicipalities.Pasted;
import nl.klankbord.identity.MunicipalityFinder;
import nl.klankbord.identity.MunicipalityPolicy;
import nl.klankbord.identity.MunicipalityReport;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;
import nl.klankbord.web.Form;
import nl.klankbord.web.GivenList;
import nl.klankbord.web.Html;
import nl.klankbord.web.Language;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The figures of all municipalities: paste an export, see line by line what changes, and take it over. */
@Path("/administration/municipalities")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
public class RegisterPages {
    @Inject
    CurrentActor current;
    @Inject
    MunicipalityFinder municipalities;
    @Inject
    ImportMunicipalities write;
    @Inject
    Html html;
    @Inject
    Form form;
    @Inject
    Language language;

    @CheckedTemplate(basePath = "programme", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance register(MunicipalityFinder.Described described, String csv, Report report, List<Form.Error> errors);
    }

    @GET
    public Response show() {
        Decision decision = MunicipalityPolicy.keepRegister(current.require());
        return decision.granted() ? html.ok(page("", null, List.of())) : html.denied(decision);
    }

    /** @param save absent for a look at what would come of it, which a file always is */
    @POST
    public Response save(@RestForm String csv, @RestForm("file") FileUpload file, @RestForm("save") String saved) {
        GivenList list = GivenList.of(csv, file);
        return list.problem() == null || !MunicipalityPolicy.keepRegister(current.require()).granted() ? save(list.csv(), list.fromFile() ? null : saved)
                : html.after(Outcome.invalid("file", list.problem()), done -> null, null, errors -> page(list.csv(), null, errors));
    }

    private Response save(String csv, String save) {
        Pasted pasted = new Pasted(csv);
        Outcome<MunicipalityReport> outcome = save == null ? write.check(current.require(), pasted) : write.save(current.require(), pasted);
        return save == null && outcome instanceof Outcome.Done<MunicipalityReport>(MunicipalityReport report) ? html.ok(page(csv, report, List.of()))
                : html.after(outcome, done -> "/administration/municipalities", "figures-saved", errors -> refused(csv, pasted, errors));
    }

    /** What is wrong with lines is told at the lines. */
    private TemplateInstance refused(String csv, Pasted pasted, List<Form.Error> errors) {
        return write.check(current.require(), pasted) instanceof Outcome.Done<MunicipalityReport>(MunicipalityReport report)
                ? page(csv, report, List.of(new Form.Error("csv", language.text("programme.import.refused", report.invalid())))) : page(csv, null, errors);
    }

    private TemplateInstance page(String csv, MunicipalityReport report, List<Form.Error> errors) {
        return Templates.register(municipalities.described(current.require()), csv, report == null ? null : Report.of(report, form), errors);
    }

    /** The report in words. */
    public record Report(int changed, int same, int passedOver, int invalid, List<Line> lines) {
        static Report of(MunicipalityReport report, Form form) {
            return new Report(report.changed(), report.same(), report.passedOver(), report.invalid(), report.lines().stream().map(line -> new Line(line, line.problem() == null ? null
                    : form.message(line.problem()))).toList());
        }

        public boolean savable() {
            return invalid == 0 && changed > 0;
        }

        public record Line(MunicipalityReport.Line read, String message) {}
    }
}
