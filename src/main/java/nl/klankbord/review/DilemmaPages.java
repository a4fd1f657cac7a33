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
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.Circle;
import nl.klankbord.dilemma.Closing;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.dilemma.MoveDilemma;
import nl.klankbord.dilemma.Openings;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.dilemma.PreviewExtension;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.dilemma.WriteDilemma;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.round.DatesView;
import nl.klankbord.round.PreviewTimetable;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.Unmet;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import nl.klankbord.web.Language;

/** A dilemma as a document with the conversation in the margin, and the buttons that move it. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class DilemmaPages {
    @Inject
    CurrentActor current;
    @Inject
    ReviewFinder reviews;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    StandingFinder standings;
    @Inject
    Openings openings;
    @Inject
    WriteDilemma write;
    @Inject
    MoveDilemma move;
    @Inject
    PreviewExtension extensions;
    @Inject
    ReviewForms again;
    @Inject
    Html html;
    @Inject
    Language language;

    @CheckedTemplate(basePath = "review", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance show(Review review, Typed typed);

        static native TemplateInstance invited(Review review, Typed typed);

        static native TemplateInstance concept(Review review);

        static native TemplateInstance withdrawn(DilemmaFinder.Gone gone);
    }

    /** @param about the part of the text that one is about to say something about */
    @GET
    @Path("/dilemmas/{id}")
    public Response show(@PathParam("id") UUID id, @QueryParam("cursor") String cursor, @QueryParam("about") String about) {
        openings.open(current.require(), id);
        Optional<Review> shown = reviews.visibleTo(current.require(), id, Cursor.of(cursor, Cursor.MOST));
        Optional<DilemmaFinder.Gone> gone = shown.isPresent() ? Optional.empty() : dilemmas.gone(current.require(), id);
        return gone.isPresent() ? html.gone(Templates.withdrawn(gone.get())) : html.shown(shown, () -> standings.decide(current.require(), id, DilemmaDeed.READ),
                review -> page(review, about == null ? Typed.NOTHING : Typed.about(about)));
    }

    static TemplateInstance page(Review review, Typed typed) {
        return review.isInvited() && !review.isCoordinating() ? Templates.invited(review, typed) : review.canvas() != null ? Templates.show(review, typed) : Templates.concept(review);
    }

    @POST
    @Path("/dilemmas/{id}/acceptance")
    public Response accept(@PathParam("id") UUID id) {
        return html.after(write.accept(current.require(), id), done -> "/dilemmas/" + id, "dilemma-accepted");
    }

    @POST
    @Path("/dilemmas/{id}/withdrawal")
    public Response withdraw(@PathParam("id") UUID id) {
        var round = standings.of(current.require(), id).map(Standing::roundId);
        // Gone for a coordinator who cancelled it, too.
        return html.after(write.withdraw(current.require(), id), done -> reviews.visibleTo(current.require(), id, Cursor.of(null, 1)).isPresent() ? "/dilemmas/" + id : "/rounds/" + round.orElseThrow(), "dilemma-withdrawn");
    }

    @POST
    @Path("/dilemmas/{id}/phase")
    public Response move(@PathParam("id") UUID id, @RestForm String to) {
        Outcome<Phase> outcome = move.to(current.require(), id, Form.choice(Phase.class, to));
        return outcome instanceof Outcome.Blocked<Phase>(List<Unmet> unmet)
                ? Response.fromResponse(html.ok(page(reviews.visibleTo(current.require(), id, Cursor.of(null, Cursor.MOST)).orElseThrow(), Typed.needing(unmet.stream().map(Unmet::need).distinct().toList()))))
                        .status(409).build()
                : html.after(outcome, done -> "/dilemmas/" + id, "dilemma-moved");
    }

    /** The day is chosen; the deadline falls at the end of it. */
    @POST
    @Path("/dilemmas/{id}/extension")
    public Response extend(@PathParam("id") UUID id, @RestForm String until, @RestForm String preview) {
        Instant end = Form.date(until) == null ? null : WorkingDays.endOf(Form.date(until));
        Typed typed = new Typed("extension", List.of(), until, null, null);
        if (preview != null) {
            Outcome<PreviewTimetable.Preview> dates = extensions.of(current.require(), id, end);
            return dates instanceof Outcome.Done<PreviewTimetable.Preview>(PreviewTimetable.Preview shown) ? html.ok(again.of(id, typed.with(DatesView.of(shown, language))).apply(List.of()))
                    : html.after(dates, none -> null, null, again.of(id, typed));
        }
        return html.after(move.extend(current.require(), id, end), done -> "/dilemmas/" + id, "dilemma-extended", again.of(id, typed));
    }

    @POST
    @Path("/dilemmas/{id}/pause")
    public Response pause(@PathParam("id") UUID id) {
        return html.after(move.pause(current.require(), id), done -> "/dilemmas/" + id, "dilemma-paused");
    }

    @POST
    @Path("/dilemmas/{id}/resumption")
    public Response goOn(@PathParam("id") UUID id) {
        return html.after(move.goOn(current.require(), id), until -> "/dilemmas/" + id, "dilemma-goes-on");
    }

    @POST
    @Path("/dilemmas/{id}/circle")
    public Response widen(@PathParam("id") UUID id, @RestForm String circle, @RestForm String version) {
        var shown = reviews.visibleTo(current.require(), id, Cursor.of(null, 1)).filter(review -> review.canvas() != null);
        return shown.isEmpty() ? html.denied(standings.decide(current.require(), id, DilemmaDeed.WIDEN))
                : html.after(write.edit(current.require(), id, new Expected(Form.number(version)), shown.get().canvas(), Form.choice(Circle.class, circle), false), done -> "/dilemmas/" + id, "saved");
    }

    /** With {@code preview} it closes nothing. */
    @POST
    @Path("/dilemmas/{id}/closing")
    public Response close(@PathParam("id") UUID id, @RestForm String works, @RestForm String nextStep, @RestForm String stillOpen, @RestForm String sure, @RestForm String preview) {
        Typed typed = new Typed("closing", List.of(), works, nextStep, stillOpen);
        if (preview != null) {
            Decision decision = standings.decide(current.require(), id, DilemmaDeed.CLOSE);
            // A colleague closed it meanwhile: its form is gone, so what was typed is shown without.
            return !decision.granted() ? html.denied(decision, typed.words(), null)
                    : dilemmas.visibleTo(current.require(), id).filter(shown -> shown.text().closed()).isPresent() ? html.after(Outcome.refused(Reason.ALREADY_ANSWERED), none -> null, null, again.of(id, typed))
                    : html.ok(again.of(id, typed.previewed()).apply(List.of()));
        }
        return html.after(write.close(current.require(), id, new Closing(works, nextStep, stillOpen), sure != null), done -> "/dilemmas/" + id + "#closing", "dilemma-closed", again.of(id, typed));
    }
}
