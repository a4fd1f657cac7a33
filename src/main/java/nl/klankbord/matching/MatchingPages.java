// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.round.RoundPolicy;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** The page on which a coordinator chooses peers for all dilemmas of a round at once. */
@Path("/rounds/{id}/matching")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class MatchingPages {
    @Inject
    CurrentActor current;
    @Inject
    RoundFinder rounds;
    @Inject
    MatchingFinder matching;
    @Inject
    InvitePeers invite;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "matching", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance round(PeerForm form);
    }

    @GET
    public Response show(@PathParam("id") UUID id) {
        return html.shown(matching.ofRound(current.require(), id), () -> decide(id), plan -> page(id, plan, null, null, List.of()));
    }

    /** Shows what the choice would cost, or proposes all that was chosen. */
    @POST
    public Response choose(@PathParam("id") UUID id, @BeanParam PeerForm.Typed typed, @RestForm String compare) {
        Optional<PeerPlan> plan = matching.ofRound(current.require(), id);
        if (plan.isEmpty()) {
            return html.denied(decide(id));
        }
        List<PeerForm.Chosen> chosen = typed.chosen(plan.get());
        List<PeerComparison.Choice> choices = chosen.stream().map(PeerForm.Chosen::choice).toList();
        return compare != null
                ? html.shown(matching.compared(current.require(), id, choices), () -> decide(id), found -> page(id, found.plan(), typed, found.comparison(), List.of()))
                : html.after(invite.proposePeers(current.require(), id, choices), done -> "/rounds/" + id, "peers-proposed",
                        errors -> page(id, matching.ofRound(current.require(), id).orElseThrow(), typed, null, PeerForm.placed(errors, chosen)));
    }

    private TemplateInstance page(UUID id, PeerPlan plan, PeerForm.Typed typed, PeerComparison comparison, List<Form.Error> errors) {
        return Templates.round(new PeerForm(rounds.visibleTo(current.require(), id).orElseThrow(), plan, typed, comparison, errors));
    }

    private Decision decide(UUID id) {
        Actor me = current.require();
        return rounds.visibleTo(me, id).map(shown -> RoundPolicy.decide(shown.standing(me), shown.phase(), RoundPolicy.Action.MATCH)).orElse(Decision.HIDDEN);
    }
}
