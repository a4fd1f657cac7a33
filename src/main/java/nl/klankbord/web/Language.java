// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import java.util.Locale;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Texts;

/** The language of this request: Dutch, unless its reader chose English (a page: by cookie, or else as kept with the person; the API: by Accept-Language). */
@RequestScoped
public class Language {
    public static final String COOKIE = "lang";
    private static final Locale DUTCH = Locale.of("nl");
    private static final int A_YEAR = 365 * 24 * 3600;
    @Inject
    RoutingContext request;
    @Inject
    CurrentActor actor;
    @Inject
    Texts texts;
    private boolean nobodyKnown;

    /** What a browser keeps of a choice; anything but English is Dutch. */
    public static NewCookie cookie(String language) {
        return new NewCookie.Builder(COOKIE).value("en".equals(language) ? "en" : "nl").path("/").maxAge(A_YEAR).httpOnly(true).sameSite(NewCookie.SameSite.LAX).build();
    }

    public Locale locale() {
        if (request.normalizedPath().startsWith("/api/")) {
            String wanted = request.request().getHeader("Accept-Language");
            return wanted != null && wanted.strip().toLowerCase(Locale.ROOT).startsWith("en") ? Locale.of("en") : DUTCH;
        }
        var cookie = request.request().getCookie(COOKIE);
        return "en".equals(cookie != null ? cookie.getValue() : nobodyKnown ? null : kept()) ? Locale.of("en") : DUTCH;
    }

    private String kept() {
        return actor.ifSignedIn().orElse(null) instanceof Actor.OfPerson person ? person.language() : null;
    }

    /** From here on asks nobody's choice: nobody can be looked up. */
    void withoutPerson() {
        nobodyKnown = true;
    }

    public String text(String key, Object... arguments) {
        return texts.get(locale(), key, arguments);
    }

    /** Whether there are words for this key. */
    public boolean has(String key) {
        return texts.has(locale(), key);
    }
}
