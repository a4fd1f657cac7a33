// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.programme.AwaitedFinder;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.ProgrammePolicy;
import nl.klankbord.programme.WriteProfile;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Site;
import nl.klankbord.web.HelpTopic;
import nl.klankbord.web.Html;
import nl.klankbord.web.Language;
import nl.klankbord.web.WayBack;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** "Mijn werk", the front door for who is not signed in, and the pages that explain. */
@Path("/")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class HomePages {
    /** What a page says to who comes back to it from the sign-in. */
    static final String SIGNED_IN = "signed-in";
    @Inject
    CurrentActor current;
    @Inject
    MyWork myWork;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    AwaitedFinder awaited;
    @Inject
    GuestWork guests;
    @Inject
    WriteProfile profile;
    @Inject
    Site site;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "home", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance welcome();

        static native TemplateInstance work(List<MyWork.Line> lines, List<ProgrammeFinder.Shown> programmes, boolean mayCreate, AwaitedFinder.Awaited awaits, String contact, GuestWork.Shown guest);

        static native TemplateInstance help(HelpTopic[] topics, List<ProgrammeFinder.Coordinated> programmes, String contact);

        static native TemplateInstance privacy();

        static native TemplateInstance accessibility();
    }

    @GET
    public Response home() {
        return html.ok(current.ifSignedIn().map(this::work).orElseGet(Templates::welcome));
    }

    private TemplateInstance work(Actor me) {
        return Templates.work(myWork.of(me), programmes.list(me, Cursor.of(null, null)).items(), ProgrammePolicy.create(me).granted(), awaited.of(me).orElse(null), site.contact().orElse(null), guests.of(me).orElse(null));
    }

    /** Leads through the sign-in and back. @param from a path of ours where one was; else to one's work */
    @GET
    @Path("/login")
    @Authenticated
    public Response login(@RestQuery String from) {
        return html.to(WayBack.to(from), from == null ? null : SIGNED_IN);
    }

    @GET
    @Path("/help")
    public Response help() {
        return html.ok(Templates.help(HelpTopic.values(), current.ifSignedIn().map(programmes::coordinated).orElse(List.of()), site.contact().orElse(null)));
    }

    @GET
    @Path("/privacy")
    public Response privacy() {
        return html.ok(Templates.privacy());
    }

    @GET
    @Path("/accessibility")
    public Response accessibility() {
        return html.ok(Templates.accessibility());
    }

    /** @param from a path of ours to go back to */
    @POST
    @Path("/language")
    public Response language(@RestForm String lang, @RestForm String from) {
        current.ifSignedIn().ifPresent(me -> profile.read(me, lang));
        return Response.seeOther(URI.create(WayBack.to(from))).cookie(Language.cookie(lang)).build();
    }
}
