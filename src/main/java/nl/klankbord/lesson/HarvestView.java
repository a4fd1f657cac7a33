// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.contribution.Answer;
import nl.klankbord.contribution.ContributionFinder;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.web.Form;

/**
 * What the page shows where passages of a dilemma are marked.
 *
 * @param sources what may be marked, as its reader may read it
 * @param more    cursor of the rest of what is said, or null
 * @param typed   a passage that could not be marked, or {@link Mark#NOTHING}
 */
public record HarvestView(UUID id, String title, UUID programmeId, boolean mayMark, List<Source> sources, String more, List<ObservationFinder.Shown> marked, Mark typed,
                          List<Form.Error> errors) {

    /** @param key names it in a form; @param kind key of the text that says what it is */
    public record Source(String key, UUID id, String kind, String author, String municipality, List<Part> parts) {
        static Source of(ContributionFinder.Shown said) {
            return new Source("CONTRIBUTION:" + said.id(), said.id(), "kind." + said.kind(), said.authorName(), said.municipalityName(),
                    parts(Stream.concat(Stream.of(new Part("text", null, said.text()), new Part("example", "reflection.example", said.example()),
                            new Part("advice", "reflection.advice", said.advice())), said.answers().stream().flatMap(answer -> parts(answer, said.asked(answer.question()))))));
        }

        static Source of(DilemmaFinder.Text dilemma) {
            return new Source("CLOSING:" + dilemma.id(), dilemma.id(), "harvest.closing", null, dilemma.hostName(), parts(Stream.of(new Part("works", "closing.works", dilemma.works()),
                    new Part("nextStep", "closing.nextStep", dilemma.nextStep()), new Part("stillOpen", "closing.stillOpen", dilemma.stillOpen()))));
        }

        private static Stream<Part> parts(Answer answer, String asked) {
            return Stream.of(new Part(answer.question() + SourceType.ANSWER, "reflection." + answer.question(), asked, answer.text()),
                    new Part(answer.question() + SourceType.SKIPPED, "reflection." + answer.question(), asked, answer.skipped()));
        }

        private static List<Part> parts(Stream<Part> parts) {
            return parts.filter(part -> part.text != null && !part.text.isBlank()).toList();
        }
    }

    /** @param label key of the text above it, or null; @param asked the text itself where a programme wrote the question, else null */
    public record Part(String field, String label, String asked, String text) {
        Part(String field, String label, String text) {
            this(field, label, null, text);
        }

        /** Whether it is the reason why a question was passed over. */
        public boolean isSkipped() {
            return field.endsWith(SourceType.SKIPPED);
        }
    }

    /** What was typed. @param source key of the source; @param part its field, or nothing when the words were selected on the page */
    public record Mark(String source, String part, String exact, String themes) {
        static final Mark NOTHING = new Mark("", "", "", "");

        /** Tells the fields of one form from those of another. */
        String place() {
            return part.isEmpty() ? "" : HarvestView.place(source, part);
        }

        public boolean isSelected() {
            return part.isEmpty();
        }
    }

    public String place(Source source, Part part) {
        return place(source.key, part.field);
    }

    /** Whether it was in the form of this part that something is wrong. */
    public boolean in(Source source, Part part) {
        return !errors.isEmpty() && typed.source.equals(source.key) && typed.part.equals(part.field);
    }

    private static String place(String source, String part) {
        return "-" + source.replace(':', '-') + "-" + part;
    }
}
