// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import static nl.klankbord.dilemma.Phase.CLOSED;
import static nl.klankbord.dilemma.Phase.DRAFT;
import static nl.klankbord.dilemma.Phase.FOLLOW_UP;
import static nl.klankbord.dilemma.Standing.Role.COORDINATOR;
import static nl.klankbord.dilemma.Standing.Role.GUEST;
import static nl.klankbord.dilemma.Standing.Role.HOST;
import static nl.klankbord.dilemma.Standing.Role.PEER;

import java.util.EnumSet;
import java.util.Set;
import nl.klankbord.dilemma.Deed;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.dilemma.Standing.Role;

/** What keeps a dilemma going: a reminder to who is waited for, and a word on how long the work took. */
public enum BoardDeed implements Deed {
    REMIND(EnumSet.of(COORDINATOR), EnumSet.range(DRAFT, FOLLOW_UP)),
    SAY_EFFORT(EnumSet.of(HOST, PEER, GUEST), EnumSet.range(DRAFT, CLOSED));

    private final Set<Role> roles;
    private final Set<Phase> phases;

    BoardDeed(Set<Role> roles, Set<Phase> phases) {
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

    /** Nobody is reminded of what can no longer be done. */
    @Override
    public boolean endsAtDeadline() {
        return this == REMIND;
    }
}
