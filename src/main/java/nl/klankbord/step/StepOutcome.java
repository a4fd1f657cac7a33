// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.step;

/** What came of a step. What goes on is still to be done. */
public enum StepOutcome { DONE, GOING_ON, STOPPED }
