// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.ProgrammePolicy;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Api;

/** Marked passages. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ObservationResource {
    @Inject
    CurrentActor current;
    @Inject
    ObservationFinder observations;
    @Inject
    StandingFinder standings;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    WriteObservation write;
    @Inject
    Api api;

    @GET
    @Path("/observations")
    public Response list(@QueryParam("dilemmaId") UUID dilemma, @QueryParam("programmeId") UUID programme, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        Actor me = current.require();
        Decision inDilemma = dilemma == null ? Decision.GRANTED : standings.decide(me, dilemma, LessonDeed.READ_OBSERVATIONS);
        Decision inProgramme = programme == null ? Decision.GRANTED
                : programmes.standing(me, programme).map(s -> ProgrammePolicy.decide(s, ProgrammePolicy.Action.READ_ROUNDS)).orElse(Decision.HIDDEN);
        if (!inDilemma.granted() || !inProgramme.granted()) {
            return api.denied(inDilemma.granted() ? inProgramme : inDilemma);
        }
        Cursor.Items<ObservationFinder.Shown> page = observations.list(me, dilemma, programme, Cursor.of(cursor, limit));
        return api.ok(new Cursor.Items<>(page.items().stream().map(ObservationJson::of).toList(), page.next()));
    }

    @POST
    @Path("/observations")
    public Response mark(Input input) {
        return api.of(write.mark(current.require(), api.body(input).marking()),
                id -> api.created("/observations/" + id, ObservationJson.of(observations.visibleTo(current.require(), id).orElseThrow())));
    }

    @GET
    @Path("/observations/{id}")
    public Response show(@PathParam("id") UUID id) {
        return api.shown(observations.visibleTo(current.require(), id), () -> Decision.HIDDEN, shown -> api.ok(ObservationJson.of(shown)));
    }

    /** What is sent. What only we decide is read past. */
    @JsonIgnoreProperties({"id", "programmeId", "dilemmaId", "field", "municipality", "createdAt"})
    record Input(SourceType sourceType, UUID sourceId, String exact, List<String> themes) {
        WriteObservation.Marking marking() {
            return new WriteObservation.Marking(sourceType, sourceId, exact, themes);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ObservationJson(UUID id, UUID programmeId, UUID dilemmaId, SourceType sourceType, UUID sourceId, String field, String exact, List<String> themes,
                           Municipality.Ref municipality, Instant createdAt) {
        static ObservationJson of(ObservationFinder.Shown shown) {
            return new ObservationJson(shown.id(), shown.programmeId(), shown.dilemmaId(), shown.sourceType(), shown.sourceId(), shown.field(), shown.exact(),
                    shown.themes().names(), shown.municipality(), shown.createdAt());
        }
    }
}
