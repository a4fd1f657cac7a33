// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.round.Nature;
import nl.klankbord.round.Question;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Texts;
import nl.klankbord.web.Api;
import nl.klankbord.web.Language;

/** What a reflection in a dilemma is asked. */
@Path("/api/v1/dilemmas/{id}/reflection-questions")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class QuestionResource {
    @Inject
    CurrentActor current;
    @Inject
    QuestionFinder questions;
    @Inject
    StandingFinder standings;
    @Inject
    Language language;
    @Inject
    Texts texts;
    @Inject
    Api api;

    @GET
    public Response list(@PathParam("id") UUID dilemma) {
        Decision decision = standings.decide(current.require(), dilemma, DilemmaDeed.READ_CIRCLE);
        return !decision.granted() ? api.denied(decision) : api.shown(questions.of(current.require(), dilemma), () -> Decision.HIDDEN,
                asked -> api.ok(new QuestionsJson(asked.set(), asked.list().stream().map(this::json).toList(), null)));
    }

    private QuestionJson json(Question question) {
        Question said = question.said(texts, language.locale());
        return new QuestionJson(question.key(), Questions.isNamed(question.key()) ? question.key() : "answers", question.nature(), question.required(), question.skippable(), said.text(), said.hint());
    }

    /** @param questionSet null where the programme asks questions of its own */
    record QuestionsJson(String questionSet, List<QuestionJson> items, String next) {}

    /** @param field of the reflection that takes its answer; @param text in the reader's language, or as the programme wrote it */
    record QuestionJson(String question, String field, Nature nature, boolean required, boolean skippable, String text, String hint) {}
}
