// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipException;
import nl.klankbord.shared.Outcome;

/** Looks at a file that came in: it is scanned where that can be, told by its content, and copied without what it tells about its maker. */
@ApplicationScoped
class Inspection {
    static final long LARGEST = 25L << 20;
    static final int MEGABYTES = (int) (LARGEST >> 20);
    /** The name of the field, in the form and in the API. */
    static final String FIELD = "file";
    private static final int AT_ONCE = 4;
    private static final long PDF = 0x255044462dL;
    private static final int ZIP = 0x504b0304;
    @Inject
    VirusScan scan;
    private final Semaphore turn = new Semaphore(AT_ONCE, true);

    /** The file to keep; whoever gets it closes it. */
    Outcome<CleanFile> of(Received file) {
        if (file == null || file.size() == 0) {
            return Outcome.invalid(FIELD, file == null ? "file-none" : "file-empty");
        }
        if (file.size() > LARGEST) {
            return Outcome.invalid(FIELD, "file-too-large", MEGABYTES);
        }
        turn.acquireUninterruptibly();
        try {
            return switch (scan.of(file.path())) {
                case INFECTED -> Outcome.invalid(FIELD, "file-infected");
                case UNREACHABLE -> Outcome.invalid(FIELD, "file-unscanned");
                case CLEAN, NOT_ASKED -> clean(file);
            };
        } finally {
            turn.release();
        }
    }

    private Outcome<CleanFile> clean(Received file) {
        Path copy = null;
        try {
            copy = Files.createTempFile("klankbord-", ".file");
            FileKind kind = copy(file, copy);
            long size = Files.size(copy);
            // What we pack ourselves may come out larger than it came in.
            return size > LARGEST ? refused(copy, "file-too-large", MEGABYTES) : Outcome.done(new CleanFile(kind, FileName.tidy(file.name(), kind), copy, size));
        } catch (UnfitFile e) {
            return refused(copy, e.code());
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // Says it is what it turns out not to be.
            return refused(copy, UnfitFile.UNREADABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome<CleanFile> refused(Path copy, String code, Object... details) {
        new CleanFile(null, null, copy, 0).close();
        return Outcome.invalid(FIELD, code, details);
    }

    /** Told by its first bytes, of a package by what is inside. */
    private static FileKind copy(Received file, Path copy) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path())); OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
            in.mark(Long.BYTES);
            ByteBuffer first = ByteBuffer.allocate(Long.BYTES).put(in.readNBytes(Long.BYTES)).rewind();
            in.reset();
            long start = first.getLong(0);
            if (start == CleanPng.SIGNATURE) {
                CleanPng.copy(in, out);
                return FileKind.PNG;
            }
            if (start >>> 40 == 0xffd8ffL) {
                CleanJpeg.copy(in, out);
                return FileKind.JPEG;
            }
            if (start >>> 24 == PDF) {
                in.transferTo(out);
                return FileKind.PDF;
            }
            if (start >>> 32 == ZIP) {
                try (CleanOffice office = CleanOffice.open(file.path())) {
                    office.copy(out);
                    return office.kind();
                }
            }
            return text(file, in, out);
        }
    }

    private static FileKind text(Received file, InputStream in, OutputStream out) throws IOException {
        try (InputStream whole = Files.newInputStream(file.path())) {
            if (!PlainText.is(whole)) {
                throw new UnfitFile(UnfitFile.KIND);
            }
        }
        in.transferTo(out);
        return FileName.extension(file.name()).toLowerCase(Locale.ROOT).equals("csv") ? FileKind.CSV : FileKind.TEXT;
    }
}
