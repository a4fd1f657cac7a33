// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Signs people in. Built once per checkout for its file database, which saves most of every later start; each kind of run
 * has a home of its own with the built server linked in. The realm is imported when the home is new.
 */
record Keycloak(Place place, int port, int smtp, Progress progress) {

    void start(Consumer<Child> started) {
        Path built = built(started);
        Path home = place.data("keycloak");
        furnish(home, built);
        progress.say("starting Keycloak on port " + port);
        List<String> command = java(home, built);
        command.addAll(List.of("start", "--optimized", "--import-realm", "--cache=local", "--http-enabled=true",
                "--http-host=127.0.0.1", "--http-port=" + port, "--hostname=http://localhost:" + port));
        Child child = Child.start("Keycloak", place.log("keycloak"), place.thrownAway(home),
                Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin",
                        // Fills the place for it in the realm, whose mail goes to the same catcher.
                        "KLANKBORD_SMTP_PORT", String.valueOf(smtp)), command);
        started.accept(child);
        child.await(progress, this::answers);
        progress.say("Keycloak answers: signing in works");
    }

    boolean answers() {
        return Answers.http("http://localhost:" + port + "/realms/klankbord/.well-known/openid-configuration");
    }

    /** Where the built server is. Who needs it first builds it in a copy, so that an interruption leaves nothing half built. */
    private Path built(Consumer<Child> started) {
        Path plain = place.program(Place.KEYCLOAK);
        Path built = plain.resolveSibling(Place.KEYCLOAK + "-built");
        try (FileChannel file = place.lockFile("keycloak-build"); var _ = file.lock()) {
            if (Files.exists(built)) {
                return built;
            }
            progress.say("preparing Keycloak, only this once (20 to 60 s)");
            Path part = plain.resolveSibling(Place.KEYCLOAK + "-" + ProcessHandle.current().pid());
            link(plain, part, "providers", "themes", "lib/app", "lib/lib");
            copy(plain, part, "lib/quarkus-run.jar");
            for (String name : List.of("generated-bytecode.jar", "transformed-bytecode.jar", "quarkus-application.dat",
                    "build-system.properties")) {
                copy(plain, part, "lib/quarkus/" + name);
            }
            copy(plain, part, "conf/cache-ispn.xml");
            List<String> command = java(part, part);
            command.addAll(List.of("build", "--db=dev-file"));
            Child build = Child.start("Keycloak's build", place.log("keycloak-build"), null, Map.of(), command);
            started.accept(build);
            if (build.awaitEnd() != 0) {
                throw new Refused("Keycloak could not be prepared. See " + place.log("keycloak-build"));
            }
            return Files.move(part, built);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void furnish(Path home, Path built) {
        try (InputStream realm = Keycloak.class.getResourceAsStream("/local/klankbord-realm.json")) {
            Files.createDirectories(home.resolve("data/import"));
            Files.copy(realm, home.resolve("data/import/klankbord-realm.json"), StandardCopyOption.REPLACE_EXISTING);
            link(built, home, "conf", "providers", "themes", "lib");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> java(Path home, Path built) {
        List<String> command = new ArrayList<>(List.of(java(), "-Xms64m", "-Xmx512m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xlog:disable", "-XX:SharedArchiveFile=" + place.trace("keycloak.jsa")));
        if (!place.isTest() && home != built) {
            command.add("-XX:+AutoCreateSharedArchive");
        }
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Duser.language=en", "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED", "-cp", built.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void link(Path from, Path to, String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(to.resolve(name).getParent());
            Files.deleteIfExists(to.resolve(name));
            Files.createSymbolicLink(to.resolve(name), from.resolve(name));
        }
    }

    private static void copy(Path from, Path to, String name) throws IOException {
        Files.createDirectories(to.resolve(name).getParent());
        Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
