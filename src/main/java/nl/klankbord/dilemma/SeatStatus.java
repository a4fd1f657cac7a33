// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

/** How far a seat has come: the host agrees to it (or not), the invited answer, and whoever sat there may leave. What was still asked when its time was over has lapsed. */
public enum SeatStatus { PROPOSED, REFUSED, INVITED, ACCEPTED, DECLINED, CONFLICT, LEFT, LAPSED }
