// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klankbord.contribution.Anchor;
import nl.klankbord.contribution.ContributionFinder;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.web.SafeHtml;
import nl.klankbord.web.SafeHtml.Mark;

/**
 * The text of a dilemma with the passages marked that something is said about.
 *
 * @param anchors where each of these passages stands, by the id of what is said about it
 * @param marks   by field, in the order of the text
 */
public record Margin(Canvas canvas, Map<UUID, Anchor> anchors, Map<String, List<Mark>> marks) {
    private static final Anchor NOWHERE = new Anchor(Anchor.State.GONE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** One of the roles, with what is marked in it. */
    public record Role(RawString party, RawString role, RawString interest) {}

    /** @param said what this reader may read; @param label of the link to it */
    static Margin of(Canvas canvas, List<ContributionFinder.Shown> said, Function<ContributionFinder.Shown, String> label) {
        Map<UUID, Anchor> anchors = new HashMap<>();
        Map<String, List<Mark>> marks = new HashMap<>();
        List<ContributionFinder.Shown> about = said.stream().filter(one -> one.passage() != null && !one.withdrawn() && !one.hidden()).toList();
        Map<String, String> fields = about.isEmpty() ? Map.of() : Anchor.fields(canvas);
        for (ContributionFinder.Shown one : about) {
            Anchor anchor = Anchor.of(one.passage(), fields.getOrDefault(one.passage().field(), ""));
            anchors.put(one.id(), anchor);
            if (anchor.start() < anchor.end()) {
                marks.computeIfAbsent(one.passage().field(), field -> new ArrayList<>()).add(new Mark(anchor.start(), anchor.end(), one.id(), label.apply(one)));
            }
        }
        marks.values().forEach(list -> list.sort(Comparator.comparingInt(Mark::start)));
        return new Margin(canvas == null ? null : canvas.tidy(), anchors, marks);
    }

    /** As the passages stand in the text; what is no longer there, or about all of it, comes last. Else as it was said. */
    Comparator<Review.Thread> order() {
        return Comparator.comparingInt(thread -> {
            Anchor anchor = anchors.getOrDefault(thread.first().id(), NOWHERE);
            return anchor.state() == Anchor.State.GONE ? Integer.MAX_VALUE : anchor.start();
        });
    }

    List<String> quotable() {
        return Anchor.fields(canvas).entrySet().stream().filter(field -> !field.getValue().isEmpty()).map(Map.Entry::getKey).toList();
    }

    /** All of the text but its title and its question, to be read beside what one writes: nothing is marked where what was said does not stand. */
    public List<Part> getSaid() {
        Margin unmarked = new Margin(canvas, Map.of(), Map.of());
        return quotable().stream().filter(field -> !field.equals("title") && !field.equals("question")).map(field -> new Part(field, switch (field) {
            case "paths" -> SafeHtml.fromMarkdown(listed(canvas.paths()));
            case "assumptions" -> SafeHtml.fromMarkdown(listed(canvas.assumptions()));
            case "roles" -> SafeHtml.fromMarkdown(listed(canvas.roles().stream().map(role -> String.join(": ", Objects.toString(role.party(), ""), Objects.toString(role.interest(), ""))).toList()));
            default -> unmarked.field(field);
        })).toList();
    }

    private static String listed(List<String> items) {
        return items.stream().map(item -> "- " + item.replace("\n", " ")).collect(Collectors.joining("\n"));
    }

    /** @param field of the canvas */
    public record Part(String field, RawString text) {}

    public RawString field(String field) {
        String text = switch (field) {
            case "question" -> canvas.question();
            case "intention" -> canvas.intention();
            case "outcome" -> canvas.outcome();
            case "tension" -> canvas.tension();
            case "stip" -> canvas.stip();
            case "foto" -> canvas.foto();
            case "experiment" -> canvas.experiment();
            case "stopList" -> canvas.stopList();
            case "tried" -> canvas.tried();
            default -> throw new IllegalArgumentException(field);
        };
        return SafeHtml.fromMarkdown(text, of(field));
    }

    public RawString getTitle() {
        return SafeHtml.fromText(canvas.title(), of("title"));
    }

    public List<RawString> getPaths() {
        return items(canvas.paths(), of("paths"));
    }

    public List<RawString> getAssumptions() {
        return items(canvas.assumptions(), of("assumptions"));
    }

    public List<Role> getRoles() {
        List<String> texts = canvas.roles().stream().flatMap(role -> Stream.of(role.party(), role.role(), role.interest())).map(text -> Objects.toString(text, "")).toList();
        List<RawString> marked = items(texts, of("roles"));
        return IntStream.range(0, canvas.roles().size()).mapToObj(i -> new Role(marked.get(3 * i), marked.get(3 * i + 1), marked.get(3 * i + 2))).toList();
    }

    private List<Mark> of(String field) {
        return marks.getOrDefault(field, List.of());
    }

    /** Each counts on from the one before. */
    private static List<RawString> items(List<String> texts, List<Mark> marks) {
        List<RawString> items = new ArrayList<>();
        int before = 0;
        for (String text : texts) {
            int from = before;
            int letters = SafeHtml.lettersOf(text).length();
            items.add(SafeHtml.fromText(text, marks.stream().filter(mark -> mark.start() < from + letters && mark.end() > from).map(mark -> new Mark(mark.start() - from, mark.end() - from, mark.about(), mark.label())).toList()));
            before += letters;
        }
        return items;
    }
}
