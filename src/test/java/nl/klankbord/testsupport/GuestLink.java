// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.klankbord.shared.Ids;

/** A guest's personal link, as the product makes and mails it. */
public record GuestLink(String seat, String email, String path) {
    private static final Pattern LINK = Pattern.compile("http\\S+(/guest/[\\w-]{43})\\s");

    /** Somebody new, proposed by the coordinator and agreed to by the host. */
    public static GuestLink invite(Fixture fixture) {
        String email = "guest-" + fixture.id("dilemma") + "@fixture.example";
        String seat = Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/guests"), Map.of("name", "Gast van de aanbieder", "email", email, "voice", "PROVIDER")).is(201).at("id");
        assertThat(mailed(email)).as("before the host agrees").isEmpty();
        Api.as("host").post("/seats/" + seat + "/host-agreements", Map.of("agreed", true)).is(201);
        return new GuestLink(seat, email, mailed(email).getFirst());
    }

    /** The guest of the fixture, who sits there from the beginning, come in and with the house rules accepted. */
    public static Browserless seated(Fixture fixture) {
        return seat(Browserless.fresh(), fixture);
    }

    /** The same in a browser that goes on from one fixture to the next. Where the dilemma has no circle she comes in and has no place. */
    public static Browserless seat(Browserless browser, Fixture fixture) {
        String secret = "cookie-" + Ids.next();
        try (Rows rows = Rows.open()) {
            rows.change("insert into guest_pass (id, person_id, kind, digest, created_at, expires_at) values (?, ?, 'COOKIE', sha2(?, 256), now(6), now(6) + interval 1 day)", Ids.next(), fixture.id("person.guest"), secret);
            rows.change("insert ignore into house_rules_acceptance (person_id, programme_id, version, accepted_at) values (?, ?, 1, now(6))", fixture.id("person.guest"), fixture.id("programme"));
        }
        return browser.with("guest", secret);
    }

    /** The links that were mailed to an address, the oldest first. */
    public static List<String> mailed(String email) {
        try (Rows rows = Rows.open()) {
            String all = rows.one("select group_concat(body order by id separator '\\n') from mail where recipient = ?", email);
            Matcher found = LINK.matcher(all == null ? "" : all);
            return found.results().map(link -> link.group(1)).toList();
        }
    }

    /** A browser in which this link was followed and the house rules were accepted. */
    public Browserless in() {
        Browserless guest = Browserless.fresh();
        guest.post(path).is(303);
        guest.post("/guest/house-rules", "version", "1").is(303);
        return guest;
    }
}
