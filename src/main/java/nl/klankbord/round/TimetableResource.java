// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.SchoolHolidays;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.web.Api;

/** Dates to look at before they are saved. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TimetableResource {
    @Inject
    CurrentActor current;
    @Inject
    PreviewTimetable previews;
    @Inject
    Api api;

    @POST
    @Path("/programmes/{id}/timetable-previews")
    public Response fill(@PathParam("id") UUID id, Start input) {
        return api.of(previews.filled(current.require(), id, api.body(input).plan()), this::json);
    }

    @POST
    @Path("/rounds/{id}/timetable-previews")
    public Response shift(@PathParam("id") UUID id, Timetable.Entry input) {
        return api.of(previews.shifted(current.require(), id, api.body(input).phase(), input.endsAt()), this::json);
    }

    private Response json(PreviewTimetable.Preview preview) {
        List<Timetable.Entry> entries = preview.next().entries();
        return api.ok(new PreviewJson(entries, entries.stream().flatMap(entry -> SchoolHolidays.on(WorkingDays.dayOf(entry.endsAt()))
                .map(free -> new Remark(entry.phase(), free.season(), free.regions())).stream()).toList()));
    }

    record Start(String methodKey, LocalDate opensOn) {
        PlanRound.Plan plan() {
            return new PlanRound.Plan(null, methodKey, opensOn);
        }
    }

    /** @param remarks which dates fall in a school holiday, and where */
    record PreviewJson(List<Timetable.Entry> timetable, List<Remark> remarks) {}

    record Remark(Stage phase, SchoolHolidays.Season schoolHoliday, List<SchoolHolidays.Region> regions) {}
}
