// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

/** Who may read the text of a dilemma: its circle, or the whole programme when the host widened it. Contributions never widen. */
public enum Circle { CIRCLE, PROGRAMME }
