// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klankbord.contribution.Answer;
import nl.klankbord.contribution.ContributionFinder;
import nl.klankbord.contribution.ContributionKind;
import nl.klankbord.contribution.ContributionText;
import nl.klankbord.contribution.Questions;
import nl.klankbord.round.Question;
import nl.klankbord.web.Form;
import org.jboss.resteasy.reactive.RestForm;

/**
 * What was typed of a reflection.
 *
 * @param picked      assumptions of the host's list
 * @param assumptions others that the writer names, one per line
 * @param question    keys of the questions without a field of their own, in the order of their fields
 * @param answer      what is said to each
 * @param skipped     why each is passed over
 */
record ReflectionForm(@RestForm String submit, @RestForm String version, @RestForm String text, @RestForm List<String> picked, @RestForm String assumptions, @RestForm String example,
                      @RestForm String advice, @RestForm String mirror, @RestForm String sure, @RestForm List<String> question, @RestForm List<String> answer,
                      @RestForm List<String> skipped) {
    static final String SKIPPED = ".skipped";
    private static final String ANSWER = "answers.";
    static final ReflectionForm EMPTY = new ReflectionForm(null, null, "", List.of(), "", "", "", "", null, List.of(), List.of(), List.of());

    static ReflectionForm of(ContributionFinder.Shown own, String mirror) {
        return new ReflectionForm(null, null, own.text(), own.pickedAssumptions(), String.join("\n", own.assumptions().stream().filter(one -> !own.pickedAssumptions().contains(one)).toList()),
                own.example(), own.advice(), mirror, null, own.answers().stream().map(Answer::question).toList(), own.answers().stream().map(one -> Objects.toString(one.text(), "")).toList(),
                own.answers().stream().map(one -> Objects.toString(one.skipped(), "")).toList());
    }

    /** Of what was put aside before there was anything to make it one with. */
    static ReflectionForm of(Snapshot aside) {
        List<String> keys = aside.texts().keySet().stream().filter(field -> field.startsWith(ANSWER) && !field.endsWith(SKIPPED)).map(field -> field.substring(ANSWER.length())).toList();
        return new ReflectionForm(null, null, aside.text("text"), List.of(), aside.text("assumptions"), aside.text("example"), aside.text("advice"), aside.text("mirror"), null, keys,
                keys.stream().map(key -> aside.text(ANSWER + key)).toList(), keys.stream().map(key -> aside.text(ANSWER + key + SKIPPED)).toList());
    }

    /** The same with another mirror; null leaves alone what is there. */
    ReflectionForm mirroring(String other) {
        return new ReflectionForm(submit, version, text, picked, assumptions, example, advice, other, sure, question, answer, skipped);
    }

    /** A concept may hold anything; what is submitted is looked at for what leads to a person. */
    ContributionText content(boolean concept) {
        List<Answer> answers = question == null ? List.of() : IntStream.range(0, question.size()).mapToObj(i -> new Answer(question.get(i), at(answer, i), at(skipped, i))).toList();
        return new ContributionText(ContributionKind.REFLECTION, text, null, null, challenged(), example, advice, mirror, answers, concept || sure != null);
    }

    /** What was typed to each of the questions; all assumptions in one, each on a line of its own. */
    Snapshot snapshot(Questions asked) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Question one : asked.list()) {
            texts.put(Questions.field(one.key()), one.key().equals("assumptions") ? String.join("\n", challenged()) : said(one.key()).strip());
            if (!Questions.isNamed(one.key())) {
                texts.put(Questions.field(one.key()) + SKIPPED, reason(one.key()).strip());
            }
        }
        texts.put("mirror", Objects.toString(mirror, "").strip());
        return new Snapshot(texts);
    }

    /** The same for who may not read what is asked: all that was sent. */
    Snapshot snapshot() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("text", said("text").strip());
        texts.put("assumptions", String.join("\n", challenged()));
        texts.put("example", said("example").strip());
        texts.put("advice", said("advice").strip());
        (question == null ? List.<String>of() : question).forEach(key -> {
            texts.put(Questions.field(key), said(key).strip());
            texts.put(Questions.field(key) + SKIPPED, reason(key).strip());
        });
        texts.put("mirror", Objects.toString(mirror, "").strip());
        return new Snapshot(texts);
    }

    private List<String> challenged() {
        return Stream.concat(chosen().stream(), Form.lines(assumptions).stream()).toList();
    }

    /** The list of the host; what was picked before the host put it otherwise stays below it. */
    List<ReflectionView.Choice> choices(List<String> offered) {
        List<String> all = new ArrayList<>(offered);
        chosen().stream().filter(one -> !offered.contains(one)).forEach(all::add);
        return all.stream().map(one -> new ReflectionView.Choice(one, chosen().contains(one))).toList();
    }

    private List<String> chosen() {
        return picked == null ? List.of() : picked;
    }

    /** What is said to a question. */
    String said(String key) {
        return Objects.toString(switch (key) {
            case "text" -> text;
            case "assumptions" -> assumptions;
            case "example" -> example;
            case "advice" -> advice;
            default -> of(key, answer);
        }, "");
    }

    /** Why it is passed over. */
    String reason(String key) {
        return Questions.isNamed(key) ? "" : Objects.toString(of(key, skipped), "");
    }

    private String of(String key, List<String> values) {
        return question == null ? null : at(values, question.indexOf(key));
    }

    private static String at(List<String> values, int index) {
        return values == null || index < 0 || index >= values.size() ? null : values.get(index);
    }
}
