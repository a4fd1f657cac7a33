// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.dilemma.Circle;
import nl.klankbord.web.Form;
import org.jboss.resteasy.reactive.RestForm;

/**
 * A canvas as a form shows it; of what repeats there are always a few empty rows to fill.
 *
 * @param themes between commas
 */
public record CanvasForm(Canvas canvas, List<Row> paths, List<Row> assumptions, List<RoleRow> roles, String themes) {
    private static final int FEWEST = 3;
    private static final int MOST_PATHS = 10;
    private static final int MOST = 20;

    /** @param id of its field, as an error names it */
    public record Row(String id, int number, String text) {}

    /** @param at the beginning of the ids of its fields */
    public record RoleRow(String at, int number, Canvas.PartyRole role) {
        public String id(String field) {
            return at + "." + field;
        }
    }

    static CanvasForm of(Canvas canvas) {
        Canvas tidy = canvas.tidy();
        List<RoleRow> roles = IntStream.range(0, Math.min(Math.max(tidy.roles().size() + 1, FEWEST), Math.max(MOST, tidy.roles().size())))
                .mapToObj(i -> new RoleRow("roles[" + i + "]", i + 1, i < tidy.roles().size() ? tidy.roles().get(i) : new Canvas.PartyRole("", "", ""))).toList();
        return new CanvasForm(tidy, rows("paths", tidy.paths(), MOST_PATHS), rows("assumptions", tidy.assumptions(), MOST), roles, String.join(", ", tidy.themes()));
    }

    private static List<Row> rows(String name, List<String> texts, int most) {
        return IntStream.range(0, Math.min(Math.max(texts.size() + 1, FEWEST), Math.max(most, texts.size())))
                .mapToObj(i -> new Row(name + "[" + i + "]", i + 1, i < texts.size() ? texts.get(i) : "")).toList();
    }

    /** The fields of one step as texts. */
    static Snapshot snapshot(IntakeStep step, Canvas canvas, Circle circle) {
        Canvas c = canvas.tidy();
        Map<String, String> texts = new LinkedHashMap<>(Difference.texts(c));
        texts.put("roles", c.roles().stream().map(role -> Stream.of(role.party(), role.role(), role.interest()).map(text -> text == null ? "" : text.strip()).collect(Collectors.joining("; "))).collect(Collectors.joining("\n")));
        texts.put("circle", circle.name());
        texts.keySet().retainAll(step == IntakeStep.THEMES ? Stream.concat(step.fields().stream(), Stream.of("circle")).toList() : step.fields());
        return new Snapshot(texts);
    }

    /** What a browser sends of one step. */
    public static class Fields {
        @RestForm
        String title;
        @RestForm
        String question;
        @RestForm
        String intention;
        @RestForm
        String goal;
        @RestForm
        String outcome;
        @RestForm
        String tension;
        @RestForm
        String stip;
        @RestForm
        String foto;
        @RestForm
        String fotoDate;
        @RestForm
        List<String> paths;
        @RestForm
        String experiment;
        @RestForm
        String stopList;
        @RestForm
        List<String> assumptions;
        @RestForm
        String tried;
        @RestForm
        List<String> party;
        @RestForm
        List<String> role;
        @RestForm
        List<String> interest;
        @RestForm
        String character;
        @RestForm
        String themes;
        @RestForm
        String circle;
        /** Whether its writer has looked at what may lead to a person. */
        @RestForm
        String sure;
        /** The roles in that one field, the three parts between semicolons. */
        @RestForm
        String roles;
        /** Whether what repeats stands in one field, each on a line of its own, as on the page where two texts become one. */
        @RestForm
        String merged;

        /** Whether a date was typed that is none. */
        boolean wrongDate() {
            return fotoDate != null && !fotoDate.isBlank() && Form.date(fotoDate) == null;
        }

        /** What was typed in a step, and all else as it is. */
        Canvas over(IntakeStep step, Canvas c) {
            boolean q = step == IntakeStep.QUESTION;
            boolean i = step == IntakeStep.INTENTION;
            boolean d = step == IntakeStep.DIRECTION;
            boolean a = step == IntakeStep.ASSUMPTIONS;
            boolean t = step == IntakeStep.THEMES;
            return new Canvas(q ? title : c.title(), q ? question : c.question(), i ? intention : c.intention(), i ? tension : c.tension(), d ? stip : c.stip(), d ? foto : c.foto(),
                    d ? Form.date(fotoDate) : c.fotoDate(), d ? lines(paths) : c.paths(), d ? experiment : c.experiment(), d ? stopList : c.stopList(),
                    a ? lines(assumptions) : c.assumptions(), a ? tried : c.tried(), a ? roles() : c.roles(), t ? Form.choice(Canvas.Character.class, character) : c.character(),
                    t ? Form.commas(themes) : c.themes(), i ? Form.choice(Canvas.Goal.class, goal) : c.goal(), i ? outcome : c.outcome());
        }

        /** What was typed in a step, as texts; the circle as it was chosen. */
        Snapshot snapshot(IntakeStep step, Canvas canvas, Circle saved) {
            Circle chosen = Form.choice(Circle.class, circle);
            return CanvasForm.snapshot(step, over(step, canvas), chosen == null ? saved : chosen);
        }

        /** The same for who may not read what is there: only what was sent. */
        Snapshot snapshot(IntakeStep step) {
            Snapshot sent = snapshot(step, Canvas.titled(""), Circle.CIRCLE);
            return circle == null ? sent.beside(new Snapshot(Map.of("circle", ""))) : sent;
        }

        /** The same in words alone, to be given back: what was chosen is soon chosen again. */
        List<String> words(IntakeStep step) {
            return snapshot(step).beside(new Snapshot(Map.of("goal", "", "character", "", "circle", ""))).words();
        }

        /** Each row is one line, so that its place among the others stays the same. */
        private List<String> lines(List<String> rows) {
            return rows != null && merged != null ? rows.stream().flatMap(row -> Form.lines(row).stream()).toList() : rows == null ? List.of() : rows.stream().map(row -> String.join(" ", Form.lines(row))).filter(row -> !row.isEmpty()).toList();
        }

        private List<Canvas.PartyRole> roles() {
            if (merged != null) {
                return Form.lines(roles).stream().map(line -> line.split(";", 3)).map(row -> new Canvas.PartyRole(row[0].strip(), row.length > 1 ? row[1].strip() : "", row.length > 2 ? row[2].strip() : "")).toList();
            }
            List<Canvas.PartyRole> roles = new ArrayList<>();
            for (int i = 0; party != null && i < party.size(); i++) {
                roles.add(new Canvas.PartyRole(party.get(i), at(role, i), at(interest, i)));
            }
            return roles.stream().filter(row -> Stream.of(row.party(), row.role(), row.interest()).filter(Objects::nonNull).anyMatch(text -> !text.isBlank())).toList();
        }

        private static String at(List<String> values, int index) {
            return values == null || index >= values.size() ? "" : values.get(index);
        }
    }
}
