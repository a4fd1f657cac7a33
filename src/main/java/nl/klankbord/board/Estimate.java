// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.klankbord.dilemma.SeatKind;

/** The minutes we expect, corrected by what people said: by the median of municipalities, and only where at least three spoke. */
record Estimate(Map<Effort, Double> factors) {
    /** Fewer would tell what one of them said. */
    private static final int ENOUGH = 3;
    static final Estimate NONE = new Estimate(Map.of());
    private static final int ROUNDED_TO = 5;

    static Estimate of(Collection<Said> answers) {
        Map<Effort, Double> factors = new EnumMap<>(Effort.class);
        answers.stream().collect(Collectors.groupingBy(Said::effort)).forEach((effort, said) -> {
            Map<String, List<Double>> byMunicipality = said.stream().collect(Collectors.groupingBy(Said::municipality, Collectors.mapping(one -> one.answer.factor, Collectors.toList())));
            if (byMunicipality.size() >= ENOUGH) {
                factors.put(effort, median(byMunicipality.values().stream().map(Estimate::median).toList()));
            }
        });
        return new Estimate(factors);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Of a task that we expected to take so long; what nobody spoke of stays as it is. */
    int corrected(String what, int minutes) {
        double factor = Effort.of(what).map(effort -> factors.getOrDefault(effort, 1.0)).orElse(1.0);
        return factor == 1 ? minutes : rounded(minutes * factor);
    }

    /** What one such seat costs. */
    double minutes(SeatKind seat) {
        return Arrays.stream(Effort.values()).mapToDouble(effort -> effort.minutes(seat) * factors.getOrDefault(effort, 1.0)).sum();
    }

    /** To five minutes: we do not know it better. */
    int minutes(long hosts, long peers) {
        return rounded(hosts * minutes(SeatKind.HOST) + peers * minutes(SeatKind.PEER));
    }

    private static int rounded(double minutes) {
        return (int) Math.round(minutes / ROUNDED_TO) * ROUNDED_TO;
    }

    record Said(Effort effort, String municipality, Effort.Answer answer) {}
}
