// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * A list as a form brings it: pasted in its field, or as a file that takes the place of what stood there. A file is looked at
 * first, always: nobody saves what she has not seen.
 *
 * @param problem code of what is wrong with the file, or null
 */
public record GivenList(String csv, boolean fromFile, String problem) {
    private static final int MOST = 1_048_576;
    /** What spreadsheets on Windows write when they do not write UTF-8. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    public static GivenList of(String pasted, FileUpload file) {
        if (file == null || file.size() == 0) {
            return new GivenList(pasted, false, null);
        }
        if (file.size() > MOST) {
            return wrong(pasted, "list-too-large");
        }
        try {
            String text = text(Files.readAllBytes(file.uploadedFile()));
            return text.indexOf('\0') < 0 ? new GivenList(text, true, null) : wrong(pasted, "no-text-file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GivenList wrong(String pasted, String code) {
        return new GivenList(pasted, true, code);
    }

    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }
}
