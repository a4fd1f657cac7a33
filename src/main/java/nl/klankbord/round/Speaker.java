// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

/** Who has the floor in a step of a session. While the peers have it, or nobody, the host is silent. */
public enum Speaker {
    HOST,
    /** Peers ask, the host answers. */
    EXCHANGE,
    PEERS,
    EVERYBODY,
    FACILITATOR,
    NOBODY
}
