// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import nl.klankbord.shared.Texts;

/** The language of this request: Dutch, unless its reader chose English (a page: by cookie; the API: by Accept-Language). */
@RequestScoped
public class Language {
    public static final String COOKIE = "lang";
    private static final Locale DUTCH = Locale.of("nl");
    @Inject
    RoutingContext request;
    @Inject
    Texts texts;

    public Locale locale() {
        if (request.normalizedPath().startsWith("/api/")) {
            String wanted = request.request().getHeader("Accept-Language");
            return wanted != null && wanted.strip().toLowerCase(Locale.ROOT).startsWith("en") ? Locale.of("en") : DUTCH;
        }
        var cookie = request.request().getCookie(COOKIE);
        return cookie != null && "en".equals(cookie.getValue()) ? Locale.of("en") : DUTCH;
    }

    public String text(String key, Object... arguments) {
        return texts.get(locale(), key, arguments);
    }
}
