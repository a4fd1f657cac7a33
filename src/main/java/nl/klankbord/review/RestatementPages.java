// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.contribution.DraftFinder;
import nl.klankbord.contribution.DraftFinder.Draft;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.dilemma.RestateDilemma;
import nl.klankbord.dilemma.RestatementFinder;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** The form in which a host says the dilemma anew after all that was said about it. */
@Path("/dilemmas/{id}/restatement")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class RestatementPages {
    @Inject
    CurrentActor current;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    RestatementFinder restatements;
    @Inject
    StandingFinder standings;
    @Inject
    DraftFinder drafts;
    @Inject
    RestateDilemma restate;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "review", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance restate(Restatement form);
    }

    @GET
    public Response form(@PathParam("id") UUID id) {
        Decision decision = standings.decide(current.require(), id, DilemmaDeed.RESTATE);
        return decision.granted() ? html.ok(form(id, null, List.of())) : html.denied(decision);
    }

    /** With {@code preview} it saves nothing. */
    @POST
    public Response restate(@PathParam("id") UUID id, @BeanParam Typed typed) {
        Decision decision = standings.decide(current.require(), id, DilemmaDeed.RESTATE);
        if (typed.preview() != null) {
            return decision.granted() ? html.ok(form(id, typed, List.of())) : html.denied(decision, typed.words(), null);
        }
        Optional<Canvas> original = dilemmas.visibleTo(current.require(), id).map(shown -> shown.text().canvas());
        return original.isEmpty() ? html.denied(decision)
                : html.after(restate.restate(current.require(), id, typed.over(original.get()), typed.sure() != null), done -> "/dilemmas/" + id + "#closing", "dilemma-restated", errors -> form(id, typed, errors));
    }

    /** @param typed null for what is there: what was said anew before, or else the text that was reviewed */
    private TemplateInstance form(UUID id, Typed typed, List<Form.Error> errors) {
        DilemmaFinder.Text text = dilemmas.visibleTo(current.require(), id).orElseThrow().text();
        Canvas canvas = restatements.of(current.require(), id).map(RestatementFinder.Restated::canvas).orElse(text.canvas()).tidy();
        Map<String, Draft> own = drafts.own(current.require(), Restatement.keys(id));
        Map<String, String> values = Map.of("title", canvas.title(), "question", canvas.question(), "intention", canvas.intention(), "tension", canvas.tension(),
                "assumptions", String.join("\n", canvas.assumptions()));
        return Templates.restate(new Restatement(text, typed == null ? values : typed.values(), typed == null, own, errors, typed == null || typed.preview() == null ? List.of() : typed.previews()));
    }

    /** What was typed; assumptions one per line. */
    record Typed(@RestForm String title, @RestForm String question, @RestForm String intention, @RestForm String tension, @RestForm String assumptions, @RestForm String sure, @RestForm String preview) {
        Canvas over(Canvas c) {
            return new Canvas(title, question, intention, tension, c.stip(), c.foto(), c.fotoDate(), c.paths(), c.experiment(), c.stopList(), Form.lines(assumptions), c.tried(),
                    c.roles(), c.character(), c.themes(), c.goal(), c.outcome());
        }

        Map<String, String> values() {
            return Map.of("title", text(title), "question", text(question), "intention", text(intention), "tension", text(tension), "assumptions", text(assumptions));
        }

        /** All that was typed, for when the form is no longer there. */
        List<String> words() {
            return Stream.of(title, question, intention, tension, assumptions).filter(typed -> typed != null && !typed.isBlank()).toList();
        }

        List<Preview> previews() {
            List<String> assumed = Form.lines(text(assumptions));
            return Stream.concat(Preview.of("canvas", new Snapshot(values()), "question", "intention", "tension").stream(),
                    assumed.isEmpty() ? Stream.of() : Stream.of(new Preview("canvas.assumptions", null, "", assumed, false))).toList();
        }

        private static String text(String typed) {
            return Objects.toString(typed, "");
        }
    }
}
