// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvaluatedParams;
import nl.klankbord.shared.Spelled;
import nl.klankbord.shared.Texts;
import nl.klankbord.shared.WorkingDays;

/**
 * The words of templates in the reader's language: {@code {t:nav.home}}, with arguments {@code {t:of('error.too-long', 120)}},
 * by the names of values {@code {t:in('progress', seat.progress)}}, and {@code {t:own(question.text, 'reflection', question.key)}}
 * where somebody's own words may stand instead. Dates and times come spelled out.
 */
class Words {
    private static final int MOST_MINUTES = 90;
    private static final double HALF_HOUR = 30;

    void register(@Observes EngineBuilder engine) {
        engine.addNamespaceResolver(NamespaceResolver.builder("t").resolveAsync(Words::resolve).build());
    }

    private static CompletionStage<Object> resolve(EvalContext context) {
        if (context.getParams().isEmpty()) {
            // A key is a path of names: the first asks for the rest.
            return CompletedStage.of(new Path(context.getName()));
        }
        EvaluatedParams params = EvaluatedParams.evaluate(context);
        return params.stage.thenApply(ignored -> {
            try {
                Object[] arguments = new Object[context.getParams().size() - 1];
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = params.getResult(i + 1);
                }
                return switch (context.getName()) {
                    case "in" -> text(params.getResult(0) + Arrays.stream(arguments).map(name -> "." + name).collect(Collectors.joining()));
                    case "own" -> params.getResult(0) != null ? params.getResult(0) : text(Arrays.stream(arguments).map(String::valueOf).collect(Collectors.joining(".")));
                    default -> text(String.valueOf(params.getResult(0)), arguments);
                };
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static String text(String key, Object... arguments) {
        Language language = Arc.container().instance(Language.class).get();
        return language.text(key, arguments);
    }

    /** Part of a key; prints as its text once it is whole. */
    record Path(String key) {
        @Override
        public String toString() {
            return text(key);
        }
    }

    @TemplateExtension(matchName = TemplateExtension.ANY)
    static Path next(Path path, String name) {
        return new Path(path.key + "." + name);
    }

    /** The text below {@code prefix.} for the name of a value, such as a phase. */
    @TemplateExtension
    static String text(Enum<?> value, String prefix) {
        return text(prefix + "." + value.name());
    }

    @TemplateExtension
    static String spelled(Instant moment) {
        return Spelled.moment(moment, locale());
    }

    @TemplateExtension
    static String day(Instant moment) {
        return Spelled.day(moment, locale());
    }

    @TemplateExtension
    static String day(LocalDate day) {
        return Spelled.day(day, locale());
    }

    @TemplateExtension
    static String clock(Instant moment) {
        return Spelled.time(moment, locale());
    }

    /** As an HTML date field wants it. */
    @TemplateExtension
    static String isoDay(Instant moment) {
        return WorkingDays.dayOf(moment).toString();
    }

    /** As an HTML datetime-local field wants it. */
    @TemplateExtension
    static String isoLocal(Instant moment) {
        return Form.local(moment);
    }

    /** What is wrong with a field, in words; null when nothing is. */
    @TemplateExtension
    static String of(List<Form.Error> errors, String field) {
        return errors == null ? null : errors.stream().filter(error -> error.field().equals(field) || error.field().startsWith(field + "[")).map(Form.Error::message).findFirst().orElse(null);
    }

    /** What is wrong, after the name of the field where it has one: the same words for several fields say nothing in a list. */
    @TemplateExtension
    static String named(Form.Error error) {
        String key = error.labelKey() != null ? error.labelKey() : "field." + error.field().replaceAll("\\[.*|-.*", "");
        Texts texts = Arc.container().instance(Texts.class).get();
        return texts.has(locale(), key) ? texts.get(locale(), key) + ": " + error.message() : error.message();
    }

    /** A name with a number behind it, for ids in rows. */
    @TemplateExtension
    static String named(int number, String name) {
        return name + "-" + number;
    }

    /** The items of a text that lists them between bars. */
    @TemplateExtension
    static List<String> parts(String text) {
        return List.of(text.split("\\|"));
    }

    /** How long something takes: in minutes, and from an hour and a half on in hours, to half an hour. */
    @TemplateExtension
    static String lasting(Integer minutes) {
        return minutes <= MOST_MINUTES ? text("home.minutes", minutes) : text("home.hours", Math.round(minutes / HALF_HOUR) / 2.0);
    }

    /** As it goes on within a sentence. */
    @TemplateExtension
    static String lowered(String sentence) {
        return sentence.isEmpty() ? sentence : sentence.substring(0, 1).toLowerCase(locale()) + sentence.substring(1);
    }

    @TemplateExtension
    static RawString markdown(String text) {
        return SafeHtml.fromMarkdown(text);
    }

    private static Locale locale() {
        return Arc.container().instance(Language.class).get().locale();
    }
}
