// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Subject and body of a letter: the text officials know from the documents, with its placeholders replaced. */
record LetterText(String subject, String body) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    static LetterText of(Letter letter) {
        String name = "/mail/" + letter.kind().name().toLowerCase(Locale.ROOT) + "." + letter.language().getLanguage() + ".txt";
        try (var in = LetterText.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // One line each: nothing that a person typed can start a header or a paragraph of its own, or fill in another's place.
            text = PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(letter.values().containsKey(place.group(1))
                    ? String.valueOf(letter.values().get(place.group(1))).replaceAll("\\s+", " ") : place.group()));
            int end = text.indexOf('\n');
            return new LetterText(text.substring("Subject: ".length(), end).strip(), text.substring(end).strip() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
