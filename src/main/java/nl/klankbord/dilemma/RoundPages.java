// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.ProgrammePolicy;
import nl.klankbord.round.MoveRound;
import nl.klankbord.round.PlanRound;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.round.RoundPhase;
import nl.klankbord.round.RoundPolicy;
import nl.klankbord.round.Stage;
import nl.klankbord.round.Timeline;
import nl.klankbord.round.Timetable;
import nl.klankbord.round.TimetableFinder;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.Unmet;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import nl.klankbord.web.Language;
import org.jboss.resteasy.reactive.RestForm;

/** A programme with its rounds, and a round with its dilemmas, as pages. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class RoundPages {
    @Inject
    CurrentActor current;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    RoundFinder rounds;
    @Inject
    TimetableFinder timetables;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    PlanRound plan;
    @Inject
    MoveRound move;
    @Inject
    WaitingFor waitingFor;
    @Inject
    LevelFinder levels;
    @Inject
    Html html;
    @Inject
    Language language;
    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "round", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance programme(ProgrammeView view);

        static native TemplateInstance form(ProgrammeFinder.Shown programme, List<String> methods, RoundForm form, List<Form.Error> errors);

        static native TemplateInstance show(RoundView view);

        static native TemplateInstance timetable(RoundFinder.Shown round, List<StageField> stages, List<Form.Error> errors);
    }

    @GET
    @Path("/programmes/{id}")
    public Response programme(@PathParam("id") UUID id, @QueryParam("cursor") String cursor) {
        return html.shown(programmes.visibleTo(current.require(), id), () -> Decision.HIDDEN, programme -> {
            Actor me = current.require();
            Map<UUID, Timetable> dates = timetables.inProgramme(me, id);
            Cursor.Items<RoundFinder.Shown> page = rounds.inProgramme(me, id, Cursor.of(cursor, null));
            return Templates.programme(ProgrammeView.of(programme, programme.standing(me), page.next(),
                    page.items().stream().map(round -> new ProgrammeView.Card(round, timeline(round, dates.get(round.id())))).toList()));
        });
    }

    private Timeline timeline(RoundFinder.Shown round, Timetable dates) {
        return Timeline.of(round, dates, clock.instant(), language);
    }

    @GET
    @Path("/programmes/{id}/rounds/new")
    public Response create(@PathParam("id") UUID id) {
        Decision decision = programmes.standing(current.require(), id).map(s -> ProgrammePolicy.decide(s, ProgrammePolicy.Action.MAKE_ROUND)).orElse(Decision.HIDDEN);
        String today = WorkingDays.dayOf(clock.instant()).toString();
        return decision.granted() ? html.ok(form(id, new RoundForm("", "standard", today), List.of())) : html.denied(decision);
    }

    @POST
    @Path("/programmes/{id}/rounds/new")
    public Response create(@PathParam("id") UUID id, @BeanParam RoundForm typed) {
        return html.after(plan.make(current.require(), id, typed.input()), round -> "/rounds/" + round, "round-made", errors -> form(id, typed, errors));
    }

    private TemplateInstance form(UUID id, RoundForm typed, List<Form.Error> errors) {
        Actor me = current.require();
        return Templates.form(programmes.visibleTo(me, id).orElseThrow(), rounds.methodKeys(me), typed, errors);
    }

    @GET
    @Path("/rounds/{id}")
    public Response show(@PathParam("id") UUID id) {
        Decision decision = decide(id, RoundPolicy.Action.READ);
        return decision.granted() ? html.ok(page(id, List.of())) : html.denied(decision);
    }

    /** A move that must wait says for what, on the page of the round itself. */
    @POST
    @Path("/rounds/{id}/phase")
    public Response move(@PathParam("id") UUID id, @RestForm String to) {
        Outcome<RoundPhase> outcome = move.to(current.require(), id, Form.choice(RoundPhase.class, to));
        return outcome instanceof Outcome.Blocked<RoundPhase>(List<Unmet> unmet)
                ? Response.fromResponse(html.ok(page(id, unmet))).status(409).build()
                : html.after(outcome, phase -> "/rounds/" + id, "round-" + to);
    }

    private TemplateInstance page(UUID id, List<Unmet> unmet) {
        Actor me = current.require();
        RoundFinder.Shown round = rounds.visibleTo(me, id).orElseThrow();
        return Templates.show(RoundView.of(me, round, timeline(round, rounds.timetable(me, id)), dilemmas.inRound(me, id),
                waitingFor.inRound(me, id).orElse(null), unmet, levels.missing(me, id).orElse(null), language));
    }

    @GET
    @Path("/rounds/{id}/timetable")
    public Response timetable(@PathParam("id") UUID id) {
        Decision decision = decide(id, RoundPolicy.Action.RESCHEDULE);
        return decision.granted() ? html.ok(timetable(id, null, List.of())) : html.denied(decision);
    }

    @POST
    @Path("/rounds/{id}/timetable")
    public Response reschedule(@PathParam("id") UUID id, @BeanParam RoundForm.Dates typed) {
        return html.after(plan.reschedule(current.require(), id, new Expected(Form.number(typed.version())), typed.input()), done -> "/rounds/" + id,
                "timetable-saved", errors -> timetable(id, typed, errors));
    }

    /** @param typed null for the dates as they are */
    private TemplateInstance timetable(UUID id, RoundForm.Dates typed, List<Form.Error> errors) {
        RoundFinder.Shown round = rounds.visibleTo(current.require(), id).orElseThrow();
        List<StageField> fields = rounds.timetable(current.require(), id).entries().stream()
                .map(entry -> new StageField(entry.phase(), entry.endsAt(), typed == null ? WorkingDays.dayOf(entry.endsAt()).toString() : typed.of(entry.phase()),
                        errors.stream().filter(error -> error.field().equals(entry.phase().name())).map(Form.Error::message).findFirst().orElse(null),
                        round.phase() == RoundPhase.RUNNING && entry.phase().compareTo(Stage.CLARIFYING) < 0)).toList();
        return Templates.timetable(round, fields, errors.stream().map(this::named).toList());
    }

    /** The same words for several dates say nothing in a list, unless each names its stage. */
    private Form.Error named(Form.Error error) {
        Stage stage = Form.choice(Stage.class, error.field());
        return stage == null ? error : new Form.Error(error.field(), language.text("stage." + stage) + ": " + error.message());
    }

    private Decision decide(UUID id, RoundPolicy.Action action) {
        Actor me = current.require();
        return rounds.visibleTo(me, id).map(shown -> RoundPolicy.decide(shown.standing(me), shown.phase(), action)).orElse(Decision.HIDDEN);
    }

    /** @param endsAt as it is now; {@code value}: as typed; {@code fixed}: it is over and stays */
    public record StageField(Stage stage, Instant endsAt, String value, String error, boolean fixed) {}
}
