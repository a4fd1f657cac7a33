// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.testsupport;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with a file, as a browser sends it. */
public final class Multipart {
    public static final String BOUNDARY = "grens-van-de-proef";
    static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public Multipart field(String name, String value) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
        return this;
    }

    /** @param filename as it goes between the quotes of the header */
    public Multipart file(String filename, byte[] bytes) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(bytes);
        write("\r\n");
        return this;
    }

    public Multipart file(String filename, String text) {
        return file(filename, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The matrix writes one field in each line: {@code name=value}, a file as {@code file=name:text}. */
    public static Multipart of(String lines) {
        Multipart form = new Multipart();
        for (String line : lines.split("&")) {
            String[] pair = line.split("=", 2);
            if (pair[0].equals("file")) {
                form.file(pair[1].split(":", 2)[0], pair[1].split(":", 2)[1]);
            } else {
                form.field(pair[0], pair[1]);
            }
        }
        return form;
    }

    Multipart and(Multipart more) {
        body.writeBytes(more.body.toByteArray());
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
