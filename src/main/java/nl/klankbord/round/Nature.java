// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

/** Whether a text states facts or its writer's own view: the open government act protects the second more than the first. */
public enum Nature {
    FACT,
    VIEW
}
