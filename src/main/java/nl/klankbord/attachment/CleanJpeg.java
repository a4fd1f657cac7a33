// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Copies a photo without where, when and with what it was taken; what lies behind its end stays behind. The picture itself is not touched, and stays upright. */
final class CleanJpeg {
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int ORIENTATION = 0x0112;
    /** Version, density; what comes behind it is a small picture. */
    private static final int JFIF_LENGTH = 14;

    private CleanJpeg() {}

    static void copy(InputStream from, OutputStream to) throws IOException {
        DataInputStream in = new DataInputStream(from);
        DataOutputStream out = new DataOutputStream(to);
        if (in.readUnsignedShort() != (0xff00 | START)) {
            throw new UnfitFile(UnfitFile.UNREADABLE);
        }
        out.writeShort(0xff00 | START);
        boolean turned = false;
        for (int marker = marker(in); marker != END; ) {
            if (marker == 0x01 || marker >= 0xd0 && marker <= 0xd7) {
                out.writeShort(0xff00 | marker);
                marker = marker(in);
                continue;
            }
            byte[] segment = in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
            int orientation = turned || marker != 0xe1 ? 1 : orientation(segment);
            if (orientation > 1) {
                turned = true;
                write(out, 0xe1, exif(orientation));
            } else if (kept(marker, segment)) {
                write(out, marker, marker == 0xe0 ? withoutThumbnail(segment) : segment);
            }
            marker = marker == SCAN ? scan(in, out) : marker(in);
        }
        out.writeShort(0xff00 | END);
        out.flush();
    }

    private static int marker(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xff) {
            throw new UnfitFile(UnfitFile.UNREADABLE);
        }
        int marker;
        do {
            marker = in.readUnsignedByte();
        } while (marker == 0xff);
        if (marker == 0 || marker == START) {
            throw new UnfitFile(UnfitFile.UNREADABLE);
        }
        return marker;
    }

    /** Tables and the picture; of what applications add only what colours depend on. */
    private static boolean kept(int marker, byte[] segment) {
        return switch (marker) {
            case 0xe0 -> begins(segment, "JFIF\0") && segment.length >= JFIF_LENGTH;
            case 0xe2 -> begins(segment, "ICC_PROFILE\0");
            case 0xee -> begins(segment, "Adobe");
            default -> marker >= 0xc0 && marker <= 0xdf;
        };
    }

    private static byte[] withoutThumbnail(byte[] jfif) {
        byte[] kept = Arrays.copyOf(jfif, JFIF_LENGTH);
        kept[JFIF_LENGTH - 2] = 0;
        kept[JFIF_LENGTH - 1] = 0;
        return kept;
    }

    /** Copies the picture's bytes up to the next marker, and returns that. A file that stops here ends here. */
    private static int scan(DataInputStream in, DataOutputStream out) throws IOException {
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == 0xff) {
                int marker = in.read();
                while (marker == 0xff) {
                    marker = in.read();
                }
                if (marker < 0) {
                    return END;
                }
                if (marker != 0 && (marker < 0xd0 || marker > 0xd7)) {
                    return marker;
                }
                out.writeShort(0xff00 | marker);
            } else {
                out.write(next);
            }
        }
        return END;
    }

    private static void write(DataOutputStream out, int marker, byte[] segment) throws IOException {
        out.writeShort(0xff00 | marker);
        out.writeShort(segment.length + 2);
        out.write(segment);
    }

    private static boolean begins(byte[] segment, String with) {
        byte[] start = with.getBytes(StandardCharsets.US_ASCII);
        return segment.length >= start.length && Arrays.equals(segment, 0, start.length, start, 0, start.length);
    }

    /** How the camera was held, from 1 (upright) to 8. */
    private static int orientation(byte[] segment) {
        if (!begins(segment, "Exif\0\0")) {
            return 1;
        }
        try {
            ByteBuffer tiff = ByteBuffer.wrap(segment, 6, segment.length - 6).slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            for (int i = 0; i < Short.toUnsignedInt(tiff.getShort(directory)); i++) {
                int entry = directory + 2 + 12 * i;
                int value = Short.toUnsignedInt(tiff.getShort(entry + 8));
                if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                    return value >= 1 && value <= 8 ? value : 1;
                }
            }
        } catch (IndexOutOfBoundsException e) {
            // It says nothing that can be read.
            return 1;
        }
        return 1;
    }

    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(32).put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1)
                .putShort((short) ORIENTATION).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0).array();
    }
}
