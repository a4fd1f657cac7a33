// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import nl.klankbord.attachment.FileKind;
import nl.klankbord.board.Effort;
import nl.klankbord.contribution.Anchor;
import nl.klankbord.contribution.ContributionKind;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.dilemma.Circle;
import nl.klankbord.dilemma.HostChoice;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.dilemma.SeatKind;
import nl.klankbord.dilemma.SeatStatus;
import nl.klankbord.dilemma.Voice;
import nl.klankbord.dilemma.VersionKind;
import nl.klankbord.identity.Municipality;
import nl.klankbord.identity.MunicipalityReport;
import nl.klankbord.review.IntakeStep;
import nl.klankbord.lesson.ConsentKind;
import nl.klankbord.lesson.LessonStatus;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.programme.Level;
import nl.klankbord.programme.MemberReport;
import nl.klankbord.programme.RetentionWay;
import nl.klankbord.programme.Role;
import nl.klankbord.record.Dossier;
import nl.klankbord.round.Nature;
import nl.klankbord.round.Speaker;
import nl.klankbord.round.RoundPhase;
import nl.klankbord.round.Stage;
import nl.klankbord.session.SessionStatus;
import nl.klankbord.step.StepOutcome;
import nl.klankbord.web.HelpTopic;
import org.junit.jupiter.api.Test;

/** Every text that a template or the code asks for is there. */
class TextKeysTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Texts TEXTS = new Texts();
    private static final Locale DUTCH = Locale.of("nl");

    /** What may follow a part of a key that code or a template completes. A new one is told here. */
    private static final Map<String, List<String>> COMPLETED = new HashMap<>();

    static {
        complete(Phase.class, "phase", "phaseLook", "phaseLead");
        complete(RoundPhase.class, "roundPhase", "round.lead", "round.noDilemmasCoordinator");
        COMPLETED.put("round.open.", List.of("CALL", "MATCHING", "RUNNING"));
        COMPLETED.put("round.early.", List.of("CALL", "MATCHING", "RUNNING"));
        COMPLETED.put("round.earlySure.", List.of("CALL", "MATCHING", "RUNNING"));
        COMPLETED.put("round.anyway.", List.of("CALL", "MATCHING", "RUNNING"));
        COMPLETED.put("round.next.", List.of("CALL", "MATCHING", "RUNNING"));
        COMPLETED.put("flash.round-", List.of("CALL", "MATCHING", "RUNNING"));
        complete(Stage.class, "stage", "method.stageHint");
        complete(SchoolHolidays.Region.class, "schoolRegion");
        complete(SchoolHolidays.Season.class, "schoolHoliday");
        complete(Role.class, "role", "programme.people.also", "programme.people.alsoMeans");
        COMPLETED.put("error.has-role-", Stream.of(Role.values()).map(Enum::name).toList());
        complete(Level.class, "level");
        complete(MemberReport.State.class, "importState");
        complete(Municipality.SizeClass.class, "sizeClass");
        complete(Municipality.Urbanity.class, "urbanity");
        complete(HelpTopic.class, "help.page", "help.pageText");
        complete(MunicipalityReport.State.class, "registerState");
        complete(SeatKind.class, "kring.kind");
        complete(SeatStatus.class, "seatStatus");
        complete(Voice.class, "voice");
        complete(Voice.class, "speaks");
        complete(Voice.class, "kring.voice");
        complete(ContributionKind.class, "kind");
        complete(HostChoice.class, "choice");
        complete(FileKind.class, "fileKind");
        COMPLETED.put("who.", List.of("concept", "programme", "circle", "reflection", "conceptFiles", "conceptFilesWide", "reflectionNote"));
        complete(StepOutcome.class, "stepOutcome");
        complete(Circle.class, "circle");
        complete(Canvas.Character.class, "character", "character.hint");
        complete(SessionStatus.class, "sessionStatus");
        complete(LessonStatus.class, "lessonStatus", "lessonLook");
        complete(ConsentKind.class, "consentKind");
        complete(Decision.Reason.class, "reason");
        complete(AuditKind.class, "auditKind");
        complete(AuditKind.Thing.class, "audit.thing");
        complete(RetentionWay.class, "retentionWay");
        complete(Dossier.Part.class, "recordPart");
        COMPLETED.put("field.", List.of());
        COMPLETED.put("canvas.", List.of("title", "question", "intention", "goal", "outcome", "tension", "stip", "foto", "fotoDate", "paths", "experiment", "stopList", "assumptions", "tried", "roles",
                "character", "themes"));
        complete(Anchor.State.class, "passageState");
        COMPLETED.put("merge.", List.of("saved", "typed"));
        COMPLETED.put("merge.hint.", List.of("text", "lines", "roles"));
        COMPLETED.put("closing.", List.of("works", "nextStep", "stillOpen"));
        COMPLETED.put("hidden.kind.", List.of("restated", "response", "reply", "example", "file"));
        COMPLETED.put("intake.helps.", List.of("outcome", "paths", "fotoDate", "assumptions"));
        complete(IntakeStep.class, "intake.step", "intake.about");
        complete(Canvas.Goal.class, "goal", "goal.hint", "goal.shown");
        complete(VersionKind.class, "versionKind");
        COMPLETED.put("consentState.", List.of("ASKED", "GIVEN", "REFUSED"));
        COMPLETED.put("progress.", List.of("NONE", "BEGUN", "SUBMITTED"));
        complete(Nature.class, "nature", "nature.heading", "nature.woo");
        COMPLETED.put("questionSet.", List.of("open", "warm-cool", "four-lenses", "compass"));
        COMPLETED.put("questionSet.about.", COMPLETED.get("questionSet."));
        // The keys of the questions in the migration that brings them; MethodsTest asks for each of their texts.
        COMPLETED.put("reflection.", Stream.of("text", "assumptions", "example", "advice", "values", "horizon", "trust", "following", "warm", "cool", "analysis", "results", "activities", "quality",
                "outcome", "adjust").flatMap(key -> Stream.of(key, key + "Hint")).toList());
        COMPLETED.put("protocol.", List.of("consultancy", "table-talk", "own"));
        // The keys of the steps in the migration that brings them; OwnWordsTest asks for each of their names.
        COMPLETED.put("protocolStep.", List.of("present", "clarify", "think", "reflect", "respond", "with-us", "harvest", "arrive", "bring", "exchange", "otherwise", "take-along"));
        complete(Speaker.class, "speaker");
        COMPLETED.put("method.need.", List.of("REQUIRED", "SKIPPABLE", "OPTIONAL"));
        COMPLETED.put("round.method.", List.of("standard", "compact", "table-talk", "warm-cool", "four-lenses", "compass"));
        COMPLETED.put("round.methodHint.", List.of("standard", "compact", "table-talk", "warm-cool", "four-lenses", "compass"));
        COMPLETED.put("round.state.", List.of("DONE", "CURRENT", "NEXT"));
        COMPLETED.put("kring.state.", List.of("HOST.SUBMITTED", "PEER.INVITED", "PEER.ACCEPTED", "PEER.SUBMITTED", "GUEST.INVITED", "GUEST.ACCEPTED", "GUEST.SUBMITTED",
                "FACILITATOR.INVITED", "FACILITATOR.ACCEPTED"));
        complete(Effort.class, "effort");
        complete(Effort.Answer.class, "effortAnswer");
        // Only those that somebody can solve: see Board.Need.
        COMPLETED.put("board.solve.", List.of("peers", "session-date", "session-too-soon", "session-held", "closing", "quorum"));
        COMPLETED.put("round.waits.", List.of("answer-invitation", "agree-to-seats"));
        COMPLETED.put("round.solve.", List.of("peers", "accepted-dilemma", "submitted-dilemma"));
        COMPLETED.put("waiting.who.", List.of("COORDINATOR", "FACILITATOR", "GUEST"));
        COMPLETED.put("matching.compare.", Stream.concat(Stream.of("fewer", "extra", "impossible", "carries"), Stream.of("same-size", "same-urbanity", "other-province", "knows-themes", "not-together-before")
                .flatMap(kind -> Stream.of("lost." + kind, "won." + kind))).toList());
        // FitTest knows those of "match."; the others are codes that stand elsewhere in the code, and are found there.
        Stream.of("match.", "error.", "need.", "asked.", "waiting.", "problem.", "flash.").forEach(prefix -> COMPLETED.put(prefix, List.of()));
    }

    private static void complete(Class<? extends Enum<?>> type, String... prefixes) {
        Stream.of(prefixes).forEach(prefix -> COMPLETED.put(prefix + ".", Stream.of(type.getEnumConstants()).map(Enum::name).toList()));
    }

    @Test
    void every_key_a_template_uses_exists() throws IOException {
        assertAllExist(inTemplates());
    }

    @Test
    void every_key_and_code_in_the_code_has_a_text() throws IOException {
        assertAllExist(inCode());
    }

    @Test
    void a_code_whose_text_tells_a_figure_is_raised_with_one() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Pattern bare = Pattern.compile("(?:new FieldError\\([^;]*?, \"([a-z-]+)\", List\\.of\\(\\)\\)|Outcome\\.invalid\\(\"[A-Za-z]+\", \"([a-z-]+)\"\\))");
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> bare.matcher(read(file)).results().forEach(found -> {
                String code = found.group(1) == null ? found.group(2) : found.group(1);
                assertThat(TextsTest.figures(TEXTS.get(DUTCH, "error." + code))).as("%s in %s", code, file.getFileName()).isEmpty();
            }));
        }
    }

    private static void assertAllExist(Map<String, String> used) {
        assertThat(used).isNotEmpty();
        Set<String> missing = new TreeSet<>();
        used.forEach((key, where) -> {
            List<String> keys = List.of(key);
            if (key.endsWith("*")) {
                String prefix = key.substring(0, key.length() - 1);
                if (!COMPLETED.containsKey(prefix)) {
                    missing.add(key + " in " + where + ": what may follow?");
                }
                keys = COMPLETED.getOrDefault(prefix, List.of()).stream().map(prefix::concat).toList();
            }
            keys.stream().filter(k -> Texts.LANGUAGES.stream().anyMatch(language -> !TEXTS.has(language, k))).forEach(k -> missing.add(k + " in " + where));
        });
        assertThat(missing).isEmpty();
    }

    /** Keys, or beginnings of keys with a star, and where they stand. */
    private static Map<String, String> inTemplates() throws IOException {
        Map<String, String> used = new TreeMap<>();
        List<Pattern> whole = Stream.of("\\bt:([A-Za-z][\\w-]*(?:\\.[A-Za-z][\\w-]*)+)", "t:of\\('([^']+)'\\s*[,)]").map(Pattern::compile).toList();
        List<Pattern> begun = Stream.of("t:of\\(str:concat\\('([^']+)\\.'", "t:in\\('([^']+)'", "t:own\\([^'\n]+?, '([^']+)', (?!')", "\\.text\\('([^']+)'\\)").map(Pattern::compile).toList();
        Pattern ended = Pattern.compile("t:in\\((\\w+), '([^']+)'\\)");
        Pattern other = Pattern.compile("t:(?!of\\('|of\\(str:concat\\('|in\\('|in\\(\\w+, '|own\\([^\n]+?, '\\w+', )\\w+\\([^)]*\\)?");
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String template = Files.readString(file).replaceAll("(?s)\\{!.*?!}", "");
                String where = TEMPLATES.relativize(file).toString();
                whole.forEach(pattern -> pattern.matcher(template).results().forEach(found -> used.put(found.group(1), where)));
                begun.forEach(pattern -> pattern.matcher(template).results().forEach(found -> used.put(found.group(1) + ".*", where)));
                ended.matcher(template).results().forEach(found -> oneOf(found.group(1), template).forEach(begin -> used.put(begin + "." + found.group(2), where)));
                // Whose whole key comes from code is known there: see HarvestView.
                assertThat(other.matcher(template).results().map(found -> found.group())).as(where).isSubsetOf("t:of(source.kind)", "t:of(part.label)", "t:own(part.asked, part.label)");
            }
        }
        return used;
    }

    /** The names in small letters that a template lets a variable be. */
    private static List<String> oneOf(String variable, String template) {
        List<String> names = Pattern.compile("\\b" + variable + "=(\\S+)").matcher(template).results()
                .flatMap(found -> Pattern.compile("'([a-z]+)'").matcher(found.group(1)).results().map(name -> name.group(1))).toList();
        assertThat(names).as("what %s can be", variable).isNotEmpty();
        return names;
    }

    private static Map<String, String> inCode() throws IOException {
        Map<String, String> used = new TreeMap<>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null); Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            var sources = manager.getJavaFileObjectsFromPaths(files.filter(file -> file.toString().endsWith(".java")).toList());
            for (var unit : ((JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, sources)).parse()) {
                String where = Path.of(unit.getSourceFile().getName()).getFileName().toString();
                new Uses(where, used).scan(unit, null);
            }
        }
        return used;
    }

    /** Finds the places where code names a text, and the strings that can stand there. */
    private static class Uses extends TreeScanner<Void, Void> {
        private static final Pattern IN_QUERY = Pattern.compile("Asked\\$Waiting\\([^\"]*?'([a-z]+(?:-[a-z]+)*)', ");
        private final String where;
        private final Map<String, String> used;
        private final Map<String, ExpressionTree> variables = new HashMap<>();

        Uses(String where, Map<String, String> used) {
            this.where = where;
            this.used = used;
        }

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            if (variable.getInitializer() != null) {
                variables.put(variable.getName().toString(), variable.getInitializer());
            }
            return super.visitVariable(variable, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            String of = call.getMethodSelect() instanceof MemberSelectTree select ? select.getExpression().toString() : "";
            String name = call.getMethodSelect() instanceof MemberSelectTree select ? select.getIdentifier().toString() : call.getMethodSelect().toString();
            var arguments = call.getArguments();
            switch (name) {
                case "text" -> use("", of.endsWith("language") ? arguments : List.of(), 0);
                case "get" -> use("", of.equals("texts") ? arguments : List.of(), 1);
                case "invalid" -> use("error.", arguments, 1);
                case "after" -> use("flash.", of.equals("html") ? arguments : List.of(), 2);
                case "to" -> use("flash.", of.equals("html") ? arguments : List.of(), 1);
                case "need" -> use("need.", arguments, 2);
                case "tasks" -> use("asked.", arguments, 1);
                case "waiting" -> {
                    use("waiting.", arguments, 1);
                    use("waiting.", arguments, 2);
                }
                case "problem", "error" -> {
                    use("problem.", of.isEmpty() || of.equals("api") || of.equals("html") ? arguments : List.of(), 1);
                    use("problem.", of.isEmpty() || of.equals("api") || of.equals("html") ? arguments : List.of(), 1, ".detail");
                }
                case "add" -> use("need.", of.equals("lacking") ? arguments : List.of(), 0);
                case "of" -> use("need.", of.equals("List") && where.endsWith("Needs.java") ? arguments : List.of(), 0);
                default -> { }
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            switch (made.getIdentifier().toString().replaceAll(".*\\.", "")) {
                case "FieldError" -> use("error.", made.getArguments(), 1);
                case "Unmet" -> use("need.", made.getArguments(), 0);
                case "Task" -> use("asked.", made.getArguments(), 0);
                case "Part", "Source" -> {
                    use("", where.equals("HarvestView.java") ? made.getArguments() : List.of(), 1);
                    use("", where.equals("HarvestView.java") ? made.getArguments() : List.of(), 2);
                }
                default -> { }
            }
            return super.visitNewClass(made, nothing);
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
            annotation.getArguments().forEach(argument -> {
                if (argument instanceof AssignmentTree assignment && assignment.getVariable().toString().equals("message")) {
                    use("error.", List.of(assignment.getExpression()), 0);
                }
            });
            return super.visitAnnotation(annotation, nothing);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text && text.contains("Asked$Waiting(")) {
                Matcher waiting = IN_QUERY.matcher(text);
                while (waiting.find()) {
                    used.put("waiting." + waiting.group(1), where);
                }
            }
            return super.visitLiteral(literal, nothing);
        }

        private void use(String prefix, List<? extends ExpressionTree> arguments, int index, String... suffix) {
            if (index < arguments.size()) {
                values(arguments.get(index)).forEach(value -> used.put(prefix + (prefix.equals("error.") ? value.replaceAll("[{}]", "") : value) + String.join("", suffix), where));
            }
        }

        /** A string that goes on unknown ends in a star. */
        private Set<String> values(Tree expression) {
            return switch (expression) {
                case null -> Set.of();
                case LiteralTree literal -> literal.getValue() instanceof String text ? Set.of(text) : Set.of();
                case ParenthesizedTree parentheses -> values(parentheses.getExpression());
                case ConditionalExpressionTree either -> Stream.of(either.getTrueExpression(), either.getFalseExpression()).flatMap(part -> values(part).stream()).collect(Collectors.toSet());
                case SwitchExpressionTree either -> either.getCases().stream().flatMap(part -> values(part.getBody()).stream()).collect(Collectors.toSet());
                case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS -> joined(values(sum.getLeftOperand()), values(sum.getRightOperand()));
                case IdentifierTree name -> variables.containsKey(name.getName().toString()) ? values(variables.get(name.getName().toString())) : Set.of();
                default -> Set.of();
            };
        }

        private static Set<String> joined(Set<String> left, Set<String> right) {
            return left.stream().flatMap(begin -> begin.endsWith("*") ? Stream.of(begin) : right.isEmpty() ? Stream.of(begin + "*") : right.stream().map(begin::concat)).collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
