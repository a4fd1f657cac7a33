// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Json;

/** Dossiers as a file: for people a page each below one that says what is in it, for programs all of them as JSON, and a folder each with the files beside them. Its own name tells nothing. */
@ApplicationScoped
class RecordZip {
    @Inject
    RecordFinder records;
    @Inject
    RecordFiles files;
    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "record", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance index(List<Dossier> dossiers, List<String> programmes, Instant made);

        static native TemplateInstance dossier(Dossier dossier);
    }

    public Response of(Actor actor, String code, List<Dossier> dossiers) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("index.html", Templates.index(dossiers, dossiers.stream().map(Dossier::programme).distinct().toList(), clock.instant()).render());
        dossiers.forEach(dossier -> texts.put(dossier.getPage(), Templates.dossier(dossier).render()));
        texts.put("klankbord.json", Json.tree(dossiers).toPrettyString());
        StreamingOutput bytes = out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, String> text : texts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(text.getKey()));
                    zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
                }
                for (Dossier dossier : dossiers) {
                    put(zip, actor, code, dossier);
                }
            }
        };
        return Response.ok(bytes, "application/zip").header("Content-Disposition", "attachment; filename=\"klankbord-woo.zip\"").build();
    }

    private void put(ZipOutputStream zip, Actor actor, String code, Dossier dossier) throws IOException {
        for (Dossier.File file : dossier.files()) {
            zip.putNextEntry(new ZipEntry(file.path()));
            // Many files take a while: who administers no more gets no more.
            if (records.decide(actor, code).granted()) {
                files.write(code, file.id(), zip);
            }
        }
    }
}
