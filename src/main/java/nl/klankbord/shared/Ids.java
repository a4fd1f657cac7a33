// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Identifiers: UUIDv7 (RFC 9562), so that ordering by id is ordering by creation. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    /** As if it had been made then. */
    public static UUID at(Instant moment) {
        return at(moment.toEpochMilli());
    }

    private static UUID at(long millis) {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        ByteBuffer bits = ByteBuffer.wrap(random);
        long high = millis << 16 | 0x7000 | bits.getShort() & 0x0fff;
        long low = bits.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** Those, with one that is none of them: a query can ask for the list though it is empty otherwise. */
    public static List<UUID> with(UUID none, Collection<UUID> ids) {
        return Stream.concat(Stream.of(none), ids.stream()).toList();
    }

    /** The id a path or field holds; empty when it is no id, which callers treat as absent. */
    public static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
