// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What the people behind a lesson say of it: the passages it rests on, and the answers of those who were asked. */
record Agreement(List<Passage> passages, List<Ask> asks) {

    /** @param municipality null when its writers spoke for none; @param writers none when it is a host's closing */
    record Passage(String municipality, Set<UUID> writers, UUID dilemma) {}

    /** @param whom a person, or the dilemma whose host is asked; @param given null while there is no answer */
    record Ask(ConsentKind kind, UUID whom, Boolean given, Instant dueAt) {}

    /** What still stands in the way of publishing. Silence after the ten days leaves a passage out; before, it is waited for. */
    List<String> unmet(Instant now) {
        List<String> lacking = new ArrayList<>();
        if (waits(now)) {
            lacking.add("consents");
        }
        if (!enough()) {
            lacking.add("three-municipalities");
        }
        return lacking;
    }

    /** Whether somebody may still answer whose passage is still there. */
    boolean waits(Instant now) {
        return asks.stream().anyMatch(ask -> ask.given == null && now.isBefore(ask.dueAt) && passages.stream().anyMatch(passage -> concerns(ask, passage)));
    }

    /** Whether the passages that writers and host both agree to come from enough municipalities. */
    boolean enough() {
        return passages.stream().filter(this::agreed).map(Passage::municipality).filter(Objects::nonNull).distinct().count() >= Pattern.MUNICIPALITIES;
    }

    /** Whether all who wrote it and its host say yes: only then the lesson rests on it. */
    boolean agreed(Passage passage) {
        return yes(ConsentKind.HOST, passage.dilemma) && passage.writers.stream().allMatch(writer -> yes(ConsentKind.AUTHOR, writer));
    }

    private boolean yes(ConsentKind kind, UUID whom) {
        return asks.stream().anyMatch(ask -> ask.kind == kind && ask.whom.equals(whom) && Boolean.TRUE.equals(ask.given));
    }

    private static boolean concerns(Ask ask, Passage passage) {
        return ask.kind == ConsentKind.HOST ? ask.whom.equals(passage.dilemma) : passage.writers.contains(ask.whom);
    }
}
