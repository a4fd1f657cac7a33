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
import org.jboss.resteasy.reactive.RestForm;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.session.PlanSession;
import nl.klankbord.session.ProtocolFinder;
import nl.klankbord.session.SessionDeed;
import nl.klankbord.session.SessionFinder;
import nl.klankbord.session.SessionPlan;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import nl.klankbord.web.Language;

/** The date of a session, its invitation, and the moment it has been held. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SessionPages {
    @Inject
    CurrentActor current;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    SessionFinder sessions;
    @Inject
    ProtocolFinder protocols;
    @Inject
    StandingFinder standings;
    @Inject
    PlanSession plan;
    @Inject
    Html html;
    @Inject
    Language language;

    @CheckedTemplate(basePath = "review", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance session(DilemmaFinder.Text dilemma, LocalDate earliest, Times form, List<ProtocolFinder.Choice> protocols, Integer version, List<Form.Error> errors);
    }

    @GET
    @Path("/dilemmas/{id}/session")
    public Response show(@PathParam("id") UUID id) {
        Decision decision = standings.of(current.require(), id).map(s -> DilemmaPolicy.decide(s, SessionDeed.SET_SESSION)).orElse(Decision.HIDDEN);
        return decision.granted() ? html.ok(form(id, null, List.of())) : html.denied(decision);
    }

    @POST
    @Path("/dilemmas/{id}/session")
    public Response set(@PathParam("id") UUID id, @RestForm String version, @RestForm String startsAt, @RestForm String endsAt, @RestForm String location,
                        @RestForm String joinUrl, @RestForm String protocol) {
        Times typed = new Times(startsAt, endsAt, location, joinUrl, protocol);
        Integer from = Form.number(version);
        return html.after(plan.set(current.require(), id, from == null, new Expected(from), typed.plan()), done -> "/dilemmas/" + id + "#session", "session-set", errors -> form(id, typed, errors));
    }

    @POST
    @Path("/dilemmas/{id}/session/finish")
    public Response finish(@PathParam("id") UUID id) {
        return html.after(sessions.ofDilemma(current.require(), id).map(session -> plan.finish(current.require(), session.id())).orElseGet(Outcome::hidden),
                done -> "/dilemmas/" + id + "#session", "session-held");
    }

    @GET
    @Path("/dilemmas/{id}/session/invitation.ics")
    @Produces("text/calendar")
    public Response invitation(@PathParam("id") UUID id) {
        return sessions.ofDilemma(current.require(), id).flatMap(session -> sessions.calendar(current.require(), session.id(), language.locale()))
                .map(calendar -> Response.ok(calendar, "text/calendar; charset=UTF-8").header("Content-Disposition", "attachment; filename=\"klankbord.ics\"").build())
                .orElseGet(() -> html.denied(Decision.HIDDEN));
    }

    /** @param typed null shows what is set */
    private TemplateInstance form(UUID id, Times typed, List<Form.Error> errors) {
        SessionFinder.Shown set = sessions.ofDilemma(current.require(), id).orElse(null);
        List<ProtocolFinder.Choice> choices = protocols.choices(current.require(), id);
        Times times = typed != null ? typed : set == null ? new Times("", "", "", "", choices.stream().findFirst().map(ProtocolFinder.Choice::key).orElse("")) : Times.of(set);
        return Templates.session(dilemmas.visibleTo(current.require(), id).orElseThrow().text(), plan.earliest(current.require(), id).orElse(null), times, choices, set == null ? null : set.version(), errors);
    }

    /** What was typed; times as a browser's field has them. */
    public record Times(String startsAt, String endsAt, String location, String joinUrl, String protocol) {
        static Times of(SessionFinder.Shown set) {
            return new Times(Form.local(set.startsAt()), Form.local(set.endsAt()), set.location(), set.joinUrl(), set.protocol());
        }

        SessionPlan plan() {
            return new SessionPlan(Form.moment(startsAt), Form.moment(endsAt), location, joinUrl, protocol);
        }
    }
}
