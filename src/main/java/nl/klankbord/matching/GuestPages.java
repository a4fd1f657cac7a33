// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.klankbord.dilemma.GuestSeatFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.identity.Guests;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.WriteProfile;
import nl.klankbord.programme.WriteProgramme;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Site;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import nl.klankbord.web.Language;
import org.jboss.resteasy.reactive.RestForm;

/** The door for guests: a personal link, the house rules, and from there to their one table. */
@Path("/guest")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class GuestPages {
    private static final int A_YEAR = 365 * 24 * 3600;
    @Inject
    CurrentActor current;
    @Inject
    Guests guests;
    @Inject
    GuestSeatFinder seats;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    WriteProgramme write;
    @Inject
    InviteGuest invite;
    @Inject
    Site site;
    @Inject
    WriteProfile profile;
    @Inject
    Html html;
    @Inject
    Language language;

    @CheckedTemplate(basePath = "guest", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance door(String secret);

        static native TemplateInstance rules(ProgrammeFinder.Rules rules, List<Form.Error> errors);

        static native TemplateInstance over(String contact);

        static native TemplateInstance renewal(String email, boolean over, List<Form.Error> errors);
    }

    /** Where a guest goes: to the house rules first, then to the table. */
    @GET
    public Response home() {
        Actor me = current.ifSignedIn().orElse(null);
        if (!(me instanceof Actor.OfGuest)) {
            return html.to(me == null ? "/guest/renewal" : "/", null);
        }
        Optional<ProgrammeFinder.Rules> rules = programmes.rulesForGuest(me);
        if (rules.isEmpty()) {
            return seats.over(me).map(contact -> html.ok(Templates.over(contact))).orElseGet(() -> html.to("/texts", null));
        }
        return rules.get().accepted() ? html.to("/dilemmas/" + seats.of(me).orElseThrow().dilemmaId(), null)
                : html.ok(Templates.rules(rules.get(), List.of()));
    }

    @POST
    @Path("/house-rules")
    public Response acceptRules(@RestForm String version) {
        return current.ifSignedIn().orElse(null) instanceof Actor.OfGuest me
                ? html.after(write.acceptRules(me, Form.number(version)), done -> readsIn(me), null, errors -> Templates.rules(programmes.rulesForGuest(me).orElseThrow(), errors))
                : html.to("/guest/renewal", null);
    }

    /** The language in which she took part is that of the letters she gets from then on. */
    private String readsIn(Actor.OfGuest me) {
        profile.read(me, language.locale().getLanguage());
        return "/guest";
    }

    @GET
    @Path("/renewal")
    public Response renewal() {
        return html.ok(Templates.renewal("", false, List.of()));
    }

    @POST
    @Path("/renewal")
    public Response renew(@RestForm String email) {
        return html.after(invite.renewLink(Actor.system(), email), done -> "/guest/renewal", "guest-link-sent", errors -> Templates.renewal(email, false,
                errors.stream().map(error -> new Form.Error(error.field(), error.message(), "guest.email")).toList()));
    }

    @POST
    @Path("/sign-out")
    public Response signOut() {
        Response answer = current.ifSignedIn().map(me -> html.after(guests.signOut(me), done -> "/", null)).orElseGet(() -> html.to("/", null));
        return Response.fromResponse(answer).cookie(cookie("", 0)).build();
    }

    /** Opening the link uses nothing up: mail scanners open links too. The button does. */
    @GET
    @Path("/{secret}")
    public Response door(@PathParam("secret") String secret) {
        return html.ok(guests.opens(current.ifSignedIn().orElse(Actor.system()), secret) ? Templates.door(secret) : Templates.renewal("", true, List.of()));
    }

    @POST
    @Path("/{secret}")
    public Response comeIn(@PathParam("secret") String secret) {
        if (current.ifSignedIn().orElse(null) instanceof Actor.OfPerson) {
            // With an account she would not come in as a guest, and the link would be gone.
            return html.to("/guest/" + URLEncoder.encode(secret, StandardCharsets.UTF_8), null);
        }
        return guests.comeIn(Actor.system(), secret) instanceof Outcome.Done<String>(String kept)
                ? Response.seeOther(URI.create("/guest")).cookie(cookie(kept, A_YEAR)).build() : html.to("/guest/renewal", "guest-link-over");
    }

    /** Stays longer than it works, so that whoever comes back later is led to a new link. */
    private NewCookie cookie(String secret, int age) {
        return new NewCookie.Builder(Actor.OfGuest.COOKIE).value(secret).path("/").maxAge(age).httpOnly(true).secure(site.baseUrl().startsWith("https:")).sameSite(NewCookie.SameSite.LAX).build();
    }
}
