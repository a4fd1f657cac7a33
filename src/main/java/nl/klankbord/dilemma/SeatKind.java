// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

/** What a seat is for. Peers and guests reflect; a facilitator does not. */
public enum SeatKind { HOST, PEER, GUEST, FACILITATOR }
