// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Spelled;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import nl.klankbord.web.Language;

/** The dates of a round in a form: change some, see what becomes of the later ones, save. */
@Path("/rounds/{id}/timetable")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class TimetablePages {
    @Inject
    CurrentActor current;
    @Inject
    RoundFinder rounds;
    @Inject
    PreviewTimetable previews;
    @Inject
    PlanRound plan;
    @Inject
    Html html;
    @Inject
    Language language;

    @CheckedTemplate(basePath = "round", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance timetable(RoundFinder.Shown round, List<StageField> stages, String shown, DatesView preview, List<Form.Error> errors);
    }

    @GET
    public Response show(@PathParam("id") UUID id) {
        Actor me = current.require();
        Decision decision = rounds.visibleTo(me, id).map(shown -> RoundPolicy.decide(shown.standing(me), shown.phase(), RoundPolicy.Action.RESCHEDULE)).orElse(Decision.HIDDEN);
        return decision.granted() ? html.ok(page(id, null, null, List.of())) : html.denied(decision);
    }

    @POST
    public Response save(@PathParam("id") UUID id, @BeanParam TimetableForm typed) {
        Expected expected = new Expected(Form.number(typed.version()));
        if (typed.preview() != null) {
            Outcome<PreviewTimetable.Preview> preview = previews.shifted(current.require(), id, expected, typed.before(), typed.typed());
            return preview instanceof Outcome.Done<PreviewTimetable.Preview>(PreviewTimetable.Preview dates)
                    ? html.ok(page(id, TimetableForm.of(typed.version(), dates.next()), DatesView.of(dates, language), List.of()))
                    : html.after(preview, dates -> null, null, errors -> page(id, typed, null, errors));
        }
        return html.after(plan.reschedule(current.require(), id, expected, typed.typed().entries()), done -> "/rounds/" + id,
                typed.changedIntoHoliday() ? "timetable-saved-holiday" : "timetable-saved", errors -> page(id, typed, null, errors));
    }

    /** @param typed null for the dates as they are; {@code preview}: null when none was asked for */
    private TemplateInstance page(UUID id, TimetableForm typed, DatesView preview, List<Form.Error> errors) {
        RoundFinder.Shown round = rounds.visibleTo(current.require(), id).orElseThrow();
        Timetable current = rounds.timetable(this.current.require(), id);
        Map<Stage, Instant> closed = round.closed(current);
        TimetableForm form = typed == null ? TimetableForm.of(null, current) : typed;
        List<StageField> fields = current.entries().stream().map(entry -> new StageField(entry.phase(), entry.endsAt(), form.of(entry.phase()), message(errors, entry.phase()),
                hint(entry.endsAt()), round.phase() == RoundPhase.RUNNING && entry.phase().compareTo(Stage.CLARIFYING) < 0, closed.get(entry.phase()))).toList();
        return Templates.timetable(round, fields, form.shown(), preview, StageField.named(errors));
    }

    private String hint(Instant now) {
        return language.text("round.timetable.now", Spelled.day(now, language.locale())) + DatesView.remark(now, language).map(remark -> ". " + remark).orElse("");
    }

    private static String message(List<Form.Error> errors, Stage stage) {
        return errors.stream().filter(error -> error.field().equals(stage.name())).map(Form.Error::message).findFirst().orElse(null);
    }
}
