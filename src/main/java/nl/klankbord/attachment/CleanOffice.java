// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A document of an office program: a package of parts, copied without those that say who made it, on what and when. Macros do not come in. */
final class CleanOffice implements AutoCloseable {
    /** Unpacked, all parts together: more is no document but a trap. */
    static final long MOST_UNPACKED = 300L << 20;
    private static final int MOST_PARTS = 10_000;
    private static final int LONGEST_LIST = 1 << 20;
    private static final int LARGEST_PICTURE = 25 << 20;
    private static final String TYPES = "[Content_Types].xml";
    private static final String MIMETYPE = "mimetype";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String OOXML = "http://schemas.openxmlformats.org/";
    /** Empty ones, by what a part is: who made it, the program and its owner, own fields, the people who wrote in it. */
    private static final Map<String, String> EMPTY = Map.of(
            "application/vnd.openxmlformats-package.core-properties+xml", "<cp:coreProperties xmlns:cp=\"" + OOXML + "package/2006/metadata/core-properties\"/>",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml", "<Properties xmlns=\"" + OOXML + "officeDocument/2006/extended-properties\"/>",
            "application/vnd.openxmlformats-officedocument.custom-properties+xml", "<Properties xmlns=\"" + OOXML + "officeDocument/2006/custom-properties\"/>",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml", "<w15:people xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"/>");
    private static final String EMPTY_META = "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:version=\"1.3\"><office:meta/></office:document-meta>";
    private static final List<FileKind> OPEN_DOCUMENTS = List.of(FileKind.ODT, FileKind.ODS, FileKind.ODP);

    private final ZipFile parts;
    private final FileKind kind;
    private final ContentTypes types;
    private long left = MOST_UNPACKED;

    private CleanOffice(ZipFile parts) throws IOException {
        this.parts = parts;
        if (parts.size() > MOST_PARTS) {
            throw new UnfitFile(UnfitFile.UNREADABLE);
        }
        this.types = parts.getEntry(TYPES) == null ? null : ContentTypes.read(list(TYPES));
        this.kind = types != null ? types.kind() : parts.getEntry(MIMETYPE) != null ? openDocument() : null;
        if (kind == null) {
            throw new UnfitFile(UnfitFile.KIND);
        }
        for (ZipEntry part : parts.stream().toList()) {
            if (part.getName().matches("(?i).*vbaproject\\.bin|(Basic|Scripts)/.+")) {
                throw new UnfitFile(UnfitFile.MACROS);
            }
        }
    }

    static CleanOffice open(Path file) throws IOException {
        ZipFile parts = new ZipFile(file.toFile());
        try {
            return new CleanOffice(parts);
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    FileKind kind() {
        return kind;
    }

    private FileKind openDocument() throws IOException {
        String mediaType = new String(list(MIMETYPE), StandardCharsets.US_ASCII).strip();
        ZipEntry manifest = parts.getEntry("META-INF/manifest.xml");
        if (manifest == null) {
            throw new UnfitFile(UnfitFile.UNREADABLE);
        }
        if (new String(list(manifest.getName()), StandardCharsets.UTF_8).contains("encryption-data")) {
            throw new UnfitFile(UnfitFile.LOCKED);
        }
        return OPEN_DOCUMENTS.stream().filter(one -> one.mediaType().equals(mediaType)).findFirst().orElse(null);
    }

    void copy(OutputStream to) throws IOException {
        ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(to));
        if (types == null) {
            // What it is stands first and not packed, so that it can be told from its first bytes.
            stored(out, MIMETYPE, kind.mediaType().getBytes(StandardCharsets.US_ASCII));
        }
        for (ZipEntry part : parts.stream().toList()) {
            boolean skipped = types == null && (part.getName().equals(MIMETYPE) || part.getName().endsWith("signatures.xml"));
            if (!skipped) {
                out.putNextEntry(untimed(part.getName()));
                if (!part.isDirectory()) {
                    write(part, out);
                }
                out.closeEntry();
            }
        }
        out.finish();
        out.flush();
    }

    private void write(ZipEntry part, OutputStream out) throws IOException {
        String empty = types != null ? EMPTY.get(types.of(part.getName())) : part.getName().equals("meta.xml") || part.getName().endsWith("/meta.xml") ? EMPTY_META : null;
        if (empty != null) {
            out.write((HEAD + empty).getBytes(StandardCharsets.UTF_8));
        } else if (part.getName().matches("(?i).*\\.(jpe?g|png)") && part.getSize() >= 0 && part.getSize() <= LARGEST_PICTURE) {
            out.write(picture(part));
        } else {
            try (InputStream in = parts.getInputStream(part)) {
                byte[] buffer = new byte[8192];
                for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                    take(read);
                    out.write(buffer, 0, read);
                }
            }
        }
    }

    /** A photo inside a document also knows where it was taken. One that we cannot read stays as it is. */
    private byte[] picture(ZipEntry part) throws IOException {
        byte[] bytes = bytes(part, LARGEST_PICTURE);
        ByteArrayOutputStream clean = new ByteArrayOutputStream(bytes.length);
        try {
            if (part.getName().toLowerCase(java.util.Locale.ROOT).endsWith("png")) {
                CleanPng.copy(new ByteArrayInputStream(bytes), clean);
            } else {
                CleanJpeg.copy(new ByteArrayInputStream(bytes), clean);
            }
            return clean.toByteArray();
        } catch (IOException e) {
            return bytes;
        }
    }

    private byte[] list(String name) throws IOException {
        return bytes(parts.getEntry(name), LONGEST_LIST);
    }

    private byte[] bytes(ZipEntry part, int most) throws IOException {
        try (InputStream in = parts.getInputStream(part)) {
            byte[] bytes = in.readNBytes(most + 1);
            take(bytes.length);
            if (bytes.length > most) {
                throw new UnfitFile(UnfitFile.UNREADABLE);
            }
            return bytes;
        }
    }

    private void take(long unpacked) throws UnfitFile {
        left -= unpacked;
        if (left < 0) {
            throw new UnfitFile(UnfitFile.UNREADABLE);
        }
    }

    private static void stored(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        CRC32 check = new CRC32();
        check.update(bytes);
        ZipEntry entry = untimed(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(check.getValue());
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }

    private static ZipEntry untimed(String name) throws UnfitFile {
        if (name.startsWith("/") || Arrays.asList(name.split("[/\\\\]")).contains("..")) {
            throw new UnfitFile(UnfitFile.UNREADABLE);
        }
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
        return entry;
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
