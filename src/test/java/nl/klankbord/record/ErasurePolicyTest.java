// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import org.junit.jupiter.api.Test;

class ErasurePolicyTest {
    private static final UUID NOOR = UUID.randomUUID();

    @Test
    void one_erases_oneself_with_or_without_an_account_and_the_administrator_anyone_and_nobody_else_hears_of_it() {
        assertThat(ErasurePolicy.erase(person(NOOR, false), NOOR, true, false)).isEqualTo(Decision.GRANTED);
        assertThat(ErasurePolicy.erase(new Actor.OfGuest(NOOR, "Noor", "noor@example.nl"), NOOR, true, false)).isEqualTo(Decision.GRANTED);
        assertThat(ErasurePolicy.erase(person(UUID.randomUUID(), true), NOOR, true, false)).isEqualTo(Decision.GRANTED);
        assertThat(ErasurePolicy.erase(person(UUID.randomUUID(), false), NOOR, true, false)).isEqualTo(Decision.HIDDEN);
        assertThat(ErasurePolicy.erase(Actor.system(), Actor.system().personId(), true, false)).isEqualTo(Decision.HIDDEN);
    }

    @Test
    void nobody_is_erased_twice_and_a_programme_keeps_a_coordinator() {
        assertThat(ErasurePolicy.erase(person(NOOR, false), NOOR, false, false)).isEqualTo(Decision.HIDDEN);
        assertThat(ErasurePolicy.erase(person(NOOR, false), NOOR, true, true)).isEqualTo(Decision.refused(Reason.LAST_COORDINATOR));
        assertThat(ErasurePolicy.erase(person(UUID.randomUUID(), false), NOOR, true, true)).isEqualTo(Decision.HIDDEN);
    }

    private static Actor person(UUID id, boolean admin) {
        return new Actor.OfPerson(id, "Noor", "noor@example.nl", "GM0503", "Delft", "Delft", admin, false);
    }
}
