// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of ours to go back to: only ever a plain path, so that no link of somebody else's leads away from here. */
public final class WayBack {
    private static final String PATH = "/(?:[A-Za-z0-9._-][A-Za-z0-9/._-]*)?";
    private static final Pattern ADDRESS = Pattern.compile("https?://[^/?#]+(" + PATH + ")(?:[?#].*)?");
    private static final Pattern BELOW = Pattern.compile("(/(?:dilemmas|rounds|programmes)/[0-9a-fA-F-]{36})/.+");

    private WayBack() {}

    /** That path, or home. */
    public static String to(String path) {
        return path != null && path.matches(PATH) ? path : "/";
    }

    /** The page whose forms send to addresses below it. */
    public static Optional<String> above(String path) {
        Matcher found = BELOW.matcher(path);
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The path of the address that a browser says it comes from, or home. */
    static String from(String address) {
        Matcher found = ADDRESS.matcher(address == null ? "" : address);
        return found.matches() ? found.group(1) : "/";
    }
}
