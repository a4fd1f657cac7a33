// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.klankbord.shared.Json;

/** Dossiers as a file: for people a page each, for programs all of them as JSON. Its names tell nothing. */
record RecordZip(List<Dossier> dossiers) {
    @CheckedTemplate(basePath = "record", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance dossier(Dossier dossier);
    }

    Response response() {
        return Response.ok(bytes()).type("application/zip").header("Content-Disposition", "attachment; filename=\"klankbord-woo.zip\"").build();
    }

    private byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Dossier dossier : dossiers) {
                put(zip, dossier.dilemmaId() + ".html", Templates.dossier(dossier).render());
            }
            put(zip, "klankbord.json", Json.tree(dossiers).toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
