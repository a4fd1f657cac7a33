// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.step;

import static nl.klankbord.dilemma.Phase.CLOSED;
import static nl.klankbord.dilemma.Phase.FOLLOW_UP;
import static nl.klankbord.dilemma.Phase.REFLECTING;
import static nl.klankbord.dilemma.Phase.SUBMITTED;
import static nl.klankbord.dilemma.Standing.Role.HOST;
import static nl.klankbord.dilemma.Standing.Role.PEER;

import java.util.EnumSet;
import java.util.Set;
import nl.klankbord.dilemma.Deed;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.dilemma.Standing.Role;

/** What a municipality does with its own steps at one dilemma. Nobody else has a part in them, a coordinator neither. */
public enum StepDeed implements Deed {
    READ_STEPS(EnumSet.range(SUBMITTED, CLOSED)),
    /** From the moment that one looks into the mirror. */
    TAKE_STEP(EnumSet.range(REFLECTING, FOLLOW_UP)),
    /** Also after all else is closed: what came of a step is often known later. */
    CHANGE_STEP(EnumSet.range(REFLECTING, CLOSED));

    private final Set<Phase> phases;

    StepDeed(Set<Phase> phases) {
        this.phases = phases;
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.of(HOST, PEER);
    }

    @Override
    public Set<Phase> phases() {
        return phases;
    }

    @Override
    public boolean reads() {
        return this == READ_STEPS;
    }
}
