// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The words of the interface: bundles {@code messages/<part>.<language>.properties}, Dutch and English. */
@ApplicationScoped
public class Texts {
    public static final List<Locale> LANGUAGES = List.of(Locale.of("nl"), Locale.of("en"));
    /** The files, by part of the interface. */
    public static final List<String> PARTS = List.of("common", "api", "programme", "dilemma", "lesson", "record");
    private final Map<Locale, Map<String, String>> byLanguage = new ConcurrentHashMap<>();

    /** The language somebody chose; anything but English, and no choice at all, is Dutch. */
    public static Locale locale(String chosen) {
        return LANGUAGES.get("en".equals(chosen) ? 1 : 0);
    }

    /** The text with its arguments filled in. A key that does not exist is a bug. */
    public String get(Locale locale, String key, Object... arguments) {
        String text = all(locale).get(key);
        if (text == null) {
            throw new MissingResourceException("no text " + key, "messages", key);
        }
        return arguments.length == 0 ? text : new MessageFormat(text.replace("'", "''"), locale).format(arguments);
    }

    public boolean has(Locale locale, String key) {
        return all(locale).containsKey(key);
    }

    /** Every text of a language, by key. */
    public Map<String, String> all(Locale locale) {
        return byLanguage.computeIfAbsent(locale, Texts::load);
    }

    private static Map<String, String> load(Locale locale) {
        Properties texts = new Properties();
        for (String part : PARTS) {
            String file = "/messages/" + part + "." + locale.getLanguage() + ".properties";
            try (var in = new InputStreamReader(Texts.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
                texts.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts.stringPropertyNames().stream().collect(Collectors.toUnmodifiableMap(key -> key, texts::getProperty));
    }
}
