// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nl.klankbord.shared.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words that are spoken with clamd, and what comes of its answers. */
class VirusScanTest {
    @TempDir
    private Path place;

    record At(Optional<String> host, int port) implements ClamAv {}

    @Test
    void a_file_goes_in_pieces_with_their_length_in_front_and_comes_out_clean() throws Exception {
        byte[] bytes = "Regel met tekst\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
        try (Clamd clamd = new Clamd("stream: OK\0")) {
            assertThat(clamd.scan().of(file(bytes))).isEqualTo(VirusScan.Verdict.CLEAN);
            assertThat(clamd.received.get()).isEqualTo(bytes);
        }
    }

    @Test
    void an_infected_file_is_refused_and_not_looked_at_further() throws Exception {
        try (Clamd clamd = new Clamd("stream: Eicar-Test-Signature FOUND\0")) {
            assertThat(inspect(clamd.scan())).isEqualTo("file-infected");
        }
    }

    @Test
    void when_the_scanner_fails_or_is_away_nothing_comes_in_and_one_may_try_again() throws Exception {
        try (Clamd clamd = new Clamd("INSTREAM size limit exceeded. ERROR\0")) {
            assertThat(inspect(clamd.scan())).isEqualTo("file-unscanned");
        }
        try (Clamd clamd = new Clamd("")) {
            assertThat(inspect(clamd.scan())).isEqualTo("file-unscanned");
        }
        int free;
        try (ServerSocket gone = new ServerSocket(0)) {
            free = gone.getLocalPort();
        }
        assertThat(inspect(new VirusScan(new At(Optional.of("127.0.0.1"), free)))).isEqualTo("file-unscanned");
    }

    private String inspect(VirusScan scan) throws IOException {
        Inspection inspection = new Inspection();
        inspection.scan = scan;
        return ((Outcome.Invalid<CleanFile>) inspection.of(new Received("a.txt", file("tekst".getBytes()), 5))).errors().getFirst().code();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(place, "in", ""), bytes);
    }

    /** Speaks INSTREAM with one caller. */
    private static final class Clamd implements AutoCloseable {
        final CompletableFuture<byte[]> received = new CompletableFuture<>();
        private final ServerSocket door;

        Clamd(String answer) throws IOException {
            door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> {
                try (Socket caller = door.accept()) {
                    DataInputStream in = new DataInputStream(caller.getInputStream());
                    byte[] command = in.readNBytes(10);
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    for (int length = in.readInt(); length > 0; length = in.readInt()) {
                        bytes.writeBytes(in.readNBytes(length));
                    }
                    if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
                        throw new IOException("no command of ours");
                    }
                    caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                    received.complete(bytes.toByteArray());
                } catch (IOException e) {
                    received.completeExceptionally(e);
                }
            });
        }

        VirusScan scan() {
            return new VirusScan(new At(Optional.of("127.0.0.1"), door.getLocalPort()));
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
