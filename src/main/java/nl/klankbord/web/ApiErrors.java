// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.klankbord.shared.Decision;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What goes wrong outside a write: a problem for the API, an error page for people. Never a class name, SQL or a stack trace. */
class ApiErrors {
    private static final int FORM_PARSER_DEPTH = 8;
    private static final Logger LOG = Logger.getLogger(ApiErrors.class);
    @Inject
    RoutingContext request;
    @Inject
    Api api;
    @Inject
    Html html;
    @Inject
    Language language;

    @ServerExceptionMapper(priority = 1)
    Response malformed(WebApplicationException e) {
        Throwable cause = e.getCause();
        String limit = request.request().getParam("limit");
        if (e.getResponse().getStatus() == 404 && limit != null && !limit.matches("-?\\d{1,9}")) {
            return answer(400, null);
        }
        return cause instanceof JsonProcessingException json ? malformed(json) : answer(e.getResponse().getStatus(), e.getResponse());
    }

    @ServerExceptionMapper(priority = 1)
    Response malformed(JsonMappingException e) {
        return malformed((JsonProcessingException) e);
    }

    @ServerExceptionMapper(priority = 1)
    Response mismatch(com.fasterxml.jackson.databind.exc.MismatchedInputException e) {
        return malformed((JsonProcessingException) e);
    }

    @ServerExceptionMapper(priority = 1)
    Response notJson(com.fasterxml.jackson.core.JsonParseException e) {
        return malformed((JsonProcessingException) e);
    }

    private Response malformed(JsonProcessingException e) {
        Problem problem = api.problem(400, "malformed");
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return problem.response();
        }
        String field = mapping.getPath().stream().map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
        String code = e instanceof UnrecognizedPropertyException ? "unknown-field" : "malformed";
        return problem.withErrors(List.of(new Form.Error(field, language.text("error." + code)))).response();
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    Uni<Response> unauthorized(UnauthorizedException e) {
        return challenge();
    }

    @ServerExceptionMapper(AuthenticationFailedException.class)
    Uni<Response> failed(AuthenticationFailedException e) {
        return challenge();
    }

    /** Keycloak starts later than we do, or is away for a moment. */
    @ServerExceptionMapper
    Response signInAway(OIDCException e) {
        return Response.fromResponse(api() ? api.problem(503, "starting").response() : html.plainError(503, "starting")).header("Retry-After", "10").build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return api() ? api.denied(Decision.refused(Decision.Reason.NOT_YOUR_ROLE)) : html.denied(Decision.refused(Decision.Reason.NOT_YOUR_ROLE));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        // A form that cannot be read says so with a bare exception from its parser.
        if (Arrays.stream(e.getStackTrace()).limit(FORM_PARSER_DEPTH).anyMatch(frame -> frame.getClassName().contains("FormEncodedDataDefinition"))) {
            return answer(400, null);
        }
        LOG.errorf(withoutWords(e), "%s %s failed", request.request().method(), request.normalizedPath());
        return answer(500, null);
    }

    /** Where it went wrong, not with which words: those of a database or a parser may be a person's. */
    private static Throwable withoutWords(Throwable e) {
        Throwable bare = new Throwable(e.getClass().getName(), e.getCause() == null || e.getCause() == e ? null : withoutWords(e.getCause()));
        bare.setStackTrace(e.getStackTrace());
        return bare;
    }

    /** The API says 401; a page leads to the sign-in. */
    private Uni<Response> challenge() {
        if (api()) {
            return Uni.createFrom().item(Response.fromResponse(api.problem(401, "unauthorized").response()).header("WWW-Authenticate", "Bearer").build());
        }
        // A sign-in leads back to a page, not to what a form does. Going back in the browser shows what was typed.
        if (!"GET".equals(request.request().method().name()) && !"HEAD".equals(request.request().method().name())) {
            return Uni.createFrom().item(html.signInEnded(WayBack.from(request.request().getHeader("Referer"))));
        }
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(request).map(this::redirect).onFailure(OIDCException.class).recoverWithItem(e -> signInAway((OIDCException) e));
    }

    private Response redirect(ChallengeData challenge) {
        Response.ResponseBuilder response = Response.status(challenge == null ? 401 : challenge.status);
        if (challenge != null) {
            challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
        }
        return response.build();
    }

    private Response answer(int status, Response original) {
        String slug = switch (status) {
            case 400 -> "malformed";
            case 404 -> "not-found";
            case 405 -> "method";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 415 -> "media-type";
            default -> status >= 500 ? "unexpected" : null;
        };
        if (slug == null) {
            return original;
        }
        // A form that came back with a mistake stands where it was sent to. Who asks for that address, as after a sign-in, is led to the page of the form.
        Optional<String> form = status == 405 && !api() && "GET".equals(request.request().method().name()) ? WayBack.above(request.normalizedPath()) : Optional.empty();
        if (form.isPresent()) {
            return html.to(form.get(), null);
        }
        // A page without the layout: at this point nobody may have been looked up and no form been given its token.
        return api() ? api.problem(status, slug).response() : html.plainError(status, slug);
    }

    /** The check on forms answers without words: say that the form has expired. */
    @ServerResponseFilter
    void explain(ContainerResponseContext response) {
        if (response.getStatus() == 400 && !response.hasEntity() && !api()) {
            response.setEntity(html.plainError(400, "form-expired").getEntity(), null, Html.html());
        }
    }

    private boolean api() {
        return request.normalizedPath().startsWith("/api/");
    }
}
