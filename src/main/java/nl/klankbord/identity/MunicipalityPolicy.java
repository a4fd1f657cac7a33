// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import static nl.klankbord.shared.Decision.GRANTED;
import static nl.klankbord.shared.Decision.HIDDEN;
import static nl.klankbord.shared.Decision.refused;

import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;

/** Who names the administrators of a municipality, and who manages its people. The one is never the other by that alone. */
public final class MunicipalityPolicy {
    private MunicipalityPolicy() {}

    public enum Action {
        NAME_ADMINISTRATORS, MANAGE_COLLEAGUES,
        /** Take along what its people wrote for it and let it have, when somebody asks for that under the open government act. */
        READ_RECORDS
    }

    public static Decision decide(MunicipalityStanding standing, Action action) {
        if (!standing.exists()) {
            return HIDDEN;
        }
        return switch (action) {
            case NAME_ADMINISTRATORS -> standing.platformAdmin() ? GRANTED : refused(Reason.NOT_YOUR_ROLE);
            case MANAGE_COLLEAGUES, READ_RECORDS -> standing.administers() ? GRANTED : HIDDEN;
        };
    }

    /** What the register says of all municipalities. */
    public static Decision keepRegister(Actor actor) {
        return actor.platformAdmin() ? GRANTED : refused(Reason.NOT_YOUR_ROLE);
    }

    /** The administrators of all municipalities together. */
    public static Decision nameAny(Actor actor) {
        return actor.platformAdmin() ? GRANTED : refused(Reason.NOT_YOUR_ROLE);
    }
}
