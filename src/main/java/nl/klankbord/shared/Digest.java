// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By which words are known again without being kept. */
public final class Digest {
    private Digest() {}

    /** SHA-256 in hex. */
    public static String of(String words) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
