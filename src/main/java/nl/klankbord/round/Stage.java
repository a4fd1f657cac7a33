// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

/** What a timetable dates: the joint phases of a round, then those each dilemma goes through by itself. */
public enum Stage { CALL, MATCHING, CLARIFYING, REFLECTING, SESSION, HARVESTING, FOLLOW_UP }
