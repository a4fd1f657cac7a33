// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

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
import java.util.Set;
import java.util.UUID;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.dilemma.WriteDilemma;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.round.RoundPhase;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** Once is not enough: a host brings a dilemma in again, in a round that calls for dilemmas. */
@Path("/dilemmas/{id}/again")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class FollowUpPages {
    @Inject
    CurrentActor current;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    RoundFinder rounds;
    @Inject
    StandingFinder standings;
    @Inject
    WriteDilemma write;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "review", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance again(DilemmaFinder.Text dilemma, List<RoundFinder.Shown> rounds, List<Form.Error> errors);
    }

    @GET
    public Response choose(@PathParam("id") UUID id) {
        Decision decision = standings.decide(current.require(), id, DilemmaDeed.BRING_IN_AGAIN);
        return decision.granted() ? html.ok(form(id, List.of())) : html.denied(decision);
    }

    @POST
    public Response begin(@PathParam("id") UUID id, @RestForm String roundId) {
        Decision decision = standings.decide(current.require(), id, DilemmaDeed.BRING_IN_AGAIN);
        if (!decision.granted()) {
            return html.denied(decision);
        }
        Outcome<UUID> outcome = Form.id(roundId) == null ? Outcome.invalid("roundId", "required") : write.start(current.require(), Form.id(roundId), Canvas.titled(null), id);
        return html.after(outcome, made -> "/dilemmas/" + made + "/edit", "brought-in-again", errors -> form(id, errors));
    }

    private TemplateInstance form(UUID id, List<Form.Error> errors) {
        DilemmaFinder.Shown shown = dilemmas.visibleTo(current.require(), id).orElseThrow();
        return Templates.again(shown.text(), rounds.inProgramme(current.require(), shown.standing().programmeId(), Set.of(RoundPhase.CALL), Cursor.of(null, Cursor.MOST)).items(), errors);
    }
}
