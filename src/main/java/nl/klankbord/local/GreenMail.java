// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.local;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Catches every mail, keeps it in memory and shows it by a small JSON API. */
record GreenMail(Place place, int smtp, int api, Progress progress) {

    Child start(Consumer<Child> started) {
        progress.say("starting the mail catcher on port " + smtp);
        Child child = Child.start("the mail catcher", place.log("greenmail"), null, Map.of(), List.of(
                Keycloak.java(), "-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Dgreenmail.smtp.hostname=127.0.0.1", "-Dgreenmail.smtp.port=" + smtp,
                "-Dgreenmail.api.hostname=127.0.0.1", "-Dgreenmail.api.port=" + api,
                // A mailbox comes into being with its first mail.
                "-Dgreenmail.auth.disabled", "-jar", place.program(Place.GREENMAIL).toString()));
        started.accept(child);
        return child;
    }

    boolean answers() {
        return Answers.greets(smtp) && Answers.http("http://127.0.0.1:" + api + "/api/service/readiness");
    }
}
