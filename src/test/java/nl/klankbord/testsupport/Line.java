// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.testsupport;

import java.util.List;

/** The packages from upstream to downstream: each may use those before it. Beside them stands only {@code local}. */
public final class Line {
    public static final List<String> PACKAGES = List.of("shared", "identity", "mail", "web", "programme", "round", "dilemma", "matching",
            "contribution", "attachment", "step", "session", "lesson", "lesson.library", "board", "record", "review", "home", "dev");

    private Line() {}
}
