// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a button of a list of rows asks: one more, one less, or one up or down. Works on what was typed, and saves nothing. */
final class Rows {
    private static final Pattern BUTTON = Pattern.compile("(more|up|down|drop)-(\\w+)(?:\\[(\\d{1,3})])?");

    private Rows() {}

    /** @param go of the button; @param name of the rows it must be about; @param fresh an empty row */
    static <T> List<T> after(String go, String name, List<T> rows, T fresh) {
        Matcher button = BUTTON.matcher(go);
        if (!button.matches() || !button.group(2).equals(name)) {
            return rows;
        }
        List<T> changed = new ArrayList<>(rows);
        int at = button.group(3) == null ? rows.size() : Integer.parseInt(button.group(3));
        switch (button.group(1)) {
            case "more" -> changed.add(fresh);
            case "up" -> swap(changed, at - 1, at);
            case "down" -> swap(changed, at, at + 1);
            default -> {
                if (at < changed.size()) {
                    changed.remove(at);
                }
            }
        }
        return changed;
    }

    private static <T> void swap(List<T> rows, int one, int other) {
        if (one >= 0 && other < rows.size()) {
            Collections.swap(rows, one, other);
        }
    }
}
