// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import nl.klankbord.web.Language;
import org.jboss.resteasy.reactive.RestForm;

/** Who one is here: what came along from the sign-in, and what one says oneself. */
@Path("/profile")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ProfilePages {
    @Inject
    CurrentActor current;
    @Inject
    ProfileFinder profiles;
    @Inject
    WriteProfile write;
    @Inject
    LeaveProgramme leave;
    @Inject
    Html html;
    @Inject
    Language language;

    @CheckedTemplate(basePath = "programme", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance profile(ProfileFinder.Profile profile, Shown form, List<Form.Error> errors);
    }

    @GET
    public Response show() {
        return html.shown(profiles.of(current.require()), () -> Decision.HIDDEN, profile -> Templates.profile(profile, Shown.of(profile, language.locale().getLanguage()), List.of()));
    }

    @POST
    public Response save(@BeanParam Fields fields) {
        Outcome<UUID> outcome = fields.wrongDate() != null ? Outcome.invalid(fields.wrongDate(), "malformed")
                : write.save(current.require(), new Expected(Form.number(fields.version)), fields.input());
        Response response = html.after(outcome, done -> "/profile", "saved", errors -> again(fields, errors));
        // What the browser kept of an earlier choice would win from this one.
        return outcome instanceof Outcome.Done<UUID> ? Response.fromResponse(response).cookie(Language.cookie(fields.lang)).build() : response;
    }

    /** Lays down a role. */
    @POST
    @Path("/roles/{membership}/removal")
    public Response leave(@PathParam("membership") UUID membership) {
        return html.after(leave.leave(current.require(), membership), done -> "/profile", "role-left");
    }

    private TemplateInstance again(Fields fields, List<Form.Error> errors) {
        ProfileFinder.Profile now = profiles.of(current.require()).orElseThrow();
        return Templates.profile(now, fields.shown(now), errors);
    }

    /** What a browser sends: the levels in the order of the roles they belong to. */
    public static class Fields {
        @RestForm
        String version;
        @RestForm("language")
        String lang;
        @RestForm
        String absentFrom;
        @RestForm
        String absentUntil;
        @RestForm
        String replacementEmail;
        @RestForm
        boolean replacementReads;
        @RestForm
        List<String> membership;
        @RestForm
        List<String> level;

        /** The name of a field that holds something which is no date. */
        String wrongDate() {
            return wrong(absentFrom) ? "absentFrom" : wrong(absentUntil) ? "absentUntil" : null;
        }

        private static boolean wrong(String date) {
            return date != null && !date.isBlank() && Form.date(date) == null;
        }

        WriteProfile.Input input() {
            List<WriteProfile.Taken> levels = new ArrayList<>();
            for (int i = 0; membership != null && i < membership.size(); i++) {
                levels.add(new WriteProfile.Taken(Form.id(membership.get(i)), level == null || i >= level.size() ? null : Form.choice(Level.class, level.get(i))));
            }
            return new WriteProfile.Input(lang, Form.date(absentFrom), Form.date(absentUntil), replacementEmail, replacementReads, levels);
        }

        Shown shown(ProfileFinder.Profile now) {
            return new Shown(now.version(), lang, absentFrom, absentUntil, replacementEmail, replacementReads, now.roles().stream().map(role -> {
                int place = membership == null ? -1 : membership.indexOf(role.id().toString());
                return new Row(role.id(), role.programme(), role.role(), place < 0 || level == null || place >= level.size() ? "" : level.get(place));
            }).toList());
        }
    }

    /** The form as it shows. */
    public record Shown(int version, String language, String absentFrom, String absentUntil, String replacementEmail, boolean replacementReads, List<Row> roles) {
        static Shown of(ProfileFinder.Profile profile, String language) {
            return new Shown(profile.version(), language, Objects.toString(profile.absentFrom(), ""), Objects.toString(profile.absentUntil(), ""), Objects.toString(profile.replacementEmail(), ""), profile.replacementReads(),
                    profile.roles().stream().map(role -> new Row(role.id(), role.programme(), role.role(), Objects.toString(role.level(), ""))).toList());
        }
    }

    public record Row(UUID id, String programme, Role role, String level) {}
}
