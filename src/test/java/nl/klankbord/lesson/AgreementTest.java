// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import static nl.klankbord.lesson.ConsentKind.AUTHOR;
import static nl.klankbord.lesson.ConsentKind.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.lesson.Agreement.Ask;
import nl.klankbord.lesson.Agreement.Passage;
import nl.klankbord.shared.Ids;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final Instant DUE = Instant.parse("2026-12-15T16:00:00Z");
    private static final Instant BEFORE = DUE.minusSeconds(1);
    private static final UUID DILEMMA = Ids.next();
    private static final UUID ANNE = Ids.next();
    private static final UUID BILAL = Ids.next();
    private static final UUID CARLA = Ids.next();
    private static final List<Passage> THREE = List.of(new Passage("GM0193", Set.of(ANNE), DILEMMA), new Passage("GM0080", Set.of(BILAL), DILEMMA), new Passage("GM0983", Set.of(CARLA), DILEMMA));

    @Test
    void threeMunicipalitiesWhoseWritersAndHostAgreeAreEnough() {
        assertThat(agreement(THREE, true, true, true, true).unmet(BEFORE)).isEmpty();
    }

    @Test
    void whoHasNotAnsweredYetIsWaitedFor() {
        List<Passage> four = new ArrayList<>(THREE);
        UUID dirk = Ids.next();
        four.add(new Passage("GM0114", Set.of(dirk), DILEMMA));
        List<Ask> asks = new ArrayList<>(agreement(THREE, true, true, true, true).asks());
        asks.add(new Ask(AUTHOR, dirk, null, DUE));
        assertThat(new Agreement(four, asks).unmet(BEFORE)).containsExactly("consents");
        assertThat(new Agreement(four, asks).unmet(DUE)).isEmpty();
    }

    @Test
    void silenceLeavesThePassageOut() {
        assertThat(agreement(THREE, true, true, null, true).unmet(BEFORE)).containsExactly("consents", "three-municipalities");
        assertThat(agreement(THREE, true, true, null, true).unmet(DUE)).containsExactly("three-municipalities");
    }

    @Test
    void aRefusalLeavesThePassageOutAndIsNotWaitedFor() {
        assertThat(agreement(THREE, true, true, false, true).unmet(BEFORE)).containsExactly("three-municipalities");
    }

    @Test
    void aHostWhoRefusesLeavesOutAllPassagesOfThatDilemma() {
        assertThat(agreement(THREE, true, true, true, false).enough()).isFalse();
        UUID other = Ids.next();
        List<Passage> passages = new ArrayList<>(THREE);
        passages.add(new Passage("GM0114", Set.of(ANNE), other));
        List<Ask> asks = new ArrayList<>(agreement(THREE, true, true, true, false).asks());
        asks.add(new Ask(HOST, other, true, DUE));
        assertThat(new Agreement(passages, asks).enough()).isFalse();
    }

    @Test
    void aMunicipalityCountsOnceHoweverManyItsPassages() {
        List<Passage> passages = List.of(new Passage("GM0193", Set.of(ANNE), DILEMMA), new Passage("GM0193", Set.of(BILAL), DILEMMA), new Passage("GM0983", Set.of(CARLA), DILEMMA));
        assertThat(agreement(passages, true, true, true, true).enough()).isFalse();
    }

    @Test
    void whoSpeaksForNoMunicipalityDoesNotCount() {
        List<Passage> passages = List.of(new Passage("GM0193", Set.of(ANNE), DILEMMA), new Passage(null, Set.of(BILAL), DILEMMA), new Passage("GM0983", Set.of(CARLA), DILEMMA));
        assertThat(agreement(passages, true, true, true, true).enough()).isFalse();
    }

    @Test
    void aClosingNeedsItsHostAlone() {
        List<Passage> passages = List.of(new Passage("GM0193", Set.of(ANNE), DILEMMA), new Passage("GM0080", Set.of(BILAL), DILEMMA), new Passage("GM0503", Set.of(), DILEMMA));
        assertThat(agreement(passages, true, true, null, true).unmet(BEFORE)).isEmpty();
    }

    @Test
    void whatTwoWroteNeedsTheYesOfBoth() {
        List<Passage> passages = List.of(new Passage("GM0193", Set.of(ANNE, CARLA), DILEMMA), new Passage("GM0080", Set.of(BILAL), DILEMMA), new Passage("GM0983", Set.of(CARLA), DILEMMA));
        assertThat(agreement(passages, true, true, true, true).unmet(BEFORE)).isEmpty();
        assertThat(agreement(passages, true, true, false, true).enough()).isFalse();
        assertThat(agreement(passages, true, true, null, true).waits(BEFORE)).isTrue();
    }

    @Test
    void nobodyIsWaitedForWhoseTextIsGone() {
        assertThat(agreement(THREE.subList(0, 2), true, true, null, true).waits(BEFORE)).isFalse();
    }

    private static Agreement agreement(List<Passage> passages, Boolean anne, Boolean bilal, Boolean carla, Boolean host) {
        return new Agreement(passages, List.of(new Ask(AUTHOR, ANNE, anne, DUE), new Ask(AUTHOR, BILAL, bilal, DUE), new Ask(AUTHOR, CARLA, carla, DUE), new Ask(HOST, DILEMMA, host, DUE)));
    }
}
