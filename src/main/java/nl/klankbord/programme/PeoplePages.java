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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import nl.klankbord.web.Language;
import org.jboss.resteasy.reactive.RestForm;

/** The people of a programme, by municipality, for who manages them. */
@Path("/programmes/{id}/people")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class PeoplePages {
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
        static native TemplateInstance people(ProgrammeFinder.Shown programme, MembersView members, boolean invites, Member form, List<Form.Error> errors, String imported);
    }

    /** @param q part of a name, an address or a municipality; @param added what a list that was just taken over came to, with the two behind it */
    @GET
    public Response show(@PathParam("id") UUID id, @QueryParam("q") String q, @QueryParam("added") String added, @QueryParam("invited") String invited, @QueryParam("there") String there) {
        Actor me = current.require();
        return html.shown(programmes.people(me, id, q), () -> programmes.standing(me, id).map(standing -> ProgrammePolicy.decide(standing, ProgrammePolicy.Action.MANAGE_MEMBERS)).orElse(Decision.HIDDEN),
                found -> Templates.people(programmes.visibleTo(me, id).orElseThrow(), MembersView.of(found, q, programmes.seats(me, id)), programmes.invites(me), Member.NOBODY, List.of(), imported(Form.number(added), Form.number(invited), Form.number(there))));
    }

    private String imported(Integer added, Integer invited, Integer there) {
        return added == null || invited == null || there == null ? null : language.text("programme.import.done", added, invited, there);
    }

    @POST
    public Response add(@PathParam("id") UUID id, @RestForm String email, @RestForm String role, @RestForm String level, @RestForm String municipalityCode, @RestForm String sure) {
        Member typed = new Member(email, role, level, municipalityCode);
        var outcome = write.addMember(current.require(), id, new WriteProgramme.NewMember(email, null, Form.choice(Role.class, role), Form.choice(Level.class, level), municipalityCode), sure != null);
        if (outcome instanceof Outcome.Denied<UUID>(Decision.Refused(Decision.Reason reason)) && reason == Decision.Reason.ALREADY_THERE) {
            var there = List.of(new Form.Error("email", language.text("programme.people.alreadyThere")));
            return Response.fromResponse(html.ok(again(id, typed, there))).status(409).build();
        }
        return html.after(outcome, done -> "/programmes/" + id + "/people", "member-added", errors -> again(id, typed, errors));
    }

    @POST
    @Path("/{membership}/level")
    public Response level(@PathParam("id") UUID id, @PathParam("membership") UUID membership, @RestForm String level) {
        return html.after(write.setLevel(current.require(), id, membership, Form.choice(Level.class, level)), done -> "/programmes/" + id + "/people", "saved");
    }

    @POST
    @Path("/{membership}/removal")
    public Response remove(@PathParam("id") UUID id, @PathParam("membership") UUID membership) {
        // Who takes away his own last right here may not come back to this page.
        return html.after(write.removeMember(current.require(), id, membership),
                done -> programmes.people(current.require(), id, null).isPresent() ? "/programmes/" + id + "/people" : "/programmes", "member-removed",
                // About the one removed, not about a field of the form that adds.
                errors -> again(id, Member.NOBODY, errors.stream().map(error -> new Form.Error("", error.message())).toList()));
    }

    private TemplateInstance again(UUID id, Member typed, List<Form.Error> errors) {
        Actor me = current.require();
        return Templates.people(programmes.visibleTo(me, id).orElseThrow(), MembersView.of(programmes.people(me, id, null).orElseThrow(), null, programmes.seats(me, id)), programmes.invites(me), typed, errors, null);
    }

    /** What was typed of a new member. */
    public record Member(String email, String role, String level, String municipality) {
        static final Member NOBODY = new Member("", "", "", "");
    }
}
