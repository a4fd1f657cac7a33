// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import java.util.List;

/** Something a dilemma needs before it may enter a phase; answered by the module that knows. */
public interface MoveNeed {

    /** Keys of what is still lacking; empty when nothing is. */
    List<String> unmet(Dilemma dilemma, Phase to);
}
