// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.SchoolHolidays;
import nl.klankbord.shared.Texts;
import nl.klankbord.web.Api;
import nl.klankbord.web.Language;

/** The methods a programme can use. */
@Path("/api/v1/programmes/{id}/methods")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MethodResource {
    @Inject
    CurrentActor current;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    MethodFinder methods;
    @Inject
    ChangeMethod change;
    @Inject
    Texts texts;
    @Inject
    Language language;
    @Inject
    Api api;

    @GET
    public Response list(@PathParam("id") UUID id) {
        Decision decision = decide(id);
        return decision.granted() ? api.ok(new Cursor.Items<>(methods.inProgramme(current.require(), id).stream().map(this::json).toList(), null)) : api.denied(decision);
    }

    @POST
    public Response copy(@PathParam("id") UUID id, Copy input) {
        return api.of(change.copy(current.require(), id, api.body(input).from(), input.name()), key -> {
            MethodFinder.Shown shown = methods.visibleTo(current.require(), id, key).orElseThrow();
            return api.created("/programmes/" + id + "/methods/" + key, json(shown), shown.version());
        });
    }

    @GET
    @Path("/{key}")
    public Response show(@PathParam("id") UUID id, @PathParam("key") String key) {
        return api.shown(methods.visibleTo(current.require(), id, key), () -> {
            Decision decision = decide(id);
            return decision.granted() ? Decision.HIDDEN : decision;
        }, shown -> api.ok(json(shown), shown.version()));
    }

    @PUT
    @Path("/{key}")
    public Response edit(@PathParam("id") UUID id, @PathParam("key") String key, @HeaderParam("If-Match") String ifMatch, Input input) {
        return api.of(change.edit(current.require(), id, key, Expected.ifMatch(ifMatch), api.body(input).rules()), done -> show(id, key));
    }

    @DELETE
    @Path("/{key}")
    public Response remove(@PathParam("id") UUID id, @PathParam("key") String key) {
        return api.of(change.remove(current.require(), id, key), done -> Response.noContent().build());
    }

    private Decision decide(UUID id) {
        return programmes.standing(current.require(), id).map(standing -> MethodPolicy.decide(standing, true, false, MethodPolicy.Action.READ)).orElse(Decision.HIDDEN);
    }

    private MethodJson json(MethodFinder.Shown shown) {
        return MethodJson.of(shown, shown.questions().stream().map(one -> one.said(texts, language.locale())).toList(), shown.steps().stream().map(one -> one.said(texts, language.locale())).toList());
    }

    record Copy(String from, String name) {}

    /** @param protocolSteps and {@code questions}: what is left as GET gives it stays Klankbord's, in both languages; left out: those of the protocol or the set that is named */
    @JsonIgnoreProperties({"key", "programmeId", "used", "ownQuestions", "ownSteps"})
    record Input(String name, Map<Stage, Integer> workingDays, Integer minimumPeers, Integer maximumPeers, Integer quorum, String protocol, List<ProtocolStep> protocolSteps,
                 String questionSet, List<Question> questions, Set<SchoolHolidays.Region> holidayRegions) {
        MethodRules rules() {
            return new MethodRules(name, workingDays, minimumPeers, maximumPeers, quorum, protocol, protocolSteps, questionSet, questions, holidayRegions);
        }
    }

    /**
     * @param programmeId null for those that Klankbord brings along, and so is {@code name}
     * @param ownSteps    whether its steps are others than those of its protocol; {@code ownQuestions}: than those of its set
     */
    record MethodJson(String key, UUID programmeId, String name, Map<Stage, Integer> workingDays, int minimumPeers, Integer maximumPeers, int quorum, String protocol,
                      List<ProtocolStep> protocolSteps, boolean ownSteps, String questionSet, List<Question> questions, boolean ownQuestions, List<SchoolHolidays.Region> holidayRegions, boolean used) {
        static MethodJson of(MethodFinder.Shown shown, List<Question> questions, List<ProtocolStep> steps) {
            return new MethodJson(shown.key(), shown.programmeId(), shown.name(), shown.workingDays(), shown.minimumPeers(), shown.maximumPeers(), shown.quorum(), shown.protocol(),
                    steps, shown.ownSteps(), shown.questionSet(), questions, shown.ownQuestions(), shown.holidayRegions(), shown.used());
        }
    }
}
