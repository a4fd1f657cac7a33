// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import nl.klankbord.identity.Actor;

/** Hands out a file, as a file: a browser never opens it here. */
@ApplicationScoped
class Download {
    @Inject
    AttachmentFinder attachments;

    public Response of(Actor actor, AttachmentFinder.Shown file) {
        StreamingOutput bytes = out -> {
            int part = 0;
            for (Optional<byte[]> piece = attachments.part(actor, file.id(), part); piece.isPresent(); piece = attachments.part(actor, file.id(), ++part)) {
                out.write(piece.get());
            }
        };
        return Response.ok(bytes, file.kind().mediaType()).header(HttpHeaders.CONTENT_LENGTH, file.size()).header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(file.name()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox").build();
    }
}
