// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

/** What a host does with what a peer brought. */
public enum HostChoice { TAKE_UP, LATER, NOT }
