// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

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
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import nl.klankbord.web.Language;

/** Programmes and their house rules, as pages. The page of one programme, which shows its rounds, is in the module of rounds. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ProgrammePages {
    @Inject
    CurrentActor current;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    WriteProgramme write;
    @Inject
    Html html;
    @Inject
    Language language;

    @CheckedTemplate(basePath = "programme", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance list(Cursor.Items<ProgrammeFinder.Shown> programmes, boolean mayCreate);

        static native TemplateInstance form(Description form, List<Form.Error> errors);

        static native TemplateInstance rules(ProgrammeFinder.Shown programme, boolean mayAccept, List<Form.Error> errors);
    }

    @GET
    @Path("/programmes")
    public Response list(@QueryParam("cursor") String cursor) {
        Actor me = current.require();
        return html.ok(Templates.list(programmes.list(me, Cursor.of(cursor, null)), ProgrammePolicy.create(me).granted()));
    }

    @GET
    @Path("/programmes/new")
    public Response create() {
        Decision decision = ProgrammePolicy.create(current.require());
        return decision.granted() ? html.ok(Templates.form(new Description(null, null, "", "", language.text("programme.rules.example"), "", ""), List.of())) : html.denied(decision);
    }

    @POST
    @Path("/programmes")
    public Response create(@RestForm String name, @RestForm String purpose, @RestForm String houseRules, @RestForm String coordinatorEmail, @RestForm String minutesBudget) {
        Description typed = new Description(null, null, name, purpose, houseRules, coordinatorEmail, minutesBudget);
        return html.after(write.create(current.require(), typed.input()), id -> programmes.visibleTo(current.require(), id).isPresent() ? "/programmes/" + id : "/programmes",
                "programme-made", errors -> Templates.form(typed, errors));
    }

    @GET
    @Path("/programmes/{id}/edit")
    public Response edit(@PathParam("id") UUID id) {
        Decision decision = decide(id, ProgrammePolicy.Action.EDIT);
        return decision.granted() ? html.ok(Templates.form(Description.of(programmes.visibleTo(current.require(), id).orElseThrow()), List.of())) : html.denied(decision);
    }

    @POST
    @Path("/programmes/{id}/edit")
    public Response edit(@PathParam("id") UUID id, @RestForm String version, @RestForm String name, @RestForm String purpose, @RestForm String houseRules,
                         @RestForm String minutesBudget) {
        Description typed = new Description(id, Form.number(version), name, purpose, houseRules, null, minutesBudget);
        return html.after(write.edit(current.require(), id, new Expected(typed.version()), typed.input()), done -> "/programmes/" + id, "saved",
                errors -> Templates.form(typed.fresh(programmes.visibleTo(current.require(), id).orElseThrow()), errors));
    }

    @GET
    @Path("/programmes/{id}/house-rules")
    public Response rules(@PathParam("id") UUID id) {
        return html.shown(programmes.visibleTo(current.require(), id), () -> Decision.HIDDEN, programme -> rules(programme, List.of()));
    }

    private TemplateInstance rules(ProgrammeFinder.Shown programme, List<Form.Error> errors) {
        boolean mayAccept = ProgrammePolicy.decide(programme.standing(current.require()), ProgrammePolicy.Action.ACCEPT_RULES).granted();
        return Templates.rules(programme, mayAccept && !programme.accepted(), errors);
    }

    @POST
    @Path("/programmes/{id}/house-rules")
    public Response accept(@PathParam("id") UUID id, @RestForm String version) {
        return html.after(write.acceptRules(current.require(), id, Form.number(version)), done -> "/programmes/" + id, "rules-accepted",
                errors -> rules(programmes.visibleTo(current.require(), id).orElseThrow(), errors));
    }

    private Decision decide(UUID id, ProgrammePolicy.Action action) {
        return programmes.standing(current.require(), id).map(standing -> ProgrammePolicy.decide(standing, action)).orElse(Decision.HIDDEN);
    }

    /** What was typed. @param id null for a new programme */
    public record Description(UUID id, Integer version, String name, String purpose, String houseRules, String coordinatorEmail, String minutesBudget) {
        static Description of(ProgrammeFinder.Shown shown) {
            return new Description(shown.id(), shown.version(), shown.name(), shown.purpose(), shown.houseRules(), null, shown.minutesBudget() == null ? "" : shown.minutesBudget().toString());
        }

        WriteProgramme.Description input() {
            // What is no number is no budget either: 0 is refused at the field, where nothing at all would pass.
            Integer minutes = minutesBudget == null || minutesBudget.isBlank() ? null : java.util.Objects.requireNonNullElse(Form.number(minutesBudget.strip()), 0);
            return new WriteProgramme.Description(name, purpose, houseRules, coordinatorEmail, minutes);
        }

        /** The same words on top of what is there now, for somebody else's change in between. */
        Description fresh(ProgrammeFinder.Shown now) {
            return new Description(id, now.version(), name, purpose, houseRules, coordinatorEmail, minutesBudget);
        }
    }
}
