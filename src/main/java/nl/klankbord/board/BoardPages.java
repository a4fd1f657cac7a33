// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.ProgrammePolicy;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** The coordinator's board of a programme, turns of giving and receiving, and the small forms that keep a dilemma going. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class BoardPages {
    @Inject
    CurrentActor current;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    BoardFinder boards;
    @Inject
    BurdenFinder burdens;
    @Inject
    RotationFinder rotations;
    @Inject
    SendReminder reminders;
    @Inject
    SayEffort efforts;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "board", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance board(Board board, Burden burden);

        static native TemplateInstance rotation(Rotation rotation);
    }

    @GET
    @Path("/programmes/{id}/board")
    public Response board(@PathParam("id") UUID id, @QueryParam("round") String round, @QueryParam("late") String late, @QueryParam("cursor") String cursor) {
        Board.Filter filter = new Board.Filter(Form.id(round), "true".equals(late));
        return html.shown(boards.of(current.require(), id, filter, Cursor.of(cursor, null)), () -> decide(id),
                board -> Templates.board(board, burdens.of(current.require(), id).orElseThrow()));
    }

    @GET
    @Path("/programmes/{id}/rotation")
    public Response rotation(@PathParam("id") UUID id) {
        return html.shown(rotations.of(current.require(), id), () -> decide(id), Templates::rotation);
    }

    private Decision decide(UUID id) {
        return programmes.standing(current.require(), id).map(standing -> ProgrammePolicy.decide(standing, ProgrammePolicy.Action.MAKE_ROUND)).orElse(Decision.HIDDEN);
    }

    /** Back to where the button was: the board as it was filtered. */
    @POST
    @Path("/dilemmas/{id}/reminders")
    public Response remind(@PathParam("id") UUID id, @RestForm String what, @RestForm String seatId, @RestForm String round, @RestForm String late) {
        UUID within = Form.id(round);
        String filter = (within == null ? "" : "&round=" + within) + ("true".equals(late) ? "&late=true" : "");
        return html.after(reminders.send(current.require(), id, what, Form.id(seatId)), programme -> "/programmes/" + programme + "/board" + (filter.isEmpty() ? "" : "?" + filter.substring(1)) + "#d-" + id,
                "reminded");
    }

    @POST
    @Path("/dilemmas/{id}/efforts")
    public Response say(@PathParam("id") UUID id, @RestForm String effort, @RestForm String answer) {
        return html.after(efforts.say(current.require(), id, Form.choice(Effort.class, effort), Form.choice(Effort.Answer.class, answer)), done -> "/dilemmas/" + id + "#effort", "effort-said");
    }
}
