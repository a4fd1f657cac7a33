// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

/** What someone is in a programme. */
public enum Role { COORDINATOR, FACILITATOR, PARTICIPANT }
