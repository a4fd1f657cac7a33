// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Ids;
import nl.klankbord.shared.Site;
import nl.klankbord.shared.Texts;

/** What the layout of every page shows. */
@RequestScoped
@io.quarkus.arc.Unremovable
public class Page {
    @Inject
    RoutingContext request;
    @Inject
    CurrentActor actor;
    @Inject
    Language language;
    @Inject
    Texts texts;
    @Inject
    Site site;

    @TemplateGlobal(name = "page")
    static Page current() {
        return Arc.container().instance(Page.class).get();
    }

    public String getLang() {
        return language.locale().getLanguage();
    }

    public boolean isDemo() {
        return site.demo();
    }

    public boolean isSignedIn() {
        return person() != null;
    }

    public String getPersonName() {
        return switch (person()) {
            case Actor.OfPerson person -> person.name();
            case Actor.OfGuest guest -> guest.name();
            case null, default -> null;
        };
    }

    public UUID getPersonId() {
        return person() == null ? null : person().personId();
    }

    public String getMunicipality() {
        return person() instanceof Actor.OfPerson person ? person.municipalityName() : null;
    }

    /** Tells browsers apart by person without telling who. */
    public String getPersonKey() {
        return person() == null ? null : Integer.toHexString(person().personId().hashCode());
    }

    public boolean isProgrammeCreator() {
        return person() != null && person().programmeCreator();
    }

    public boolean isPlatformAdmin() {
        return person() != null && person().platformAdmin();
    }

    /** Whether a form can stand here: the answer to a request that no form of ours sent carries no token for one. */
    public boolean isWithForms() {
        return request.get("csrf_token") != null;
    }

    public String getPath() {
        return request.normalizedPath();
    }

    /** The part of the help that is about this page. */
    public String getHelp() {
        return HelpTopic.link(getPath());
    }

    public String getSection() {
        String path = getPath();
        return path.equals("/") ? "HOME" : path.startsWith("/programmes") || path.startsWith("/rounds") || path.startsWith("/dilemmas") || path.startsWith("/contributions") ? "PROGRAMMES"
                : path.startsWith("/library") || path.startsWith("/lessons") ? "LIBRARY" : path.startsWith("/help") ? "HELP" : path.startsWith("/administration") ? "ADMINISTRATION" : "NONE";
    }

    /** What was done just before, in words. Only texts of our own can be asked for. */
    public String getMessage() {
        String key = "flash." + request.request().getParam("done");
        return texts.has(language.locale(), key) ? language.text(key) : null;
    }

    /** Key of what was done just before, or null. */
    public String getDone() {
        return getMessage() == null ? null : request.request().getParam("done");
    }

    /** Id of what that was about, or null; the page decides whether it knows it. */
    public UUID getOf() {
        return Ids.parse(request.request().getParam("of")).orElse(null);
    }

    /** Comes in by a link: one circle, and no programmes. */
    public boolean isGuest() {
        return person() instanceof Actor.OfGuest;
    }

    private Actor person() {
        return actor.ifSignedIn().orElse(null);
    }
}
