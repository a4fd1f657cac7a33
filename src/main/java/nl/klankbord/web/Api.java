// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;

/** Answers of the API: what came of a write or a read, as a status, headers and a body. */
@ApplicationScoped
public class Api {
    @Inject
    Language language;
    @Inject
    Form form;

    public Response ok(Object body) {
        return Response.ok(body).build();
    }

    public Response ok(Object body, int version) {
        return Response.ok(body).header("ETag", "\"" + version + "\"").build();
    }

    /** @param path of what was made, below {@code /api/v1} */
    public Response created(String path, Object body) {
        return Response.created(URI.create("/api/v1" + path)).entity(body).build();
    }

    public Response created(String path, Object body, int version) {
        return Response.created(URI.create("/api/v1" + path)).header("ETag", "\"" + version + "\"").entity(body).build();
    }

    /** The answer to a write: {@code done} when it was done, else the problem. */
    public <T> Response of(Outcome<T> outcome, Function<T, Response> done) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> done.apply(value);
            case Outcome.Denied<T>(Decision decision) -> denied(decision);
            case Outcome.Invalid<T>(List<FieldError> errors) -> problem(422, "invalid").withErrors(form.words(errors)).response();
            case Outcome.Blocked<T> blocked -> problem(409, "unmet-need").withUnmet(blocked.unmet()).response();
            case Outcome.Stale<T>(boolean named) -> named ? problem(412, "stale").response() : problem(428, "no-version").response();
        };
    }

    /** The answer to a read: what was found, or why not. */
    public <T> Response shown(Optional<T> found, Supplier<Decision> why, Function<T, Response> show) {
        return found.map(show).orElseGet(() -> denied(why.get()));
    }

    /** Hidden and absent are the same 404. */
    public Response denied(Decision decision) {
        return decision instanceof Decision.Refused(Decision.Reason reason) ? refused(reason, "") : notFound();
    }

    /** The same, and that what was typed is kept: until the house rules are accepted, or among one's own texts. */
    public Response deniedAndKept(Decision decision) {
        return decision instanceof Decision.Refused(Decision.Reason reason) ? refused(reason, " " + language.text(reason == Decision.Reason.RULES_NOT_ACCEPTED ? "rules.kept" : "texts.kept")) : notFound();
    }

    /** Hidden or absent, the same for both; what was typed waits among one's own texts. */
    public Response hiddenAndKept() {
        return Problem.of(404, "not-found", language.text("problem.not-found"), language.text("problem.not-found.typed") + " " + language.text("texts.kept")).response();
    }

    /** Over for good, and the writer may know why; what was typed waits among one's own texts. */
    public Response overAndKept(String slug, String why) {
        return Problem.of(409, slug, language.text("problem.conflict"), why + " " + language.text("texts.kept")).response();
    }

    private Response refused(Decision.Reason reason, String more) {
        String slug = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.of(reason.conflict() ? 409 : 403, slug, language.text("problem." + (reason.conflict() ? "conflict" : "forbidden")),
                language.text("reason." + reason.name()) + more).response();
    }

    /** A field that another address with the same body knows, and this one does not. */
    public Response unknown(String field) {
        return problem(400, "malformed").withErrors(form.words(List.of(new FieldError(field, "unknown-field", List.of())))).response();
    }

    public Response notFound() {
        return problem(404, "not-found").response();
    }

    /** Whether the writer has looked at what may lead to a person. A program that says nothing of it has; {@code false} asks for the warning that people get. */
    public static boolean sure(Boolean said) {
        return !Boolean.FALSE.equals(said);
    }

    /** The body, which must be there. */
    public <T> T body(T body) {
        if (body == null) {
            throw new BadRequestException();
        }
        return body;
    }

    /** Of what the caller knew: it is there no more. */
    public Response withdrawn() {
        return problem(410, "withdrawn").response();
    }

    Problem problem(int status, String slug) {
        return Problem.of(status, slug, language.text("problem." + slug), language.text("problem." + slug + ".detail"));
    }
}
