// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

/** For whom a guest speaks. */
public enum Voice { PROVIDER, RESIDENT, NATIONAL, OTHER }
