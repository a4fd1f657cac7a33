// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Headers of every response. Nothing but our own scripts and styles runs; nothing private is kept by a cache. */
@ApplicationScoped
class SecurityHeaders {
    private static final Pattern STATIC = Pattern.compile("/(theme|nlds|js|docs)/.*");
    @ConfigProperty(name = "klankbord.sign-in-url")
    String oidc;
    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");
    /** The forms that bring a file. */
    private static final Pattern UPLOAD = Pattern.compile("/(dilemmas|contributions)/[^/]+/attachments");
    /** The forms with a list that is pasted or chosen as a file. */
    private static final Pattern LIST = Pattern.compile("/programmes/[^/]+/people/import|/administration/municipalities");
    private static final Pattern OTHER = Pattern.compile("/(api|dev|q)/.*");
    /** Sixteen bytes, as the check on forms reads them. */
    private static final String NO_FORM = "A".repeat(22);
    private String policy;

    void register(@Observes Router router) {
        URI signIn = URI.create(oidc);
        // Signing in again in the middle of a form sends the browser from the form to the sign-in.
        policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
                + "form-action 'self' " + signIn.getScheme() + "://" + signIn.getAuthority() + "; base-uri 'none'; frame-ancestors 'none'";
        router.route().order(-10_000).handler(this::add);
    }

    private void add(RoutingContext request) {
        HttpServerResponse response = request.response();
        response.putHeader("Content-Security-Policy", policy).putHeader("X-Content-Type-Options", "nosniff").putHeader("Referrer-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()").putHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (request.request().isSSL() || "https".equals(request.request().scheme())) {
            response.putHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
        // A new page never runs with the script of the release before.
        response.putHeader("Cache-Control", STATIC.matcher(request.normalizedPath()).matches() ? "no-cache" : "private, no-store");
        if (request.normalizedPath().startsWith("/api/")) {
            passFile(request);
            response.putHeader("API-Version", "1.0.0");
            // The API neither reads nor gives cookies.
            request.addHeadersEndHandler(end -> {
                response.headers().remove("Set-Cookie");
                response.removeCookies("csrf-token", false);
            });
        }
        // A form says what it is; what does not has escaped the check on forms and comes from elsewhere.
        String path = request.normalizedPath();
        String form = UPLOAD.matcher(path).matches() ? "multipart/form-data" : LIST.matcher(path).matches() ? "(multipart/form-data|application/x-www-form-urlencoded)" : "application/x-www-form-urlencoded";
        if (WRITING.contains(request.request().method().name()) && !OTHER.matcher(path).matches()
                && !Objects.toString(request.request().getHeader("Content-Type"), "").matches(form + ".*")) {
            response.setStatusCode(415).end();
            return;
        }
        request.next();
    }

    /**
     * The check on forms also asks a file for its token. That is for browsers, which send cookies on their own accord: the API
     * takes a bearer token and no cookies, so there it gets what it asks for.
     */
    private static void passFile(RoutingContext request) {
        if (Objects.toString(request.request().getHeader("Content-Type"), "").startsWith("multipart/form-data")) {
            request.request().headers().set("Cookie", "csrf-token=" + NO_FORM).set("X-CSRF-TOKEN", NO_FORM);
        }
    }
}
