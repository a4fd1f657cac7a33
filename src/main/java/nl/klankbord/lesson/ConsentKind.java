// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

/** As what someone is asked: as the author of passages, or as the host of a dilemma they come from. */
public enum ConsentKind { AUTHOR, HOST }
