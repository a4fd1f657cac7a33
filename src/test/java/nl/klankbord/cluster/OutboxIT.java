// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.klankbord.shared.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mail is written with what it tells of, or not at all; then it is sent, whatever dies; and once it is marked sent, never again. */
class OutboxIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private Cluster cluster;
    private Database database;

    @BeforeEach
    void up() {
        cluster = Cluster.up();
        database = cluster.database;
        Eventually.within(LONG, "an empty outbox", () -> waiting() == 0);
    }

    @Test
    void whileTheMailServerIsDownWorkGoesOnAndItsMailIsSentLater() {
        cluster.relay.close();
        String last = lastMail();
        assertThat(moveSession(cluster.a(), "Stadhuis").status()).isEqualTo(200);
        assertThat(moveSession(cluster.b(), "Wijkgebouw").status()).isEqualTo(200);
        Map<String, String> written = database.pairs("select message_id, recipient from mail where id > ?", last);
        assertThat(written).hasSizeGreaterThan(8);
        Eventually.within(LONG, "attempts", () -> database.count("select sum(attempts) from mail where id > ?", last) >= 2);
        assertThat(database.count("select count(*) from mail where id > ? and sent_at is not null", last)).isZero();

        cluster.relay.open();
        later(cluster.a(), () -> Eventually.within(LONG, "all mail sent", () -> waiting() == 0));
        written.forEach((messageId, recipient) -> {
            List<String> received = new Mailbox(recipient).mails().stream().filter(mail -> Mailbox.messageId(mail).equals(messageId)).toList();
            assertThat(received).as("%s to %s", messageId, recipient).hasSize(1);
            assertThat(received.getFirst()).contains("text/calendar");
        });
    }

    @Test
    void aWriteThatFailsHalfwayLeavesNoMail() {
        // The database refuses the mail to one of the circle; those to others may have been written before.
        database.run("""
                create trigger refuse_mail before insert on mail for each row
                if new.recipient = 'peer2@demo.klankbord.example' then signal sqlstate '45000'; end if""");
        String last = lastMail();
        try {
            Answer refused = moveSession(cluster.a(), "Nergens");
            assertThat(refused.status()).isEqualTo(500);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        } finally {
            database.run("drop trigger refuse_mail");
        }
        assertThat(database.count("select count(*) from mail where id > ?", last)).isZero();
        assertThat(database.count("select count(*) from session where location = 'Nergens'")).isZero();
        assertThat(moveSession(cluster.a(), "Raadzaal").status()).isEqualTo(200);
        assertThat(database.count("select count(*) from mail where id > ?", last)).isPositive();
    }

    @Test
    void aMailServerThatFallsSilentHoldsNothingUpForever() throws InterruptedException {
        Mailbox mailbox = new Mailbox("stil@demo.klankbord.example");
        CountDownLatch taken = cluster.relay.swallowReceipts();
        String messageId = write(mailbox, 1).getFirst();
        assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();
        Eventually.within(LONG, "the sender to give up", () -> database.count("select attempts from mail where message_id = ?", messageId) == 1);
        cluster.relay.open();
        later(cluster.b(), () -> Eventually.within(LONG, "the mail sent", () -> waiting() == 0));
        // Nobody knew that the first had arrived: it came again, and shows itself as the same.
        assertThat(mailbox.copies()).containsOnlyKeys(messageId);
        assertThat(mailbox.copies().get(messageId)).isGreaterThan(1);
    }

    @Test
    void nothingIsLostUnderKillAndNothingMarkedSentIsSentAgain() throws InterruptedException {
        Mailbox mailbox = new Mailbox("last@demo.klankbord.example");
        List<String> written = new ArrayList<>();
        Map<String, Integer> marked = new HashMap<>();

        written.addAll(write(mailbox, 40));
        killAt(written, 10, mailbox, marked, cluster.a());
        // B is alone now, and A comes back beside it.
        written.addAll(write(mailbox, 40));
        cluster.heal();
        written.addAll(write(mailbox, 40));
        killAt(written, 90, mailbox, marked, cluster.b());
        Eventually.within(LONG, "what B left sent by A", () -> waiting() == 0);

        // Between the mail server's taking a mail and the mark, for certain; and nobody is left.
        CountDownLatch taken = cluster.relay.swallowReceipts();
        written.addAll(write(mailbox, 5));
        assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();
        killAt(written, 0, mailbox, marked, cluster.a());
        assertThat(waiting()).isEqualTo(5);
        cluster.relay.open();
        cluster.heal();
        Eventually.within(LONG, "all sent in the end", () -> waiting() == 0);

        Map<String, Integer> copies = mailbox.copies();
        assertThat(copies.keySet()).as("nothing lost, nothing unknown").containsExactlyInAnyOrderElementsOf(written);
        assertThat(marked).hasSizeGreaterThan(60);
        marked.forEach((messageId, before) -> assertThat(copies.get(messageId)).as("copies of %s, marked sent before a kill", messageId).isEqualTo(before));
        int twice = copies.values().stream().mapToInt(copy -> copy - 1).sum();
        int attempts = database.count("select sum(attempts) from mail where recipient = ?", mailbox.address());
        // One that is on its way per instance that dies.
        assertThat(twice).isBetween(1, 3 + attempts);
    }

    /** Kills once so many are marked sent; notes how often each of those had come by then. */
    private void killAt(List<String> written, int sent, Mailbox mailbox, Map<String, Integer> marked, Instance... killed) {
        Eventually.within(LONG, sent + " sent", () -> database.count("select count(*) from mail where recipient = ? and sent_at is not null", mailbox.address()) >= sent);
        for (Instance instance : killed) {
            instance.kill();
        }
        Map<String, String> sentNow = database.pairs("select message_id, sent_at from mail where recipient = ? and sent_at is not null", mailbox.address());
        Map<String, Integer> copies = mailbox.copies();
        sentNow.keySet().forEach(messageId -> marked.put(messageId, copies.get(messageId)));
        assertThat(sentNow.size()).as("the kill fell in the middle").isLessThan(written.size());
    }

    /** Rows as the application writes them; their Message-IDs. */
    private List<String> write(Mailbox mailbox, int mails) {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < mails; i++) {
            UUID id = Ids.next();
            String messageId = "<" + id + "@klankbord>";
            database.run("insert into mail (id, message_id, recipient, subject, body, created_at, next_attempt_at, attempts) values (?, ?, ?, 'Klankbord', 'Er is iets voor u', "
                    + "utc_timestamp(6), utc_timestamp(6), 0)", id.toString(), messageId, mailbox.address());
            written.add(messageId);
        }
        return written;
    }

    private Answer moveSession(Instance instance, String location) {
        Caller coordinator = Caller.as("coordinator");
        String dilemma = database.one("select id from dilemma where phase = 'REFLECTING' and host_municipality = 'GM0503'");
        Answer now = coordinator.get(instance, "/dilemmas/" + dilemma + "/session");
        return coordinator.put(instance, "/dilemmas/" + dilemma + "/session", now.header("ETag"), """
                {"startsAt": "%s", "endsAt": "%s", "location": "%s", "protocol": "consultancy"}""".formatted(now.json().get("startsAt").asText(), now.json().get("endsAt").asText(), location));
    }

    /** Lets an instance's clock run ahead of the time to the next attempt. */
    private void later(Instance instance, Runnable meanwhile) {
        Browser anyone = new Browser(instance);
        assertThat(anyone.json("PUT", "/dev/clock", "{\"now\": \"%s\"}".formatted(Instant.now().plusSeconds(120))).status()).isEqualTo(200);
        try {
            meanwhile.run();
        } finally {
            anyone.json("DELETE", "/dev/clock", null);
        }
    }

    private int waiting() {
        return database.count("select count(*) from mail where sent_at is null");
    }

    private String lastMail() {
        return database.one("select coalesce(max(id), '00000000-0000-0000-0000-000000000000') from mail");
    }
}
