// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import java.util.regex.Pattern;

/** A name that stands on one line, on a page and in a mail: whatever breaks a line or does not show is one space. */
public final class OneLine {
    private static final Pattern WHITE = Pattern.compile("[\\s\\p{Cc}\\p{Z}]+");

    private OneLine() {}

    /** Null stays null. */
    public static String of(String name) {
        return name == null ? null : WHITE.matcher(name).replaceAll(" ").strip();
    }
}
