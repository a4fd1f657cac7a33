// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dev;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Mail that the catcher of a demo holds, newest first. */
@ApplicationScoped
class CaughtMail {
    private static final int MOST = 100;
    private final HttpClient http = HttpClient.newHttpClient();
    @ConfigProperty(name = "klankbord.local.mail-api")
    Optional<String> catcher;
    @Inject
    ObjectMapper json;

    List<Caught> all() {
        List<Caught> found = new ArrayList<>();
        if (catcher.isEmpty()) {
            return found;
        }
        for (JsonNode user : get("/user")) {
            String address = user.path("email").asText();
            get("/user/" + URLEncoder.encode(address, StandardCharsets.UTF_8) + "/messages").forEach(message -> found.add(read(address, message)));
        }
        return found.stream().sorted(Comparator.comparing(Caught::at).reversed()).limit(MOST).toList();
    }

    private JsonNode get(String path) {
        try {
            HttpResponse<String> response = http.send(HttpRequest.newBuilder(URI.create(catcher.orElseThrow() + path)).build(), HttpResponse.BodyHandlers.ofString());
            return json.readTree(response.statusCode() == 200 ? response.body() : "[]");
        } catch (IOException e) {
            return json.createArrayNode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return json.createArrayNode();
        }
    }

    private static Caught read(String recipient, JsonNode message) {
        try {
            byte[] raw = message.path("mimeMessage").asText().getBytes(StandardCharsets.UTF_8);
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            List<String> attachments = new ArrayList<>();
            String text = text(mail.getContent(), attachments);
            Instant at = mail.getSentDate() == null ? Instant.EPOCH : mail.getSentDate().toInstant();
            return new Caught(recipient, mail.getSubject(), text, attachments, at);
        } catch (MessagingException | IOException e) {
            return new Caught(recipient, message.path("subject").asText(), "", List.of(), Instant.EPOCH);
        }
    }

    private static String text(Object content, List<String> attachments) throws MessagingException, IOException {
        if (!(content instanceof Multipart parts)) {
            return content.toString();
        }
        String text = "";
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.getFileName() == null && part.isMimeType("text/html")) {
                // Keycloak's: in its plain text the link is broken.
                return withoutTags(part.getContent().toString());
            }
            if (part.getFileName() != null) {
                attachments.add(part.getFileName());
            } else if (text.isEmpty()) {
                text = text(part.getContent(), attachments);
            }
        }
        return text;
    }

    private static String withoutTags(String html) {
        return html.replaceAll("(?s)<a [^>]*href=\"([^\"]*)\"[^>]*>(.*?)</a>", "$2\n$1\n").replaceAll("(?i)</p>", "\n\n").replaceAll("<[^>]*>", "").replace("&lt;", "<").replace("&gt;", ">")
                .replace("&quot;", "\"").replace("&#39;", "'").replace("&#61;", "=").replace("&amp;", "&").strip();
    }

    record Caught(String to, String subject, String text, List<String> attachments, Instant at) {}
}
