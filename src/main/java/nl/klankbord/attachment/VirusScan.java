// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/** Asks clamd about a file, by its own protocol (INSTREAM): pieces with their length in front, an empty one at the end. */
@ApplicationScoped
class VirusScan {
    private static final Logger LOG = Logger.getLogger(VirusScan.class);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 60_000;
    private static final int PIECE = 64 << 10;
    private static final int LONGEST_ANSWER = 4_096;
    private final ClamAv settings;

    enum Verdict { CLEAN, INFECTED, UNREACHABLE, NOT_ASKED }

    @Inject
    VirusScan(ClamAv settings) {
        this.settings = settings;
    }

    boolean asked() {
        return settings.host().isPresent();
    }

    Verdict of(Path file) {
        if (!asked()) {
            return Verdict.NOT_ASKED;
        }
        try (Socket clamd = new Socket()) {
            clamd.connect(new InetSocketAddress(settings.host().get(), settings.port()), CONNECT_MILLIS);
            clamd.setSoTimeout(ANSWER_MILLIS);
            send(file, clamd);
            String answer = new String(clamd.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII).replace("\0", "").strip();
            if (answer.endsWith(" OK")) {
                return Verdict.CLEAN;
            }
            if (answer.endsWith(" FOUND")) {
                return Verdict.INFECTED;
            }
            LOG.warnf("the virus scanner answered %s", answer);
        } catch (IOException e) {
            LOG.warnf("the virus scanner does not answer: %s", e.getClass().getName());
        }
        return Verdict.UNREACHABLE;
    }

    private static void send(Path file, Socket clamd) throws IOException {
        DataOutputStream out = new DataOutputStream(clamd.getOutputStream());
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read > 0; read = in.read(piece)) {
                out.writeInt(read);
                out.write(piece, 0, read);
            }
        }
        out.writeInt(0);
        out.flush();
    }
}
