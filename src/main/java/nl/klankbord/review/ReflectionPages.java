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
import org.jboss.resteasy.reactive.RestForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.contribution.ContributionDeed;
import nl.klankbord.contribution.ContributionFinder;
import nl.klankbord.contribution.ContributionText;
import nl.klankbord.contribution.DraftFinder;
import nl.klankbord.contribution.PresenceFinder;
import nl.klankbord.contribution.PresenceFinder.Writing;
import nl.klankbord.contribution.QuestionFinder;
import nl.klankbord.contribution.Questions;
import nl.klankbord.contribution.WriteContribution;
import nl.klankbord.contribution.WriteDraft;
import nl.klankbord.contribution.WritePresence;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.web.Api;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import nl.klankbord.web.Language;

/** The one sealed reflection of a seat, with its mirror: it saves itself, and is submitted when it is ready. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ReflectionPages {
    private static final FieldError MIRROR_CLOSED = new FieldError("mirror", "colleague-wrote", List.of());
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
    PresenceFinder presences;
    @Inject
    DraftFinder drafts;
    @Inject
    LateReflection late;
    @Inject
    WriteContribution write;
    @Inject
    WritePresence presence;
    @Inject
    WriteDraft writeDraft;
    @Inject
    Language language;
    @Inject
    Html html;
    @Inject
    Api api;

    @CheckedTemplate(basePath = "review", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance reflect(Review review, ReflectionView form, Began began, List<Form.Error> errors, List<Writing> colleagues, boolean unmerged, List<Preview> previews);

        static native TemplateInstance merge(Review review, Both both, List<Writing> colleagues, boolean kept, boolean submits, String aside);
    }

    @GET
    @Path("/dilemmas/{id}/reflection")
    public Response show(@PathParam("id") UUID id) {
        Decision decision = mayWrite(id);
        if (!decision.granted()) {
            return late.show(id, decision);
        }
        presence.show(current.require(), id);
        return html.ok(form(id, null, null, List.of(), List.of()));
    }

    /** With {@code preview} it saves nothing; with {@code files} one goes on to those of what is saved; with {@code anyway} it does not wait for colleagues. */
    @POST
    @Path("/dilemmas/{id}/reflection")
    public Response save(@PathParam("id") UUID id, @RestForm String base, @RestForm String aside, @RestForm String merged, @RestForm String preview, @RestForm String files, @RestForm String anyway, @BeanParam ReflectionForm typed) {
        Began began = new Began(Form.number(typed.version()), base, Form.number(aside));
        if (preview != null) {
            Decision decision = mayWrite(id);
            return decision.granted() ? html.ok(form(id, typed, began, List.of(), Preview.ofReflection(asked(id), typed.snapshot(asked(id))))) : refused(id, began, typed, decision);
        }
        boolean submits = typed.submit() != null || anyway != null;
        Outcome<Saved> saved = keep(id, began, typed, !submits);
        if (saved instanceof Outcome.Denied<Saved>(Decision decision) && (!decision.conflict() || LateReflection.isOver(decision))) {
            return refused(id, began, typed, decision);
        }
        if (saved instanceof Outcome.Stale<Saved> && own(id).isPresent()) {
            return Response.fromResponse(html.ok(mergeTyped(id, began.snapshot(), typed.snapshot(asked(id)), submits))).status(412).build();
        }
        if (merged != null) {
            found(id, saved);
        }
        if (!submits || !(saved instanceof Outcome.Done<Saved>(Saved kept))) {
            return html.after(saved, done -> files != null ? "/contributions/" + done.id() + "/attachments" : "/dilemmas/" + id + "/reflection", merged != null ? "merged" : "reflection-saved", errors -> form(id, typed, began, errors, List.of()));
        }
        Outcome<UUID> submitted = anyway == null && asked(id).unfilled(typed.content(true)).isEmpty() ? alone(id, kept) : write.submit(current.require(), kept.id(), new Expected(kept.version()));
        return submitted instanceof Outcome.Denied<UUID>(Decision decision) && LateReflection.isOver(decision) ? late.typed(id, decision, Snapshot.NOTHING) : html.after(submitted, done -> "/dilemmas/" + id, "reflection-submitted",
                errors -> form(id, typed, new Began(kept.version(), typed.snapshot(asked(id)).json()), errors, List.of()));
    }

    /** Saves as one types; the answer is the new version, and what it holds. */
    @POST
    @Path("/dilemmas/{id}/reflection/autosave")
    @Produces(MediaType.APPLICATION_JSON)
    public Response autosave(@PathParam("id") UUID id, @RestForm String base, @RestForm String aside, @BeanParam ReflectionForm typed) {
        Began began = new Began(Form.number(typed.version()), base, Form.number(aside));
        Outcome<Saved> saved = keep(id, began, typed, true);
        if (saved instanceof Outcome.Stale<Saved>) {
            // Whoever is told that it waits must be able to count on it.
            return api.of(late.putAside(id, typed.snapshot(asked(id)).without(began.snapshot())), kept -> api.of(saved, none -> null));
        }
        if (saved instanceof Outcome.Denied<Saved>(Decision decision) && (decision.awaitsRules() || LateReflection.isOver(decision) || decision instanceof Decision.Hidden)) {
            return late.saved(id, decision, typed.snapshot().without(began.snapshot()));
        }
        if (saved instanceof Outcome.Invalid<Saved>(List<FieldError> errors) && errors.stream().allMatch(MIRROR_CLOSED::equals)) {
            // It holds up nothing else.
            return api.of(keep(id, began, typed.mirroring(null), true), kept -> api.of(late.putAside(id, new Snapshot(Map.of("mirror", typed.mirror().strip()))),
                    waits -> api.ok(Map.of("version", kept.version(), "base", typed.mirroring(null).snapshot(asked(id)).json(), "error", language.text("error." + MIRROR_CLOSED.code())))));
        }
        return api.of(saved, kept -> api.ok(Map.of("version", kept.version(), "base", typed.snapshot(asked(id)).json())));
    }

    /** What was put aside because a colleague saved something else meanwhile. */
    @GET
    @Path("/dilemmas/{id}/reflection/merge")
    public Response merge(@PathParam("id") UUID id) {
        Decision decision = mayWrite(id);
        Optional<Snapshot> aside = decision.granted() ? aside(id) : Optional.empty();
        return !decision.granted() ? late.show(id, decision) : aside.isEmpty() ? html.to("/dilemmas/" + id + "/reflection", null) : html.ok(merge(id, null, aside.get(), true, false));
    }

    /** Who else of one's own seat is writing, in words; or why nobody can write any more. */
    @GET
    @Path("/dilemmas/{id}/reflection/presence")
    @Produces(MediaType.APPLICATION_JSON)
    public Response presence(@PathParam("id") UUID id) {
        Decision decision = standings.decide(current.require(), id, ContributionDeed.REFLECT);
        if (decision instanceof Decision.Refused(Decision.Reason reason) && reason.conflict()) {
            return api.ok(new Lines(List.of(language.text("reflection.over", language.text("reason." + reason.name()))), true));
        }
        return decision.granted() ? api.ok(new Lines(presences.colleagues(current.require(), id).stream().map(one -> language.text("reflection.colleague", one.name())).toList(), false)) : api.denied(decision);
    }

    private Decision mayWrite(UUID id) {
        Decision decision = standings.decide(current.require(), id, ContributionDeed.REFLECT);
        return decision.granted() && contributions.isBegunByColleague(current.require(), id) ? Decision.refused(Decision.Reason.COLLEAGUE_BEGAN) : decision;
    }

    /** What a colleague writes after that comes too late: who submits says first that she knows. */
    private Outcome<UUID> alone(UUID dilemma, Saved saved) {
        List<String> names = presences.unfinished(current.require(), dilemma);
        return names.isEmpty() ? write.submit(current.require(), saved.id(), new Expected(saved.version())) : Outcome.invalid("submit", names.size() == 1 ? "colleague-writes" : "colleagues-write", String.join(", ", names));
    }

    /** The first save makes the reflection; who names a version changes it. */
    private Outcome<Saved> keep(UUID id, Began began, ReflectionForm typed, boolean concept) {
        Decision decision = standings.decide(current.require(), id, ContributionDeed.REFLECT);
        // Also for who did not begin it, and so does not see now that it is there.
        if (decision.awaitsRules()) {
            return Outcome.denied(decision);
        }
        Outcome<Saved> outcome = began.version() == null ? begin(id, began, typed, concept) : change(id, began.version(), typed.content(concept));
        ContributionFinder.Shown there = outcome instanceof Outcome.Stale<Saved> ? own(id).orElse(null) : null;
        if (there == null) {
            return outcome;
        }
        Questions asked = asked(id);
        return Both.agree(began.snapshot(), saved(there).snapshot(asked), typed.snapshot(asked)) ? change(id, there.version(), typed.content(concept)) : outcome;
    }

    private Outcome<Saved> change(UUID dilemma, Integer version, ContributionText typed) {
        return own(dilemma).map(own -> write.edit(current.require(), own.id(), new Expected(version), typed).map(v -> new Saved(own.id(), v))).orElseGet(Outcome::hidden);
    }

    private Outcome<Saved> begin(UUID dilemma, Began began, ReflectionForm typed, boolean concept) {
        Outcome<UUID> made = write.post(current.require(), dilemma, typed.content(concept));
        // It has its place when the form showed it, or says the same: a form that was opened before leaves what another one put aside.
        if (made instanceof Outcome.Done && draft(dilemma).filter(waits -> Integer.valueOf(waits.version()).equals(began.aside())
                || Snapshot.read(waits.text()).without(typed.snapshot(asked(dilemma))).isNothing()).isPresent()) {
            writeDraft.drop(current.require(), unmerged(dilemma));
        }
        // A colleague began in the meantime: show both, overwrite nothing.
        return made instanceof Outcome.Denied<UUID>(Decision decision) && decision instanceof Decision.Refused(Decision.Reason reason) && reason == Decision.Reason.ALREADY_THERE
                ? new Outcome.Stale<>(true) : made.map(id -> new Saved(id, contributions.visibleTo(current.require(), id).orElseThrow().version()));
    }

    /** What was typed waits for the house rules, or is given back: nothing is lost with a refusal. */
    private Response refused(UUID id, Began began, ReflectionForm typed, Decision decision) {
        if (LateReflection.isOver(decision) || decision instanceof Decision.Hidden) {
            return late.typed(id, decision, typed.snapshot().without(began.snapshot()));
        }
        boolean waits = decision.awaitsRules() && late.putAside(id, typed.snapshot().without(began.snapshot())) instanceof Outcome.Done;
        return html.denied(decision, waits ? List.of() : typed.snapshot().words(), waits ? "/dilemmas/" + id + "/reflection" : null);
    }

    /** What was put aside has its place. */
    private void found(UUID id, Outcome<Saved> saved) {
        if (saved instanceof Outcome.Done) {
            writeDraft.drop(current.require(), unmerged(id));
        }
    }

    private Optional<ContributionFinder.Shown> own(UUID dilemma) {
        return contributions.ownReflection(current.require(), dilemma);
    }

    private ReflectionForm saved(ContributionFinder.Shown own) {
        return ReflectionForm.of(own, contributions.mirror(current.require(), own.id()).orElse(""));
    }

    private Questions asked(UUID id) {
        return questions.of(current.require(), id).orElseThrow();
    }

    /** What was put aside, over what is saved, as long as they differ. */
    private Optional<Snapshot> aside(UUID id) {
        Snapshot aside = waiting(id);
        Snapshot saved = aside.isNothing() ? null : own(id).map(own -> saved(own).snapshot(asked(id))).orElse(null);
        return saved == null || saved.with(aside).equals(saved) ? Optional.empty() : Optional.of(saved.with(aside));
    }

    private Snapshot waiting(UUID id) {
        return draft(id).map(draft -> Snapshot.read(draft.text())).orElse(Snapshot.NOTHING);
    }

    private Optional<DraftFinder.Draft> draft(UUID id) {
        return drafts.own(current.require(), unmerged(id));
    }

    /** Together with what waits since before: saving the page lets go of all that was put aside. */
    private TemplateInstance mergeTyped(UUID id, Snapshot base, Snapshot typed, boolean submits) {
        Snapshot typedSince = typed.without(base);
        boolean kept = late.putAside(id, typedSince) instanceof Outcome.Done<String>;
        Snapshot before = waiting(id).beside(typedSince);
        return merge(id, base == null ? null : base.beside(before), typed.with(before), kept, submits);
    }

    /** @param kept whether what was typed is kept elsewhere than on this page; @param submits whether its writer meant to submit it */
    private TemplateInstance merge(UUID id, Snapshot base, Snapshot typed, boolean kept, boolean submits) {
        ContributionFinder.Shown own = own(id).orElseThrow();
        Questions asked = asked(id);
        return Templates.merge(review(id), Both.of("/dilemmas/" + id + "/reflection", "reflection", asked, own.version(), base, saved(own).snapshot(asked), typed), presences.colleagues(current.require(), id), kept, submits, unmerged(id));
    }

    /** @param typed and {@code began}: null shows what is saved */
    private TemplateInstance form(UUID id, ReflectionForm typed, Began began, List<Form.Error> errors, List<Preview> previews) {
        Review review = review(id);
        ContributionFinder.Shown own = own(id).orElse(null);
        ReflectionForm saved = own == null ? ReflectionForm.EMPTY : saved(own);
        DraftFinder.Draft waits = typed == null && own == null ? draft(id).orElse(null) : null;
        ReflectionForm shown = typed != null ? typed : waits != null ? ReflectionForm.of(Snapshot.read(waits.text())) : saved;
        Questions asked = asked(id);
        return Templates.reflect(review, ReflectionView.of(asked, shown, review.canvas().tidy().assumptions(), own != null && contributions.isMirrorClosed(current.require(), own.id())),
                began != null ? began : new Began(own == null ? null : own.version(), saved.snapshot(asked).json(), waits == null ? null : waits.version()), errors, presences.colleagues(current.require(), id), aside(id).isPresent(), previews);
    }

    private Review review(UUID id) {
        return reviews.visibleTo(current.require(), id, Cursor.of(null, Cursor.MOST)).orElseThrow();
    }

    private static String unmerged(UUID id) {
        return Both.aside(id, "reflection");
    }

    private record Saved(UUID id, int version) {}

    /** @param over whether there is nothing left to look for */
    record Lines(List<String> lines, boolean over) {}
}
