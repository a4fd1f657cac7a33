// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;

/** Answers of the pages: a page, a redirect after a write, the form again with what is wrong, or an error page that says what to do. */
@ApplicationScoped
public class Html {
    @Inject
    Language language;
    @Inject
    Form form;

    @CheckedTemplate(basePath = "web", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance error(int status, String title, String text, List<String> needs, List<String> typed);

        static native TemplateInstance rules(String text, String back, List<String> typed);

        static native TemplateInstance plain(String lang, String title, String text, String signIn);
    }

    public Response ok(TemplateInstance page) {
        return Response.ok(page.render(), html()).build();
    }

    /** What was there, and why it is not any more. */
    public Response gone(TemplateInstance page) {
        return Response.status(410).type(html()).entity(page.render()).build();
    }

    /** What was found, or the error page that says why not. */
    public <T> Response shown(Optional<T> found, Supplier<Decision> why, Function<T, TemplateInstance> page) {
        return found.map(page).map(this::ok).orElseGet(() -> denied(why.get()));
    }

    /**
     * After a write: to {@code location} with the text below {@code flash.}; when a field is wrong or somebody else was
     * first, the form {@code again} with everything typed.
     */
    public <T> Response after(Outcome<T> outcome, Function<T, String> location, String flash, Function<List<Form.Error>, TemplateInstance> again) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> to(location.apply(value), flash);
            // Too late, or somebody was first: what was typed is shown, so that it is not lost.
            case Outcome.Denied<T>(Decision decision) -> decision instanceof Decision.Refused(Decision.Reason reason) && reason.conflict()
                    ? Response.status(409).type(html()).entity(again.apply(List.of(new Form.Error("", language.text("reason." + reason.name())))).render()).build() : denied(decision);
            case Outcome.Invalid<T>(List<FieldError> errors) -> Response.status(422).type(html()).entity(again.apply(form.words(errors)).render()).build();
            case Outcome.Blocked<T> blocked -> error(409, "blocked", blocked.unmet().stream().map(unmet -> language.text("need." + unmet.need())).distinct().toList());
            case Outcome.Stale<T> stale -> Response.status(412).type(html())
                    .entity(again.apply(List.of(new Form.Error("", language.text("error.stale")))).render()).build();
        };
    }

    /** After a write without a form of its own: what is wrong shows on an error page. */
    public <T> Response after(Outcome<T> outcome, Function<T, String> location, String flash) {
        return outcome instanceof Outcome.Denied<T>(Decision decision) ? denied(decision) : outcome instanceof Outcome.Invalid<T>(List<FieldError> errors)
                ? error(422, "invalid", form.words(errors).stream().map(Form.Error::message).toList())
                : after(outcome, location, flash, errors -> Templates.error(412, language.text("problem.stale"), language.text("problem.stale.detail"), List.of(), List.of()));
    }

    /** @param flash key below {@code flash.} of what to say there, or null */
    public Response to(String location, String flash) {
        int hash = location.indexOf('#');
        String path = hash < 0 ? location : location.substring(0, hash);
        String query = flash == null ? "" : (path.contains("?") ? "&" : "?") + "done=" + flash;
        return Response.seeOther(URI.create(path + query + (hash < 0 ? "" : location.substring(hash)))).build();
    }

    public Response denied(Decision decision) {
        return denied(decision, List.of(), null);
    }

    /**
     * With what was typed, which the page gives back.
     *
     * @param typed empty when nothing was, or when it is kept
     * @param back  where it is kept until the house rules are accepted, or null
     */
    public Response denied(Decision decision, List<String> typed, String back) {
        if (decision instanceof Decision.Refused(Decision.Reason reason)) {
            // Their place is under the programmes, where those still to be accepted stand out.
            if (reason == Decision.Reason.RULES_NOT_ACCEPTED) {
                return Response.status(403).type(html()).entity(Templates.rules(language.text("reason." + reason.name()), back, typed).render()).build();
            }
            return page(reason.conflict() ? 409 : 403, language.text("problem." + (reason.conflict() ? "conflict" : "forbidden")),
                    language.text("reason." + reason.name()), List.of(), typed);
        }
        return page(404, language.text("problem.not-found"), language.text(typed.isEmpty() ? "problem.not-found.detail" : "problem.not-found.typed"), List.of(), typed);
    }

    /** Hidden or absent, the same for both; what was typed waits among one's own texts. */
    public Response hiddenAndKept() {
        return page(404, language.text("problem.not-found"), language.text("problem.not-found.typed") + " " + language.text("texts.kept"), List.of(), List.of());
    }

    Response error(int status, String slug, List<String> needs) {
        return page(status, language.text("problem." + slug), language.text("problem." + slug + ".detail"), needs, List.of());
    }

    /** Without the layout, for where nobody can be looked up. */
    Response plainError(int status, String slug) {
        return plain(status, slug, null);
    }

    /** A form that came too late. @param from the page it stood on */
    Response signInEnded(String from) {
        return plain(401, "sign-in-ended", "/login" + (from.equals("/") ? "" : "?from=" + from));
    }

    private Response plain(int status, String slug, String signIn) {
        language.withoutPerson();
        return Response.status(status).type(html()).entity(Templates.plain(language.locale().getLanguage(), language.text("problem." + slug),
                language.text("problem." + slug + ".detail"), signIn).render()).build();
    }

    private Response page(int status, String title, String text, List<String> needs, List<String> typed) {
        return Response.status(status).type(html()).entity(Templates.error(status, title, text, needs, typed).render()).build();
    }

    static MediaType html() {
        return MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
    }
}
