// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Who runs the services of this checkout: a file with the owner's process, its children and its ports. A process is named
 * by number and starting time together, since numbers come round again.
 */
final class Claim {
    private final Path file;
    private final Properties known = new Properties();

    private Claim(Path file) {
        this.file = file;
    }

    static Claim on(Place place) {
        Claim claim = new Claim(place.trace(place.run() + ".properties"));
        if (Files.exists(claim.file)) {
            try (Reader reader = Files.newBufferedReader(claim.file)) {
                claim.known.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return claim;
    }

    boolean isOurs() {
        return name(ProcessHandle.current()).equals(known.getProperty("owner"));
    }

    Ports ports() {
        return new Ports(port("database"), port("keycloak"), port("smtp"), port("mailApi"));
    }

    /** Refuses while the owner lives; waits for services whose owner has just gone. */
    void passTo(Ports ports, Progress progress) {
        String owner = known.getProperty("owner", "");
        for (int tries = 0; alive(owner) && tries < 50; tries++) {
            // One that was stopped just now may need a moment.
            progress.pause();
        }
        if (alive(owner)) {
            throw new Refused("Klankbord already runs from this checkout, as process " + owner.split("@")[0]
                    + ". Stop that one first. Nothing was started.");
        }
        for (int tries = 0; Stream.of(children()).anyMatch(Claim::alive); tries++) {
            if (tries % 50 == 0) {
                progress.say("waiting until the services of the previous run have stopped");
            }
            if (tries == 600) {
                throw new Refused("Services of the previous run do not stop: kill "
                        + String.join(" ", children()).replaceAll("@\\d+", ""));
            }
            progress.pause();
        }
        ports.refuseTaken();
        known.clear();
        known.setProperty("owner", name(ProcessHandle.current()));
        known.setProperty("database", String.valueOf(ports.database()));
        known.setProperty("keycloak", String.valueOf(ports.keycloak()));
        known.setProperty("smtp", String.valueOf(ports.smtp()));
        known.setProperty("mailApi", String.valueOf(ports.mailApi()));
        store();
    }

    synchronized void add(ProcessHandle child) {
        known.setProperty("children", (known.getProperty("children", "") + " " + name(child)).trim());
        store();
    }

    void drop() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String[] children() {
        return known.getProperty("children", "").split(" ");
    }

    private int port(String name) {
        return Integer.parseInt(known.getProperty(name));
    }

    private void store() {
        try (Writer writer = Files.newBufferedWriter(file)) {
            known.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean alive(String name) {
        return !name.isEmpty()
                && ProcessHandle.of(Long.parseLong(name.split("@")[0])).map(Claim::name).filter(name::equals).isPresent();
    }

    private static String name(ProcessHandle process) {
        return process.pid() + "@" + process.info().startInstant().map(start -> start.toEpochMilli()).orElse(0L);
    }
}
