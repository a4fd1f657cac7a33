// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import java.security.SecureRandom;
import java.util.Base64;
import nl.klankbord.shared.Digest;

/** Words that nobody can guess, and the digest by which we know them again. */
final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secret() {}

    /** 256 random bits, fit for an address and a cookie. */
    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256 in hex; a secret this long needs no salt. */
    static String digest(String secret) {
        return Digest.of(secret);
    }
}
