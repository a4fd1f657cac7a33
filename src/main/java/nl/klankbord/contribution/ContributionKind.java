// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

/** What is said in a dilemma. Questions, answers and remarks post at once; a reflection is a seat's one sealed draft. */
public enum ContributionKind { QUESTION, ANSWER, REFLECTION, REMARK }
