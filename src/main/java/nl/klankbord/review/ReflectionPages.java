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
import java.util.UUID;
import nl.klankbord.contribution.ContributionDeed;
import nl.klankbord.contribution.ContributionFinder;
import nl.klankbord.contribution.ContributionText;
import nl.klankbord.contribution.QuestionFinder;
import nl.klankbord.contribution.Questions;
import nl.klankbord.contribution.WriteContribution;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.web.Api;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;

/** The one sealed reflection of a seat, with its mirror: it saves itself, and is submitted when it is ready. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ReflectionPages {
    @Inject
    CurrentActor current;
    @Inject
    ReviewFinder reviews;
    @Inject
    ContributionFinder contributions;
    @Inject
    QuestionFinder questions;
    @Inject
    StandingFinder standings;
    @Inject
    WriteContribution write;
    @Inject
    Html html;
    @Inject
    Api api;

    @CheckedTemplate(basePath = "review", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance reflect(Review review, ReflectionView form, List<Form.Error> errors);
    }

    @GET
    @Path("/dilemmas/{id}/reflection")
    public Response show(@PathParam("id") UUID id) {
        Decision decision = standings.of(current.require(), id).map(s -> DilemmaPolicy.decide(s, ContributionDeed.REFLECT)).orElse(Decision.HIDDEN);
        if (decision.granted() && contributions.isBegunByColleague(current.require(), id)) {
            return html.denied(Decision.refused(Decision.Reason.COLLEAGUE_BEGAN));
        }
        return decision.granted() ? html.ok(form(id, null, List.of())) : html.denied(decision);
    }

    @POST
    @Path("/dilemmas/{id}/reflection")
    public Response save(@PathParam("id") UUID id, @BeanParam ReflectionForm typed) {
        Outcome<Saved> saved = keep(id, Form.number(typed.version()), typed.content(typed.submit() == null));
        if (typed.submit() == null || !(saved instanceof Outcome.Done<Saved>(Saved kept))) {
            return html.after(saved, done -> "/dilemmas/" + id + "#reflection", "saved", errors -> form(id, typed, errors));
        }
        return html.after(write.submit(current.require(), kept.id()), done -> "/dilemmas/" + id + "#reflection", "reflection-submitted", errors -> form(id, typed, errors));
    }

    /** Saves as one types; the answer is the new version. */
    @POST
    @Path("/dilemmas/{id}/reflection/autosave")
    @Produces(MediaType.APPLICATION_JSON)
    public Response autosave(@PathParam("id") UUID id, @BeanParam ReflectionForm typed) {
        return api.of(keep(id, Form.number(typed.version()), typed.content(true)), kept -> api.ok(Map.of("version", kept.version())));
    }

    /** The first save makes the reflection; who names a version changes it. */
    private Outcome<Saved> keep(UUID dilemma, Integer version, ContributionText typed) {
        if (version != null) {
            return own(dilemma).map(own -> write.edit(current.require(), own.id(), new Expected(version), typed).map(v -> new Saved(own.id(), v))).orElseGet(Outcome::hidden);
        }
        Outcome<UUID> made = write.post(current.require(), dilemma, typed);
        // A colleague began in the meantime: show both, overwrite nothing.
        return made instanceof Outcome.Denied<UUID>(Decision decision) && decision instanceof Decision.Refused(Decision.Reason reason) && reason == Decision.Reason.ALREADY_THERE
                ? new Outcome.Stale<>(true) : made.map(id -> new Saved(id, contributions.visibleTo(current.require(), id).orElseThrow().version()));
    }

    private java.util.Optional<ContributionFinder.Shown> own(UUID dilemma) {
        return contributions.ownReflection(current.require(), dilemma);
    }

    /** @param typed null shows what is saved */
    private TemplateInstance form(UUID id, ReflectionForm typed, List<Form.Error> errors) {
        Review review = reviews.visibleTo(current.require(), id, Cursor.of(null, Cursor.MOST)).orElseThrow();
        ContributionFinder.Shown own = own(id).orElse(null);
        ReflectionForm shown = typed != null ? typed : own == null ? ReflectionForm.EMPTY : ReflectionForm.of(own, contributions.mirror(current.require(), own.id()).orElse(""));
        Questions asked = questions.of(current.require(), id).orElseThrow();
        return Templates.reflect(review, ReflectionView.of(asked, shown, review.canvas().tidy().assumptions(), own == null ? null : own.version()), errors);
    }

    private record Saved(UUID id, int version) {}
}
