// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import java.nio.file.Path;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A file as it came in. @param name as its sender gave it */
record Received(String name, Path path, long size) {

    /** Null when no file was chosen: a browser then sends one without a name. */
    static Received of(FileUpload file) {
        return file == null || file.fileName() == null || file.fileName().isEmpty() && file.size() == 0 ? null : new Received(file.fileName(), file.uploadedFile(), file.size());
    }
}
