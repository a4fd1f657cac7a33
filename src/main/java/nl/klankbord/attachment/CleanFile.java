// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file as it may be kept, in a place of its own that goes when it is closed. */
record CleanFile(FileKind kind, String name, Path path, long size) implements AutoCloseable {
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
