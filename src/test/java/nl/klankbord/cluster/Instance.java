// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The packaged application as a process of its own, that a test can kill as a power cut would. */
final class Instance {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    // Ends the application with the test, even one that is killed: its input ends when this JVM does.
    private static final String GUARD = "trap '' INT HUP; read -r _; kill -9 $0";
    /** What this run has written; an earlier run's log is begun anew. */
    private static final Set<Path> LOGS = new HashSet<>();
    static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final int port;
    private final Path log;
    private final Process process;
    private Process guard;

    private Instance(int port, Path log, Process process) {
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /** Starts it on a free port, and comes back before it is ready. @param name of its log in target/cluster */
    static Instance start(String name, Map<String, String> environment) {
        try {
            int port = freePort();
            Path log = Files.createDirectories(JAR.getParent().resolveSibling("cluster")).resolve(name + ".log");
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m", "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-jar", JAR.getFileName().toString()));
            ProcessBuilder builder = new ProcessBuilder(command).directory(JAR.getParent().toFile()).redirectErrorStream(true)
                    .redirectOutput(LOGS.add(log) ? ProcessBuilder.Redirect.to(log.toFile()) : ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().keySet().removeIf(key -> key.startsWith("KLANKBORD_") || key.startsWith("QUARKUS_"));
            builder.environment().putAll(environment);
            builder.environment().put("KLANKBORD_PORT", String.valueOf(port));
            builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
            Instance instance = new Instance(port, log, builder.start());
            instance.guard = new ProcessBuilder("sh", "-c", GUARD, String.valueOf(instance.process.pid())).start();
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Instance awaitReady() {
        Eventually.within(Duration.ofSeconds(120), "ready: see " + log, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the application stopped while starting:\n" + log());
            }
            return ready();
        });
        return this;
    }

    private boolean ready() {
        try {
            return HTTP.send(HttpRequest.newBuilder(at("/q/health/ready")).timeout(Duration.ofSeconds(5)).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Kill -9: no shutdown hook runs, no transaction ends in order. */
    void kill() {
        guard.destroyForcibly();
        process.destroyForcibly();
        awaitEnd();
    }

    /** The exit status of an application that stops by itself. */
    int awaitEnd() {
        try {
            if (!process.waitFor(Duration.ofSeconds(60))) {
                throw new AssertionError("the application goes on:\n" + log());
            }
            guard.destroyForcibly();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
