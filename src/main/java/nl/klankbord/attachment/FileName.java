// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** The name of a file, as somebody gave it and as it can be passed on. */
final class FileName {
    static final int LONGEST = 120;

    private FileName() {}

    /** Without a path, without what does not show or means something elsewhere, and with an extension that its content earns. */
    static String tidy(String given, FileKind kind) {
        String name = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC);
        // Browsers write these three so in a form.
        name = name.replaceAll("(?i)%0[da]|%22", " ");
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\"<>:|?*;%]", " ").replaceAll("\\s+", " ").replaceAll("^[. ]+|[. ]+$", "");
        String extension = extension(name);
        String base = extension.isEmpty() ? name : name.substring(0, name.length() - extension.length() - 1).replaceAll("[. ]+$", "");
        String fitting = kind.extensions().contains(extension.toLowerCase(Locale.ROOT)) ? extension.toLowerCase(Locale.ROOT) : kind.extensions().getFirst();
        return cut(base.isEmpty() ? "bestand" : base, LONGEST - fitting.length() - 1) + "." + fitting;
    }

    static String extension(String name) {
        int dot = name == null ? -1 : name.lastIndexOf('.');
        String after = dot < 1 ? "" : name.substring(dot + 1);
        return after.matches("[A-Za-z0-9]{1,5}") ? after : "";
    }

    /** Always a download (RFC 6266), under its own name also where that is not ASCII (RFC 8187). */
    static String disposition(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("[^\\x20-\\x7e]|[\"\\\\]", "_");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }

    /** Not in the middle of a sign that takes two places. */
    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length).strip();
    }
}
