// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where the services of one kind of run (dev or test) keep their data, logs and traces: in {@code .services} of this
 * checkout, beside the programs that Maven unpacked there.
 */
record Place(Path services, String run) {
    // The same versions as in pom.xml; a test keeps them equal.
    static final String MARIADB = "mariadb-11.4.5";
    static final String KEYCLOAK = "keycloak-26.7.3";
    static final String GREENMAIL = "greenmail-standalone-2.1.13.jar";
    private static final String TEST = "test";

    /** Tests may run in several processes beside each other: each has data of its own. */
    static Place ofTests() {
        return of(TEST + System.getProperty("klankbord.fork", ""));
    }

    static Place of(String run) {
        return new Place(Path.of(System.getProperty("klankbord.services", ".services")).toAbsolutePath().normalize(), run);
    }

    boolean isTest() {
        return run.startsWith(TEST);
    }

    /** Refuses when Maven has not unpacked the programs here. */
    void check() {
        for (String program : new String[] {MARIADB, KEYCLOAK, GREENMAIL}) {
            if (!Files.exists(services.resolve(program))) {
                throw new Refused(services.resolve(program) + " is missing. Start from the checkout, after: "
                        + "rm -rf .services && ./mvnw generate-resources");
            }
        }
    }

    Path program(String name) {
        return services.resolve(name);
    }

    Path data(String service) {
        return made(services.resolve("data").resolve(run)).resolve(service);
    }

    Path log(String service) {
        return made(services.resolve("log")).resolve(run + "-" + service + ".log");
    }

    Path trace(String name) {
        return made(services.resolve("run")).resolve(name);
    }

    FileChannel lockFile(String name) throws IOException {
        return FileChannel.open(trace(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Test data is thrown away when its service stops; data of people never is. */
    Path thrownAway(Path data) {
        return isTest() ? data : null;
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
