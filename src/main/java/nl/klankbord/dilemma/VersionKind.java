// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

/** What made a dilemma say what it said: it was submitted, changed after that, or said anew after the review. */
public enum VersionKind { SUBMITTED, EDITED, RESTATED }
