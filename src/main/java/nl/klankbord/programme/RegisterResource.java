// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.identity.ImportMunicipalities;
import nl.klankbord.identity.ImportMunicipalities.Pasted;
import nl.klankbord.identity.Municipality;
import nl.klankbord.identity.MunicipalityReport;
import nl.klankbord.web.Api;
import nl.klankbord.web.Form;

/** The figures of all municipalities. */
@Path("/api/v1/municipality-imports")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RegisterResource {
    @Inject
    CurrentActor current;
    @Inject
    ImportMunicipalities write;
    @Inject
    Api api;
    @Inject
    Form form;

    /** With {@code dryRun} the report of what would come of it, and nothing is written. */
    @POST
    public Response save(Input input) {
        Pasted pasted = new Pasted(api.body(input).csv());
        return Boolean.TRUE.equals(input.dryRun()) ? api.of(write.check(current.require(), pasted), report -> api.ok(ReportJson.of(true, report, form)))
                : api.of(write.save(current.require(), pasted), report -> api.created("/municipalities", ReportJson.of(false, report, form)));
    }

    record Input(String csv, Boolean dryRun) {}

    record ReportJson(boolean dryRun, int changed, int same, int passedOver, int invalid, List<Line> lines) {
        static ReportJson of(boolean dryRun, MunicipalityReport report, Form form) {
            return new ReportJson(dryRun, report.changed(), report.same(), report.passedOver(), report.invalid(), report.lines().stream().map(line -> new Line(line.number(), line.code(), line.name(),
                    line.facts(), line.state(), line.problem() == null ? null : form.message(line.problem()))).toList());
        }

        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Line(int line, String code, String name, Municipality.Facts figures, MunicipalityReport.State state, String message) {}
    }
}
