// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.RetentionWay;
import nl.klankbord.programme.WriteRetention;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.web.Api;

/** How long texts of a programme stay. */
@Path("/api/v1/programmes/{id}/retention")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RetentionResource {
    @Inject
    CurrentActor current;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    WriteRetention write;
    @Inject
    Api api;

    @GET
    public Response show(@PathParam("id") UUID id) {
        return api.shown(programmes.visibleTo(current.require(), id), () -> Decision.HIDDEN,
                programme -> api.ok(new RetentionJson(programme.retentionMonths(), programme.retentionWay(), Notice.WORKING_DAYS), programme.version()));
    }

    @PUT
    public Response set(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Term term) {
        return api.of(write.set(current.require(), id, Expected.ifMatch(ifMatch), new WriteRetention.Term(api.body(term).months(), term.way())), done -> show(id));
    }

    @JsonIgnoreProperties("noticeInWorkingDays")
    record Term(Integer months, RetentionWay way) {}

    /** @param months after a dilemma is closed; null: texts stay */
    record RetentionJson(Integer months, RetentionWay way, int noticeInWorkingDays) {}
}
