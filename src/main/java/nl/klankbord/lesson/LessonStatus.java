// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

/** How far a lesson is. Published it is in the library; too few sources left send it back to draft. */
public enum LessonStatus { DRAFT, PUBLISHED, WITHDRAWN }
