// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import static nl.klankbord.dilemma.Phase.CLOSED;
import static nl.klankbord.dilemma.Phase.HARVESTING;
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

/** What may be done in a dilemma to learn from it, once everything is open to its circle. */
public enum LessonDeed implements Deed {
    /** Marking a passage as worth keeping. */
    MARK(EnumSet.of(COORDINATOR, FACILITATOR, HOST, PEER)),
    READ_OBSERVATIONS(EnumSet.of(COORDINATOR, FACILITATOR, HOST, PEER, GUEST));

    private final Set<Role> roles;

    LessonDeed(Set<Role> roles) {
        this.roles = roles;
    }

    @Override
    public Set<Role> roles() {
        return roles;
    }

    @Override
    public Set<Phase> phases() {
        return EnumSet.range(HARVESTING, CLOSED);
    }

    @Override
    public boolean reads() {
        return this == READ_OBSERVATIONS;
    }
}
