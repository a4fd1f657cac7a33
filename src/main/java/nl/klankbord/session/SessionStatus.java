// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

/** Whether a session still lies ahead or has been held. */
public enum SessionStatus { PLANNED, HELD }
