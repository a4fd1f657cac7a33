// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Subject and body of a letter: the text officials know from the documents, with its placeholders replaced. */
record LetterText(String subject, String body) {

    static LetterText of(Letter letter) {
        String name = "/mail/" + letter.kind().name().toLowerCase(Locale.ROOT) + ".nl.txt";
        try (var in = LetterText.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, Object> value : letter.values().entrySet()) {
                // One line each: nothing that a person typed can start a header or a paragraph of its own.
                text = text.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()).replaceAll("\\s+", " "));
            }
            int end = text.indexOf('\n');
            return new LetterText(text.substring("Subject: ".length(), end).strip(), text.substring(end).strip() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
