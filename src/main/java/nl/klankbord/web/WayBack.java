// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of ours to go back to: only ever a plain path, so that no link of somebody else's leads away from here. */
public final class WayBack {
    private static final String PATH = "/(?:[A-Za-z0-9._-][A-Za-z0-9/._-]*)?";
    private static final Pattern ADDRESS = Pattern.compile("https?://[^/?#]+(" + PATH + ")(?:[?#].*)?");

    private WayBack() {}

    /** That path, or home. */
    public static String to(String path) {
        return path != null && path.matches(PATH) ? path : "/";
    }

    /** The path of the address that a browser says it comes from, or home. */
    static String from(String address) {
        Matcher found = ADDRESS.matcher(address == null ? "" : address);
        return found.matches() ? found.group(1) : "/";
    }
}
