// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.dilemma.WelcomeNewcomer;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.programme.Role;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Api;

/** Who comes to a dilemma that runs already: the host lets them in, writers let them read what was written before. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NewcomerResource {
    @Inject
    CurrentActor current;
    @Inject
    StandingFinder standings;
    @Inject
    NewcomerFinder newcomers;
    @Inject
    WelcomeNewcomer welcome;
    @Inject
    AnswerNewcomer answer;
    @Inject
    Api api;

    @GET
    @Path("/dilemmas/{id}/newcomers")
    public Response list(@PathParam("id") UUID id) {
        Decision decision = standings.decide(current.require(), id, DilemmaDeed.READ_CIRCLE);
        return decision.granted() ? api.ok(new Newcomers(Stream.concat(newcomers.arrived(current.require(), id).stream().map(ArrivedJson::of),
                newcomers.coordinators(current.require(), id).stream().map(one -> new ArrivedJson(one.personId(), one.name(), null, Role.COORDINATOR.name(), one.since(), false, null))).toList(),
                newcomers.waiting(current.require(), id).stream().map(one -> new WaitingJson(one.id(), one.name(), one.municipality(), one.namedAt())).toList())) : api.denied(decision);
    }

    @POST
    @Path("/newcomers/{id}/host-agreements")
    public Response agree(@PathParam("id") UUID id, Agreement input) {
        return api.of(welcome.agree(current.require(), id, api.body(input).agreed()), person -> api.created("/newcomers/" + id, input));
    }

    @POST
    @Path("/dilemmas/{id}/newcomers/{person}/consents")
    public Response answer(@PathParam("id") UUID id, @PathParam("person") UUID person, Consent input) {
        return api.of(answer.answer(current.require(), id, person, api.body(input).given()), done -> api.created("/dilemmas/" + id + "/newcomers", input));
    }

    record Agreement(Boolean agreed) {}

    record Consent(Boolean given) {}

    record Newcomers(List<ArrivedJson> items, List<WaitingJson> waiting) {}

    /** @param kind of the seat, or COORDINATOR; @param given what the reader answered, absent while she was not asked or did not answer */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ArrivedJson(UUID personId, String name, String municipality, String kind, Instant since, boolean asked, Boolean given) {
        static ArrivedJson of(NewcomerFinder.Arrived one) {
            return new ArrivedJson(one.personId(), one.name(), one.municipality(), one.kind().name(), one.since(), one.asked(), one.given());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WaitingJson(UUID id, String name, String municipality, Instant namedAt) {}
}
