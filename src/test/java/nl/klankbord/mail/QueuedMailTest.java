// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klankbord.shared.Texts;
import org.junit.jupiter.api.Test;

class QueuedMailTest {
    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

    @Test
    void a_letter_may_leave_at_once() {
        assertThat(mail()).extracting("nextAttemptAt", "attempts", "sentAt").containsExactly(NOW, 0, null);
    }

    @Test
    void after_a_failure_it_waits_twice_as_long_each_time_and_at_most_an_hour() {
        QueuedMail mail = mail();
        List<Duration> waits = new ArrayList<>();
        for (int attempt = 1; attempt <= 200; attempt++) {
            Instant now = NOW.plus(Duration.ofDays(attempt));
            mail.failed(now);
            waits.add(Duration.between(now, (Instant) org.assertj.core.util.introspection.FieldSupport.extraction().fieldValue("nextAttemptAt", Instant.class, mail)));
        }
        assertThat(waits).startsWith(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40), Duration.ofSeconds(80));
        for (int i = 1; i < waits.size(); i++) {
            Duration doubled = waits.get(i - 1).multipliedBy(2);
            assertThat(waits.get(i)).isEqualTo(doubled.compareTo(Duration.ofHours(1)) < 0 ? doubled : Duration.ofHours(1));
        }
    }

    @Test
    void every_attempt_carries_the_same_message_id() {
        QueuedMail mail = mail();
        String id = mail.messageId();
        mail.failed(NOW);
        mail.sent(NOW.plusSeconds(10));
        assertThat(mail.messageId()).isEqualTo(id).matches("<[0-9a-f-]{36}@klankbord>");
        assertThat(mail).extracting("sentAt").isEqualTo(NOW.plusSeconds(10));
        assertThat(mail().messageId()).isNotEqualTo(id);
    }

    private static QueuedMail mail() {
        Letter letter = new Letter("key", "noor@example.nl", Texts.locale("nl"), Letter.Kind.INVITATION, Map.of());
        return new QueuedMail(letter, new LetterText("Onderwerp", "Tekst\n"), NOW);
    }
}
