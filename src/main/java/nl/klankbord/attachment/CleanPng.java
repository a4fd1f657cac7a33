// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Copies a picture without the texts, times and places that programs add to it, nor what lies behind its end. */
final class CleanPng {
    static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs");
    private static final int CHECK = 4;

    private CleanPng() {}

    static void copy(InputStream from, OutputStream to) throws IOException {
        DataInputStream in = new DataInputStream(from);
        DataOutputStream out = new DataOutputStream(to);
        if (in.readLong() != SIGNATURE) {
            throw new UnfitFile(UnfitFile.UNREADABLE);
        }
        out.writeLong(SIGNATURE);
        String type;
        do {
            int length = in.readInt();
            byte[] name = in.readNBytes(4);
            type = new String(name, StandardCharsets.US_ASCII);
            if (length < 0) {
                throw new UnfitFile(UnfitFile.UNREADABLE);
            }
            if (KEPT.contains(type)) {
                out.writeInt(length);
                out.write(name);
                pass(in, out, length + (long) CHECK);
            } else {
                in.skipNBytes(length + (long) CHECK);
            }
        } while (!type.equals("IEND"));
        out.flush();
    }

    private static void pass(DataInputStream in, DataOutputStream out, long length) throws IOException {
        byte[] buffer = new byte[8192];
        for (long left = length; left > 0; ) {
            int read = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
            if (read == 0) {
                throw new UnfitFile(UnfitFile.UNREADABLE);
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
