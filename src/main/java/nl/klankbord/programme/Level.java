// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

/** From which level of a municipality someone takes part. */
public enum Level { COUNCIL, BOARD, MANAGEMENT, POLICY, PRACTICE }
