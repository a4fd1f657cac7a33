// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import nl.klankbord.web.Api;
import nl.klankbord.web.Form;

/** Many people at once. */
@Path("/api/v1/programmes/{id}/membership-imports")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ImportResource {
    @Inject
    CurrentActor current;
    @Inject
    ImportMembers write;
    @Inject
    Api api;
    @Inject
    Form form;

    /** With {@code dryRun} the report of what would come of it, and nothing is written. */
    @POST
    public Response add(@PathParam("id") UUID id, Input input) {
        Pasted pasted = new Pasted(api.body(input).csv());
        boolean dryRun = Boolean.TRUE.equals(input.dryRun());
        return dryRun ? api.of(write.check(current.require(), id, pasted), report -> api.ok(ReportJson.of(true, report, form)))
                : api.of(write.add(current.require(), id, pasted), report -> api.created("/programmes/" + id + "/memberships", ReportJson.of(false, report, form)));
    }

    record Input(String csv, Boolean dryRun) {}

    /** @param added roles given; @param invited people who get a mail with that */
    record ReportJson(boolean dryRun, int added, int invited, int alreadyThere, int twice, int invalid, List<Line> lines) {
        static ReportJson of(boolean dryRun, MemberReport report, Form form) {
            return new ReportJson(dryRun, report.added(), report.invited(), report.alreadyThere(), report.twice(), report.invalid(), report.lines().stream().map(line -> new Line(line.number(), line.email(),
                    line.role(), line.level(), line.municipality() == null ? null : line.municipality().code(), line.state(), line.problem() == null ? null : form.message(line.problem()))).toList());
        }

        record Line(int line, String email, Role role, Level level, String municipalityCode, MemberReport.State state, String message) {}
    }
}
