// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.klankbord.identity.Municipality;
import nl.klankbord.matching.PeerPlan.ForDilemma;
import nl.klankbord.matching.PeerPlan.Proposal;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.web.Form;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The plan of peers as a form, with what was ticked and typed.
 *
 * @param typed      null when it is opened: then the plan is ticked
 * @param comparison with the plan, when it was asked for, or null
 */
public record PeerForm(RoundFinder.Shown round, PeerPlan plan, Typed typed, PeerComparison comparison, List<Form.Error> errors) {
    private static final Pattern INDEX = Pattern.compile("peers\\[(\\d+)].*");

    public List<Section> getSections() {
        return plan.dilemmas().stream().map(this::section).toList();
    }

    private Section section(ForDilemma dilemma) {
        List<String> codes = typed == null ? dilemma.proposed().stream().map(one -> one.municipality().code()).toList() : typed.ticked(dilemma.id());
        List<Option> options = options(dilemma.proposed().stream(), codes);
        List<Option> others = options(Stream.concat(dilemma.others().stream(), unlisted(dilemma, codes)), codes);
        return new Section(dilemma, options, others, typed == null ? "" : typed.other(dilemma.id()));
    }

    private static List<Option> options(Stream<Proposal> proposals, List<String> codes) {
        return proposals.map(one -> new Option(one, codes.contains(one.municipality().code()))).toList();
    }

    /** What was ticked and has since moved out of the lists is not lost. */
    private Stream<Proposal> unlisted(ForDilemma dilemma, List<String> codes) {
        List<String> listed = Stream.concat(dilemma.proposed().stream(), dilemma.others().stream()).map(one -> one.municipality().code()).toList();
        return plan.municipalities().stream().filter(one -> codes.contains(one.code()) && !listed.contains(one.code())).map(one -> new Proposal(one, List.of(), List.of(), false));
    }

    /** What is wrong, each after the title of its dilemma: the same words for several say nothing in a list. */
    public List<Form.Error> getSummary() {
        return errors.stream().map(error -> plan.dilemmas().stream().filter(one -> error.field().endsWith(one.id().toString())).findFirst()
                .map(one -> new Form.Error(error.field(), one.title() + ": " + error.message())).orElse(new Form.Error("", error.message()))).toList();
    }

    /** Errors at the fields of the page, instead of at the places in the list that it sent. */
    static List<Form.Error> placed(List<Form.Error> errors, List<Chosen> chosen) {
        return errors.stream().map(error -> {
            Matcher index = INDEX.matcher(error.field());
            return index.matches() ? new Form.Error(chosen.get(Integer.parseInt(index.group(1))).field, error.message()) : error;
        }).toList();
    }

    /** One dilemma of the form. */
    public record Section(ForDilemma dilemma, List<Option> options, List<Option> others, String other) {
        public String getPeersField() {
            return "peers-" + dilemma.id();
        }

        public String getOtherField() {
            return "other-" + dilemma.id();
        }

        /** What holds for all of them. */
        public List<PeerPlan.Reason> getShared() {
            return PeerPlan.shared(Stream.concat(options.stream(), others.stream()).map(Option::proposal).toList());
        }

        public boolean isOthersChosen() {
            return others.stream().anyMatch(Option::chosen);
        }
    }

    public record Option(Proposal proposal, boolean chosen) {}

    /** @param field of the page where it was chosen */
    record Chosen(String field, PeerComparison.Choice choice) {}

    /** @param peer what was ticked, each "dilemma:code"; @param other a name for each {@code dilemma}, in the same order */
    public record Typed(@RestForm List<String> dilemma, @RestForm List<String> peer, @RestForm List<String> other) {
        private static final String BETWEEN = ":";

        List<Chosen> chosen(PeerPlan plan) {
            List<Chosen> chosen = new ArrayList<>();
            for (String tick : list(peer)) {
                String[] parts = tick.split(BETWEEN, 2);
                chosen.add(new Chosen("peers-" + parts[0], new PeerComparison.Choice(Form.id(parts[0]), parts[parts.length - 1])));
            }
            for (int i = 0; i < Math.min(list(dilemma).size(), list(other).size()); i++) {
                if (!other.get(i).isBlank()) {
                    chosen.add(new Chosen("other-" + dilemma.get(i), new PeerComparison.Choice(Form.id(dilemma.get(i)), code(plan, other.get(i).strip()))));
                }
            }
            return chosen;
        }

        /** The code of the municipality of that name, or the words as they are: nobody has such a code. */
        private static String code(PeerPlan plan, String name) {
            return plan.municipalities().stream().filter(one -> one.name().equalsIgnoreCase(name)).map(Municipality.Ref::code).findFirst().orElse(name);
        }

        List<String> ticked(UUID dilemma) {
            String prefix = dilemma + BETWEEN;
            return list(peer).stream().filter(tick -> tick.startsWith(prefix)).map(tick -> tick.substring(prefix.length())).toList();
        }

        String other(UUID id) {
            int place = list(dilemma).indexOf(id.toString());
            return place < 0 || place >= list(other).size() ? "" : other.get(place);
        }

        private static List<String> list(List<String> values) {
            return Objects.requireNonNullElse(values, List.of());
        }
    }
}
