// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import org.junit.jupiter.api.Test;

class ProfilePolicyTest {

    @Test
    void a_profile_is_its_owners_alone_to_change() {
        Actor administrator = new Actor.OfPerson(UUID.randomUUID(), "Noor", "noor@example.nl", "GM0503", "Delft", "Delft", true, true);
        assertThat(ProfilePolicy.change(administrator, administrator.personId())).isEqualTo(Decision.GRANTED);
        assertThat(ProfilePolicy.change(administrator, UUID.randomUUID())).isEqualTo(Decision.HIDDEN);
        assertThat(ProfilePolicy.change(Actor.system(), Actor.system().personId())).isEqualTo(Decision.HIDDEN);
    }
}
