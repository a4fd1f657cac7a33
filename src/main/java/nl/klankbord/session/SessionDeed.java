// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

import static nl.klankbord.dilemma.Standing.Role.COORDINATOR;
import static nl.klankbord.dilemma.Standing.Role.FACILITATOR;
import static nl.klankbord.dilemma.Standing.Role.GUEST;
import static nl.klankbord.dilemma.Standing.Role.HOST;
import static nl.klankbord.dilemma.Standing.Role.PEER;

import java.util.EnumSet;
import java.util.Set;
import nl.klankbord.dilemma.Deed;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.dilemma.Standing.Role;

/** What may be done with the meeting of a circle. */
public enum SessionDeed implements Deed {
    READ_SESSION(EnumSet.of(HOST, PEER, GUEST, COORDINATOR, FACILITATOR), EnumSet.range(Phase.ACCEPTED, Phase.CLOSED)),
    SET_SESSION(EnumSet.of(COORDINATOR), EnumSet.range(Phase.ACCEPTED, Phase.SESSION)),
    FINISH_SESSION(EnumSet.of(COORDINATOR, FACILITATOR), EnumSet.of(Phase.SESSION));

    private final Set<Role> roles;
    private final Set<Phase> phases;

    SessionDeed(Set<Role> roles, Set<Phase> phases) {
        this.roles = roles;
        this.phases = phases;
    }

    @Override
    public Set<Role> roles() {
        return roles;
    }

    @Override
    public Set<Phase> phases() {
        return phases;
    }

    @Override
    public boolean reads() {
        return this == READ_SESSION;
    }
}
