// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.contribution.ContributionFinder;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.ProgrammePolicy;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import org.jboss.resteasy.reactive.RestForm;

/** From what was said in a dilemma to what several municipalities see: marking passages and putting them together. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class HarvestPages {
    private static final Cursor ALL = Cursor.of(null, Cursor.MOST);
    @Inject
    CurrentActor current;
    @Inject
    StandingFinder standings;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    ContributionFinder contributions;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    ObservationFinder observations;
    @Inject
    PatternFinder patterns;
    @Inject
    LessonFinder lessons;
    @Inject
    WriteObservation writeObservation;
    @Inject
    WritePattern writePattern;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "lesson", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance harvest(HarvestView view);

        static native TemplateInstance programme(Overview view, Combined typed, List<Form.Error> errors);

        static native TemplateInstance pattern(PatternFinder.Shown pattern);
    }

    @GET
    @Path("/dilemmas/{id}/harvest")
    public Response dilemma(@PathParam("id") UUID id, @QueryParam("cursor") String cursor) {
        Decision decision = standings.decide(current.require(), id, LessonDeed.READ_OBSERVATIONS);
        return decision.granted() ? html.ok(dilemma(id, Cursor.of(cursor, Cursor.MOST), HarvestView.Mark.NOTHING, List.of())) : html.denied(decision);
    }

    /** @param field the source, as the script that quotes a selection calls it; @param part the field of it, from a form without that script */
    @POST
    @Path("/dilemmas/{id}/observations")
    public Response mark(@PathParam("id") UUID id, @RestForm String field, @RestForm String part, @RestForm String exact, @RestForm String themes) {
        Decision reading = standings.decide(current.require(), id, LessonDeed.READ_OBSERVATIONS);
        // A guest reads what was marked, and is told at once that marking is not hers.
        Decision decision = reading.granted() ? standings.decide(current.require(), id, LessonDeed.MARK) : reading;
        if (!decision.granted()) {
            return html.denied(decision);
        }
        HarvestView.Mark typed = new HarvestView.Mark(Objects.toString(field, ""), Objects.toString(part, ""), exact, themes);
        String[] source = typed.source().split(":", 2);
        // Nothing was selected: whoever has no script marks in the form below the text itself.
        Outcome<UUID> outcome = source.length < 2 ? Outcome.invalid("exact", "choose-source")
                : writeObservation.mark(current.require(), new WriteObservation.Marking(Form.choice(SourceType.class, source[0]), Form.id(source[1]), exact, Form.commas(themes)));
        return html.after(outcome, made -> "/dilemmas/" + id + "/harvest#o-" + made, "marked",
                errors -> dilemma(id, ALL, typed, errors.stream().map(error -> new Form.Error(error.field() + typed.place(), error.message())).toList()));
    }

    private TemplateInstance dilemma(UUID id, Cursor cursor, HarvestView.Mark typed, List<Form.Error> errors) {
        Actor me = current.require();
        Standing standing = standings.of(me, id).orElseThrow();
        DilemmaFinder.Text dilemma = dilemmas.visibleTo(me, id).orElseThrow().text();
        Cursor.Items<ContributionFinder.Shown> said = contributions.of(me, id, cursor);
        List<HarvestView.Source> sources = Stream.concat(said.items().stream().filter(c -> c.submitted() && !c.withdrawn()).map(HarvestView.Source::of),
                dilemma.closed() ? Stream.of(HarvestView.Source.of(dilemma)) : Stream.empty()).toList();
        return Templates.harvest(new HarvestView(id, dilemma.title(), standing.programmeId(), DilemmaPolicy.decide(standing, LessonDeed.MARK).granted(), sources, said.next(),
                observations.list(me, id, null, ALL).items(), typed, errors));
    }

    @GET
    @Path("/programmes/{id}/harvest")
    public Response programme(@PathParam("id") UUID id, @QueryParam("cursor") String cursor) {
        Decision decision = reads(id);
        return decision.granted() ? html.ok(programme(id, Cursor.of(cursor, Cursor.MOST), Combined.NOTHING, List.of())) : html.denied(decision);
    }

    @POST
    @Path("/programmes/{id}/patterns")
    public Response combine(@PathParam("id") UUID id, @RestForm String statement, @RestForm List<String> observation) {
        Decision decision = reads(id);
        if (!decision.granted()) {
            return html.denied(decision);
        }
        Combined typed = new Combined(statement, observation == null ? List.of() : observation);
        return html.after(writePattern.make(current.require(), new WritePattern.Combination(statement, typed.ids())), made -> "/patterns/" + made, "pattern-made",
                errors -> programme(id, ALL, typed, errors));
    }

    private TemplateInstance programme(UUID id, Cursor cursor, Combined typed, List<Form.Error> errors) {
        Actor me = current.require();
        ProgrammeFinder.Shown programme = programmes.visibleTo(me, id).orElseThrow();
        return Templates.programme(new Overview(programme.id(), programme.name(), programme.coordinator(), observations.list(me, null, id, cursor), patterns.list(me, id, ALL).items(),
                lessons.list(me, id, null, ALL).items()), typed, errors);
    }

    private Decision reads(UUID programme) {
        return programmes.standing(current.require(), programme).map(s -> ProgrammePolicy.decide(s, ProgrammePolicy.Action.READ_ROUNDS)).orElse(Decision.HIDDEN);
    }

    @GET
    @Path("/patterns/{id}")
    public Response pattern(@PathParam("id") UUID id) {
        return html.shown(patterns.visibleTo(current.require(), id), () -> Decision.HIDDEN, Templates::pattern);
    }

    /** What was harvested in a programme, as far as the actor may read it. */
    public record Overview(UUID id, String name, boolean coordinator, Cursor.Items<ObservationFinder.Shown> observations, List<PatternFinder.Shown> patterns, List<LessonText> lessons) {}

    /** What was typed and chosen. */
    public record Combined(String statement, List<String> observations) {
        static final Combined NOTHING = new Combined("", List.of());

        List<UUID> ids() {
            return observations.stream().map(Form::id).toList();
        }

        public boolean holds(UUID id) {
            return observations.contains(id.toString());
        }
    }
}
