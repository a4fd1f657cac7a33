// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.klankbord.round.Nature;
import nl.klankbord.shared.Json;
import nl.klankbord.shared.OneLine;
import nl.klankbord.shared.Outcome.FieldError;

/**
 * What a host writes of a dilemma. Title, question, intention and tension are needed to submit; the rest helps peers.
 *
 * @param stip      where it should lead, the dot on the horizon
 * @param foto      how things are now, as on {@code fotoDate}
 * @param stopList  what is to be dismantled
 * @param tried     what has been tried already
 * @param goal      whether it is about what residents notice of it, or about what is made or done
 * @param outcome   what residents notice of it; asked of a goal that is output only
 */
public record Canvas(
        @NotBlank(message = "{required}") @Size(max = 120, message = "{too-long}") String title,
        @NotBlank(groups = Submission.class, message = "{required}") @Size(max = 4000, message = "{too-long}") String question,
        @NotBlank(groups = Submission.class, message = "{required}") @Size(max = 4000, message = "{too-long}") String intention,
        @NotBlank(groups = Submission.class, message = "{required}") @Size(max = 4000, message = "{too-long}") String tension,
        @Size(max = 4000, message = "{too-long}") String stip,
        @Size(max = 4000, message = "{too-long}") String foto,
        LocalDate fotoDate,
        @Size(max = 10, message = "{too-many}") List<@Size(max = 2000, message = "{too-long}") String> paths,
        @Size(max = 4000, message = "{too-long}") String experiment,
        @Size(max = 4000, message = "{too-long}") String stopList,
        @Size(max = 20, message = "{too-many}") List<@Size(max = 1000, message = "{too-long}") String> assumptions,
        @Size(max = 4000, message = "{too-long}") String tried,
        @Size(max = 20, message = "{too-many}") List<@Valid PartyRole> roles,
        Character character,
        @Size(max = 10, message = "{too-many}") List<@Size(max = 60, message = "{too-long}") String> themes,
        Goal goal,
        @Size(max = 4000, message = "{too-long}") String outcome) {

    /** What is so or has happened; all else is how the host looks at it. */
    private static final Set<String> FACTS = Set.of("foto", "fotoDate", "tried", "roles");

    /** What a dilemma needs before others are asked to spend time on it. */
    public interface Submission {}

    public enum Character { INCIDENT, STRUCTURAL }

    public enum Goal { OUTCOME, OUTPUT, UNSURE }

    public record PartyRole(@Size(max = 200, message = "{too-long}") String party, @Size(max = 200, message = "{too-long}") String role,
                            @Size(max = 1000, message = "{too-long}") String interest) {}

    /** One that says nothing of its goal. */
    public Canvas(String title, String question, String intention, String tension, String stip, String foto, LocalDate fotoDate, List<String> paths, String experiment,
                  String stopList, List<String> assumptions, String tried, List<PartyRole> roles, Character character, List<String> themes) {
        this(title, question, intention, tension, stip, foto, fotoDate, paths, experiment, stopList, assumptions, tried, roles, character, themes, null, null);
    }

    /** Whether a field states facts or its host's own view. */
    public static Nature nature(String field) {
        return FACTS.contains(field) ? Nature.FACT : Nature.VIEW;
    }

    /** One of a title and nothing else. */
    public static Canvas titled(String title) {
        return new Canvas(title, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Where this one says nothing, what the other says. */
    public Canvas over(Canvas c) {
        return new Canvas(or(title, c.title), or(question, c.question), or(intention, c.intention), or(tension, c.tension), or(stip, c.stip), or(foto, c.foto), or(fotoDate, c.fotoDate), or(paths, c.paths),
                or(experiment, c.experiment), or(stopList, c.stopList), or(assumptions, c.assumptions), or(tried, c.tried), or(roles, c.roles), or(character, c.character), or(themes, c.themes),
                or(goal, c.goal), or(outcome, c.outcome));
    }

    private static <T> T or(T said, T otherwise) {
        return said == null ? otherwise : said;
    }

    /** Without blank items and with lists instead of nulls, so that what is stored has one shape. */
    public Canvas tidy() {
        return new Canvas(text(OneLine.of(title)), text(question), text(intention), text(tension), text(stip), text(foto), fotoDate, items(paths),
                text(experiment), text(stopList), items(assumptions), text(tried), roles == null ? List.of() : roles.stream()
                .filter(r -> r != null && !(text(r.party) + text(r.role) + text(r.interest)).isEmpty()).toList(), character,
                items(themes).stream().map(theme -> theme.toLowerCase(java.util.Locale.ROOT)).distinct().toList(), goal, text(outcome));
    }

    /** All that somebody wrote in it. */
    public Stream<String> texts() {
        Stream<String> parties = roles == null ? Stream.of() : roles.stream().filter(Objects::nonNull).flatMap(r -> Stream.of(r.party, r.role, r.interest).filter(Objects::nonNull));
        return Stream.of(Stream.of(title, question, intention, tension, stip, foto, experiment, stopList, tried, outcome).filter(Objects::nonNull), stream(paths), stream(assumptions), stream(themes), parties)
                .flatMap(part -> part);
    }

    private static Stream<String> stream(List<String> items) {
        return items == null ? Stream.of() : items.stream().filter(Objects::nonNull);
    }

    /** The fields it still needs before it can be submitted. */
    public List<String> missing() {
        return Stream.of("title", "question", "intention", "tension").filter(field -> Json.tree(this).path(field).asText("").isBlank()).toList();
    }

    /** What its host began and others cannot work with yet: one path is no choice, and how things are now is so on a day. */
    public List<FieldError> unfinished() {
        Canvas c = tidy();
        return Stream.of(c.paths.size() == 1 ? new FieldError("paths", "second-path", List.of()) : null,
                !c.foto.isEmpty() && c.fotoDate == null ? new FieldError("fotoDate", "date-of-foto", List.of()) : null).filter(Objects::nonNull).toList();
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    private static List<String> items(List<String> values) {
        return values == null ? List.of() : values.stream().map(Canvas::text).filter(value -> !value.isEmpty()).toList();
    }
}
