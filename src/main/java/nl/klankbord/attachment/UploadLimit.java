// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.klankbord.shared.Texts;
import nl.klankbord.web.Form;
import nl.klankbord.web.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is larger than HTTP may bring here gets an answer in words too. It is read past first: a browser shows no answer to what it has not sent. */
@ApplicationScoped
class UploadLimit {
    static final String SIGN = "exceeded";
    private static final Pattern UPLOADS = Pattern.compile("/(dilemmas|contributions)/[^/]+/attachments|/api/v1/attachments");
    /** After the headers of every answer, before what cuts it off. */
    private static final int ORDER = -9_000;
    /** More than this is no mistake of somebody with a large file. */
    private static final long MOST_READ = 300L << 20;
    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize most;
    @Inject
    Texts texts;
    @Inject
    ObjectMapper json;

    void register(@Observes Router router) {
        router.postWithRegex(UPLOADS.pattern()).order(ORDER).handler(this::check);
    }

    private void check(RoutingContext request) {
        String length = request.request().getHeader("Content-Length");
        long announced = length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
        if (announced <= most.asLongValue() || announced > MOST_READ) {
            request.next();
            return;
        }
        HttpServerRequest body = request.request();
        body.handler(ignored -> {}).endHandler(end -> answer(request)).exceptionHandler(gone -> {});
        body.resume();
    }

    private void answer(RoutingContext request) {
        if (request.normalizedPath().startsWith("/api/")) {
            request.response().setStatusCode(413).putHeader("Content-Type", "application/problem+json").end(problem(request));
        } else {
            request.response().setStatusCode(303).putHeader("Location", request.normalizedPath() + "?" + SIGN + "=1").end();
        }
    }

    private String problem(RoutingContext request) {
        String wanted = request.request().getHeader("Accept-Language");
        Locale locale = wanted != null && wanted.strip().toLowerCase(Locale.ROOT).startsWith("en") ? Locale.of("en") : Locale.of("nl");
        try {
            return json.writeValueAsString(Problem.tooLarge(texts.get(locale, "problem.too-large"), texts.get(locale, "problem.too-large.detail"),
                    new Form.Error(Inspection.FIELD, texts.get(locale, "error.file-too-large", Inspection.MEGABYTES))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
