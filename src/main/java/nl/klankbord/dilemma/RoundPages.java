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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.ProgrammePolicy;
import nl.klankbord.round.Asked;
import nl.klankbord.round.DatesView;
import nl.klankbord.round.MethodFinder;
import nl.klankbord.round.MoveRound;
import nl.klankbord.round.PlanRound;
import nl.klankbord.round.PreviewTimetable;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.round.RoundPhase;
import nl.klankbord.round.RoundPolicy;
import nl.klankbord.round.Timeline;
import nl.klankbord.round.Timetable;
import nl.klankbord.round.TimetableFinder;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
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
    private static final int ARCHIVED_AT_ONCE = 20;
    @Inject
    CurrentActor current;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    RoundFinder rounds;
    @Inject
    TimetableFinder timetables;
    @Inject
    MethodFinder methods;
    @Inject
    PreviewTimetable previews;
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
    VoiceFinder voices;
    @Inject
    StartNeedFinder startNeeds;
    @Inject
    RemindedToday reminded;
    @Inject
    Html html;
    @Inject
    Language language;
    @Inject
    WorkingDays calendar;
    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "round", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance programme(ProgrammeView view);

        static native TemplateInstance archive(ProgrammeFinder.Shown programme, List<ArchivedRound> rounds, String next);

        static native TemplateInstance form(ProgrammeFinder.Shown programme, List<MethodFinder.Shown> methods, RoundForm form, DatesView preview, List<Form.Error> errors);

        static native TemplateInstance show(RoundView view);
    }

    @GET
    @Path("/programmes/{id}")
    public Response programme(@PathParam("id") UUID id, @QueryParam("cursor") String cursor) {
        return html.shown(programmes.visibleTo(current.require(), id), () -> Decision.HIDDEN, programme -> {
            Actor me = current.require();
            Map<UUID, Timetable> dates = timetables.inProgramme(me, id);
            Cursor.Items<RoundFinder.Shown> page = rounds.inProgramme(me, id, RoundPhase.PRESENT, Cursor.of(cursor, null));
            return Templates.programme(ProgrammeView.of(programme, programme.standing(me), page.next(),
                    page.items().stream().map(round -> new ProgrammeView.Card(round, timeline(round, dates.get(round.id())))).toList()));
        });
    }

    /** Rounds that are over, with the dilemmas one may read. */
    @GET
    @Path("/programmes/{id}/archive")
    public Response archive(@PathParam("id") UUID id, @QueryParam("cursor") String cursor) {
        Actor me = current.require();
        Decision decision = programmes.standing(me, id).map(s -> ProgrammePolicy.decide(s, ProgrammePolicy.Action.READ_ROUNDS)).orElse(Decision.HIDDEN);
        if (!decision.granted()) {
            return html.denied(decision);
        }
        Cursor.Items<RoundFinder.Shown> page = rounds.archive(me, id, Cursor.of(cursor, ARCHIVED_AT_ONCE));
        return html.ok(Templates.archive(programmes.visibleTo(me, id).orElseThrow(), ArchivedRound.of(page.items(), dilemmas.readIn(me, page.items().stream().map(RoundFinder.Shown::id).toList())), page.next()));
    }

    private Timeline timeline(RoundFinder.Shown round, Timetable dates) {
        return Timeline.of(round, dates, clock.instant(), language);
    }

    /** @param method key of the one that is chosen beforehand */
    @GET
    @Path("/programmes/{id}/rounds/new")
    public Response create(@PathParam("id") UUID id, @QueryParam("method") String method) {
        Decision decision = programmes.standing(current.require(), id).map(s -> ProgrammePolicy.decide(s, ProgrammePolicy.Action.MAKE_ROUND)).orElse(Decision.HIDDEN);
        String first = calendar.plus(WorkingDays.dayOf(clock.instant()), 0).toString();
        return decision.granted() ? html.ok(form(id, new RoundForm("", method == null ? "standard" : method, first, null), null, List.of())) : html.denied(decision);
    }

    /** Makes the round, or shows the dates it would get. */
    @POST
    @Path("/programmes/{id}/rounds/new")
    public Response create(@PathParam("id") UUID id, @BeanParam RoundForm typed) {
        if (typed.preview() != null) {
            Outcome<PreviewTimetable.Preview> preview = previews.filled(current.require(), id, typed.input());
            return preview instanceof Outcome.Done<PreviewTimetable.Preview>(PreviewTimetable.Preview dates)
                    ? html.ok(form(id, typed, DatesView.of(dates, language), List.of())) : html.after(preview, dates -> null, null, errors -> form(id, typed, null, errors));
        }
        return html.after(plan.make(current.require(), id, typed.input()), round -> "/rounds/" + round, "round-made", errors -> form(id, typed, null, errors));
    }

    private TemplateInstance form(UUID id, RoundForm typed, DatesView preview, List<Form.Error> errors) {
        Actor me = current.require();
        return Templates.form(programmes.visibleTo(me, id).orElseThrow(), methods.inProgramme(me, id), typed, preview, errors.stream().map(error -> error.as("title", "round.form.name")).toList());
    }

    @GET
    @Path("/rounds/{id}")
    public Response show(@PathParam("id") UUID id) {
        Decision decision = decide(id, RoundPolicy.Action.READ);
        return decision.granted() ? html.ok(page(id, List.of())) : html.denied(decision);
    }

    /** A move that must wait says for what, on the page of the round itself; one that comes early is asked about there, once. */
    @POST
    @Path("/rounds/{id}/phase")
    public Response move(@PathParam("id") UUID id, @RestForm String to, @RestForm String anyway) {
        RoundPhase next = Form.choice(RoundPhase.class, to);
        if (anyway == null && decide(id, RoundPolicy.Action.MOVE).granted()) {
            RoundView view = view(id, List.of(), true);
            if (view.question() != null && view.question().to() == next) {
                return Response.fromResponse(html.ok(Templates.show(view))).status(422).build();
            }
        }
        Outcome<RoundPhase> outcome = move.to(current.require(), id, next);
        return outcome instanceof Outcome.Blocked<RoundPhase>(List<Unmet> unmet)
                ? Response.fromResponse(html.ok(page(id, unmet))).status(409).build()
                : html.after(outcome, phase -> "/rounds/" + id, "round-" + to);
    }

    private TemplateInstance page(UUID id, List<Unmet> unmet) {
        return Templates.show(view(id, unmet, false));
    }

    private RoundView view(UUID id, List<Unmet> unmet, boolean asks) {
        Actor me = current.require();
        RoundFinder.Shown round = rounds.visibleTo(me, id).orElseThrow();
        Timetable dates = rounds.timetable(me, id);
        List<DilemmaFinder.Listed> listed = dilemmas.inRound(me, id);
        List<Asked.Waiting> waiting = waitingFor.inRound(me, id).orElse(null);
        RoundView view = RoundView.of(me, round, timeline(round, dates), listed,
                waiting, dilemmas.peersLackInRound(me, id), needs(me, round, unmet, listed, waiting), startNeeds.inRound(me, id), levels.missing(me, id).orElse(null), voices.inRound(me, id).orElse(null), language);
        // What cannot be done yet is not asked about.
        return asks && view.next() != null && !view.isEarly() ? view.asking(RoundQuestion.of(round, view.next(), dates, listed, clock.instant())) : view;
    }

    private List<RoundNeed> needs(Actor me, RoundFinder.Shown round, List<Unmet> unmet, List<DilemmaFinder.Listed> listed, List<Asked.Waiting> waiting) {
        Set<RemindedToday.Of> today = unmet.isEmpty() ? Set.of() : reminded.inRound(me, round.id());
        return unmet.stream().map(one -> RoundNeed.of(one, round, listed.stream().filter(dilemma -> dilemma.id().equals(one.dilemmaId())).findFirst().orElse(null),
                waiting == null ? List.of() : waiting.stream().filter(line -> one.dilemmaId() != null && one.dilemmaId().equals(line.dilemmaId())).toList(), today, language)).distinct().toList();
    }

    private Decision decide(UUID id, RoundPolicy.Action action) {
        Actor me = current.require();
        return rounds.visibleTo(me, id).map(shown -> RoundPolicy.decide(shown.standing(me), shown.phase(), action)).orElse(Decision.HIDDEN);
    }
}
