// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as programs and cameras make them, with the name of their maker in every place that has one. */
final class Samples {
    static final String MAKER = "J. Jansen uit Delft";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private Samples() {}

    static byte[] docx() {
        return zip(word(WORD));
    }

    static Map<String, byte[]> word(String main) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", xml("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"" + main + "\"/>"
                + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
                + "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
                + "<Override PartName=\"/docProps/custom.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.custom-properties+xml\"/></Types>"));
        parts.put("word/document.xml", xml("<w:document>De tekst</w:document>"));
        parts.put("docProps/core.xml", xml("<cp:coreProperties><dc:creator>" + MAKER + "</dc:creator></cp:coreProperties>"));
        parts.put("docProps/app.xml", xml("<Properties><Company>" + MAKER + "</Company></Properties>"));
        parts.put("docProps/custom.xml", xml("<Properties>" + MAKER + "</Properties>"));
        parts.put("word/media/image1.jpeg", jpeg(1));
        return parts;
    }

    static Map<String, byte[]> openDocument() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", FileKind.ODT.mediaType().getBytes(StandardCharsets.US_ASCII));
        parts.put("content.xml", xml("<office:document-content>De tekst</office:document-content>"));
        parts.put("meta.xml", xml("<meta:initial-creator>" + MAKER + "</meta:initial-creator>"));
        parts.put("META-INF/manifest.xml", xml("<manifest:manifest/>"));
        return parts;
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setComment(MAKER);
                out.putNextEntry(entry);
                out.write(part.getValue());
                out.closeEntry();
            }
            out.setComment(MAKER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A package that lists one of its parts under more names, all at the same bytes. */
    static byte[] listedAgain(Map<String, byte[]> parts, String part, int times) {
        Map<String, byte[]> all = new LinkedHashMap<>(parts);
        for (int i = 0; i < times; i++) {
            all.put(part.replace(".", i + "."), new byte[0]);
        }
        byte[] zip = zip(all);
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int entry = bytes.getInt(zip.length - MAKER.length() - 22 + 16);
        int listed = 0;
        for (String name : all.keySet()) {
            if (name.equals(part)) {
                listed = entry;
            } else if (!parts.containsKey(name)) {
                // Its check, its two sizes and its place.
                for (int field : new int[] {16, 20, 24, 42}) {
                    bytes.putInt(entry + field, bytes.getInt(listed + field));
                }
            }
            entry += 46 + bytes.getShort(entry + 28) + bytes.getShort(entry + 30) + bytes.getShort(entry + 32);
        }
        return zip;
    }

    static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    /** @param orientation how the camera was held */
    static byte[] jpeg(int orientation) {
        byte[] plain = picture("jpg");
        byte[] maker = MAKER.getBytes(StandardCharsets.UTF_8);
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + maker.length).put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1)
                .putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0).put(maker);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(out, 0xe1, exif.array());
        segment(out, 0xe1, ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + MAKER).getBytes(StandardCharsets.UTF_8));
        segment(out, 0xed, ("Photoshop 3.0\0" + MAKER).getBytes(StandardCharsets.UTF_8));
        segment(out, 0xfe, maker);
        out.write(plain, 2, plain.length - 2);
        // A film that phones hide behind a photo.
        out.writeBytes(("film " + MAKER).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] bytes) {
        out.write(0xff);
        out.write(marker);
        out.write((bytes.length + 2) >> 8);
        out.write((bytes.length + 2) & 0xff);
        out.writeBytes(bytes);
    }

    static byte[] png() {
        byte[] plain = picture("png");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int headed = 8 + 4 + 4 + 13 + 4;
        out.write(plain, 0, headed);
        byte[] text = ("Author\0" + MAKER).getBytes(StandardCharsets.UTF_8);
        byte[] chunk = ByteBuffer.allocate(4 + text.length).put("tEXt".getBytes(StandardCharsets.US_ASCII)).put(text).array();
        CRC32 check = new CRC32();
        check.update(chunk);
        out.writeBytes(ByteBuffer.allocate(4 + chunk.length + 4).putInt(text.length).put(chunk).putInt((int) check.getValue()).array());
        out.write(plain, headed, plain.length - headed);
        out.writeBytes(("erachter " + MAKER).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    static BufferedImage image() {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().drawLine(0, 0, 39, 19);
        return image;
    }

    private static byte[] picture(String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] xml(String body) {
        return ("<?xml version=\"1.0\"?>" + body).getBytes(StandardCharsets.UTF_8);
    }
}
