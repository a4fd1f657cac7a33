// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

/** Whether a session lies ahead, has been held, or went when its dilemma was withdrawn. */
public enum SessionStatus { PLANNED, HELD, CANCELLED }
