// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

/** What becomes of the texts of a dilemma when their time is over. */
public enum RetentionWay {
    /** They stay, without the names of who wrote them. */
    ANONYMISE,
    /** They go. */
    ERASE
}
