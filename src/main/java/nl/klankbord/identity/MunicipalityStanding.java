// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

/**
 * What an actor is to a municipality.
 *
 * @param exists      whether the register knows it
 * @param administers whether the actor manages its people: was named, and speaks for it
 */
public record MunicipalityStanding(boolean exists, boolean administers, boolean platformAdmin) {}
