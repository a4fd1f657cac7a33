// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.contribution.ContributionFinder;
import nl.klankbord.contribution.DraftFinder;
import nl.klankbord.contribution.QuestionFinder;
import nl.klankbord.contribution.Questions;
import nl.klankbord.contribution.WriteDraft;
import nl.klankbord.dilemma.AboutFinder;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Outcome;
import nl.klankbord.web.Api;
import nl.klankbord.web.Html;
import nl.klankbord.web.Language;

/** A reflection that can change no more: what somebody on its seat typed too late waits for her alone, to read and to copy. */
@ApplicationScoped
class LateReflection {
    private static final Set<Reason> OVER = EnumSet.of(Reason.ALREADY_SUBMITTED, Reason.DEADLINE_PASSED, Reason.WRONG_PHASE);
    @Inject
    CurrentActor current;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    AboutFinder abouts;
    @Inject
    ContributionFinder contributions;
    @Inject
    QuestionFinder questions;
    @Inject
    DraftFinder drafts;
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
        /** @param dilemma null where it is read no more */
        static native TemplateInstance late(DilemmaFinder.Text dilemma, String there, String why, boolean typed, boolean kept, List<Preview> words, String aside);
    }

    static boolean isOver(Decision decision) {
        return decision instanceof Decision.Refused(Reason reason) && OVER.contains(reason);
    }

    /** What waits of her; where nothing does, one goes to what was submitted. */
    Response show(UUID id, Decision decision) {
        if (decision instanceof Decision.Hidden) {
            Snapshot left = unsaved(id, Snapshot.NOTHING);
            return whyWithdrawn(id).filter(why -> !left.isNothing()).map(why -> html.ok(withdrawn(why, left, id, true))).orElseGet(() -> html.denied(decision));
        }
        Snapshot waits = isOver(decision) ? unsaved(id, Snapshot.NOTHING) : Snapshot.NOTHING;
        return !waits.isNothing() ? html.ok(page(id, decision, waits, false, true)) : isSubmitted(decision) ? html.to(there(id), "reflection-in") : html.denied(decision);
    }

    /** @param typedSince put aside first, so that it can be found later too */
    Response typed(UUID id, Decision decision, Snapshot typedSince) {
        if (decision instanceof Decision.Hidden) {
            return hidden(id, typedSince);
        }
        boolean kept = putAside(id, typedSince) instanceof Outcome.Done;
        return Response.fromResponse(html.ok(page(id, decision, unsaved(id, typedSince), !typedSince.isNothing(), kept))).status(409).build();
    }

    /** What saved itself too late: it waits, and the answer says why. */
    Response saved(UUID id, Decision decision, Snapshot typedSince) {
        if (!(decision instanceof Decision.Hidden)) {
            return api.of(putAside(id, typedSince), kept -> api.deniedAndKept(decision));
        }
        return typedSince.isNothing() ? api.denied(decision)
                : api.of(putAside(id, typedSince), kept -> whyWithdrawn(id).map(why -> api.overAndKept("withdrawn", why)).orElseGet(api::hiddenAndKept));
    }

    /** What cannot be saved now. */
    Outcome<String> putAside(UUID id, Snapshot typedSince) {
        return writeDraft.putAside(current.require(), Both.aside(id, "reflection"), typedSince.texts());
    }

    /** The dilemma is not there for her: it was withdrawn, which is told to who sat there then, or she may not know. What she typed is kept in any case. */
    private Response hidden(UUID id, Snapshot typedSince) {
        boolean kept = putAside(id, typedSince) instanceof Outcome.Done;
        Snapshot words = unsaved(id, typedSince);
        Optional<String> why = words.isNothing() ? Optional.empty() : whyWithdrawn(id);
        return why.map(told -> Response.fromResponse(html.ok(withdrawn(told, words, id, kept))).status(409).build())
                .orElseGet(() -> kept && !typedSince.isNothing() ? html.hiddenAndKept() : html.denied(Decision.HIDDEN, typedSince.words(), null));
    }

    /** Why nothing can be saved any more, for who sat there when the dilemma was withdrawn. */
    private Optional<String> whyWithdrawn(UUID id) {
        return abouts.withdrawn(current.require(), id).map(about -> language.text("reflection.lateWithdrawn", about.host()));
    }

    private static boolean isSubmitted(Decision decision) {
        return decision instanceof Decision.Refused(Reason reason) && reason == Reason.ALREADY_SUBMITTED;
    }

    private TemplateInstance page(UUID id, Decision decision, Snapshot words, boolean typed, boolean kept) {
        return Templates.late(dilemmas.visibleTo(current.require(), id).orElseThrow().text(), there(id), why(id, decision), typed, kept,
                Preview.ofTyped(questions.of(current.require(), id).map(Questions::list).orElse(null), words, language), Both.aside(id, "reflection"));
    }

    private TemplateInstance withdrawn(String why, Snapshot words, UUID id, boolean kept) {
        return Templates.late(null, "/texts", why, true, kept, Preview.ofTyped(null, words, language), Both.aside(id, "reflection"));
    }

    private String why(UUID id, Decision decision) {
        return isSubmitted(decision) ? contributions.submittedByColleague(current.require(), id).map(name -> language.text("reflection.lateBy", name)).orElseGet(() -> language.text("reflection.late"))
                : decision instanceof Decision.Refused(Reason reason) ? language.text("reason." + reason.name()) : "";
    }

    private String there(UUID id) {
        return "/dilemmas/" + id + own(id).filter(ContributionFinder.Shown::submitted).map(own -> "#c-" + own.id()).orElse("#reflection");
    }

    /** What waited already and what was typed now, as far as the reflection does not say the same. */
    private Snapshot unsaved(UUID id, Snapshot typedSince) {
        Snapshot before = drafts.own(current.require(), Both.aside(id, "reflection")).map(draft -> Snapshot.read(draft.text())).orElse(Snapshot.NOTHING);
        Map<String, String> all = new LinkedHashMap<>(before.texts());
        all.putAll(typedSince.texts());
        return new Snapshot(all).without(own(id).map(this::saved).orElse(null));
    }

    private Snapshot saved(ContributionFinder.Shown own) {
        return ReflectionForm.of(own, contributions.mirror(current.require(), own.id()).orElse("")).snapshot();
    }

    private Optional<ContributionFinder.Shown> own(UUID id) {
        return contributions.ownReflection(current.require(), id);
    }
}
