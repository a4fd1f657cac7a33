// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

/** The version an editor started from: what {@code If-Match} or a form's hidden field says. Null: none was named. */
public record Expected(Integer version) {
    public static final Expected NONE = new Expected(null);

    /** Reads an {@code If-Match} header: {@code "3"}, {@code W/"3"} or {@code 3}. Anything else matches no version. */
    public static Expected ifMatch(String header) {
        if (header == null || header.isBlank()) {
            return NONE;
        }
        String digits = header.replaceFirst("^W/", "").replace("\"", "").strip();
        return new Expected(digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1);
    }

    public boolean is(int current) {
        return version != null && version == current;
    }

    public <T> Outcome<T> stale() {
        return new Outcome.Stale<>(version != null);
    }
}
