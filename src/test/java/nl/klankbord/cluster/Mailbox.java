// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.klankbord.testsupport.LocalServices;

/** What one address has really received. */
record Mailbox(String address) {
    private static final Pattern MESSAGE_ID = Pattern.compile("(?mi)^Message-ID:\\s*(<[^>]+>)");

    /** Whole mails, as they came over the wire. */
    List<String> mails() {
        URI messages = URI.create(LocalServices.mailApi() + "/user/" + address + "/messages/");
        try {
            Answer answer = new Answer(Instance.HTTP.send(HttpRequest.newBuilder(messages).build(), BodyHandlers.ofString()));
            List<String> mails = new ArrayList<>();
            // Without any mail yet the address is unknown to the catcher.
            for (JsonNode mail : answer.status() == 200 ? answer.json() : List.<JsonNode>of()) {
                mails.add(mail.get("mimeMessage").asText());
            }
            return mails;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often each Message-ID came. */
    Map<String, Integer> copies() {
        return mails().stream().collect(Collectors.toMap(Mailbox::messageId, mail -> 1, Integer::sum, TreeMap::new));
    }

    static String messageId(String mail) {
        Matcher header = MESSAGE_ID.matcher(mail);
        if (!header.find()) {
            throw new AssertionError("a mail without Message-ID:\n" + mail);
        }
        return header.group(1);
    }
}
