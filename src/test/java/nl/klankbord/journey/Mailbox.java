// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;

/** What somebody has received by mail. */
final class Mailbox {
    private static final Pattern LINK = Pattern.compile("^https?://\\S+$", Pattern.MULTILINE);

    private Mailbox() {}

    /** The last mail with these words in its subject. */
    static Mail last(String user, String subject) {
        try (var in = URI.create(LocalServices.mailApi() + "/user/" + People.email(user) + "/messages/").toURL().openStream()) {
            Mail found = null;
            for (JsonNode node : new ObjectMapper().readTree(in)) {
                String raw = node.get("mimeMessage").asText();
                Mail mail = mail(raw);
                found = mail.subject.contains(subject) ? mail : found;
            }
            if (found == null) {
                throw new AssertionError("no mail to " + user + " about " + subject);
            }
            return found;
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static Mail mail(String raw) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
        String text = "";
        String calendar = null;
        if (message.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                String content = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (part.isMimeType("text/calendar")) {
                    calendar = content;
                } else {
                    text += content;
                }
            }
        } else {
            text = new String(message.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        return new Mail(message.getSubject(), text, calendar);
    }

    /** @param calendar the .ics that came along, or null */
    record Mail(String subject, String text, String calendar) {

        /** Where its link leads on our own site. */
        String path() {
            Matcher link = LINK.matcher(text.replace("\r", ""));
            if (!link.find()) {
                throw new AssertionError("no link in " + text);
            }
            return URI.create(link.group()).getPath();
        }
    }
}
