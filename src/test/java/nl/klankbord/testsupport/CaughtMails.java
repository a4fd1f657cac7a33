// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** Mail as it arrived at the catcher. */
public final class CaughtMails {
    private CaughtMails() {}

    public static Caught byMessageId(String id) {
        try (Rows rows = Rows.open()) {
            String to = rows.one("select recipient from mail where message_id = ?", id);
            return to(to).stream().filter(mail -> mail.headers.contains(id)).findFirst().orElseThrow(() -> new AssertionError("mail " + id + " did not arrive"));
        }
    }

    public static List<Caught> to(String address) {
        JsonNode messages = Answer.of(App.send(App.request(LocalServices.mailApi() + "/user/" + URLEncoder.encode(address, StandardCharsets.UTF_8) + "/messages").build())).json();
        return messages.isArray() ? messages.valueStream().map(message -> read(address, message.get("mimeMessage").asText())).toList() : List.of();
    }

    private static Caught read(String to, String raw) {
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
            String headers = Collections.list(mail.getAllHeaders()).stream().map(CaughtMails::line).collect(Collectors.joining("\n"));
            Object content = mail.getContent();
            return content instanceof Multipart parts ? new Caught(to, mail.getSubject(), headers, part(parts, 0), part(parts, 1)) : new Caught(to, mail.getSubject(), headers, content.toString(), "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Header header) {
        return header.getName() + ": " + header.getValue();
    }

    private static String part(Multipart parts, int index) throws MessagingException, IOException {
        BodyPart part = parts.getBodyPart(index);
        // A folded line of a calendar is one line.
        return part.getContent() instanceof Multipart nested ? part(nested, 0) : new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    public record Caught(String to, String subject, String headers, String text, String calendar) {}
}
