// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A program that runs beside this one and never outlives it, not even when this one is killed. */
final class Child {
    // The shell reads a pipe that ends when we do, however we do, and then stops the program. Ctrl-C reaches the whole
    // process group; the program ignores it, so that the application can still say goodbye to its database.
    private static final String LEASH = """
            thrown_away=$1; shift
            trap '' INT HUP
            exec 3<&0
            "$@" </dev/null 3<&- & program=$!
            { cat <&3 >/dev/null; kill $program; } 2>/dev/null & leash=$!
            trap 'kill $program' TERM
            wait $program; status=$?
            while kill -0 $program 2>/dev/null; do wait $program; status=$?; done
            kill $leash 2>/dev/null
            [ -z "$thrown_away" ] || rm -rf "$thrown_away"
            exit $status
            """;

    private final String name;
    private final Path log;
    private final Process process;

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /** Starts a program; a directory to throw away is deleted once the program has stopped. */
    static Child start(String name, Path log, Path thrownAway, Map<String, String> environment, List<String> command) {
        String deleted = thrownAway == null ? "" : thrownAway.toString();
        List<String> leashed = new ArrayList<>(List.of("sh", "-c", LEASH, name, deleted));
        leashed.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(leashed).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            Child child = new Child(name, log, builder.start());
            child.hold();
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits until the program answers, and says so now and then. */
    void await(Progress progress, BooleanSupplier answers) {
        long began = progress.seconds();
        for (int tries = 1; !answers.getAsBoolean(); tries++) {
            if (!process.isAlive()) {
                throw new Refused(name + " did not start. Its last words are in " + log);
            }
            if (progress.seconds() - began > 300) {
                throw new Refused(name + " does not answer after five minutes. See " + log);
            }
            if (tries % 100 == 0) {
                progress.say("still waiting for " + name);
            }
            progress.pause();
        }
    }

    int awaitEnd() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        try (OutputStream leash = process.getOutputStream()) {
            leash.flush();
        } catch (IOException e) {
            process.destroy();
        }
        try {
            process.waitFor(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A pipe that nobody refers to is closed by the garbage collector: a live reload forgets us, this thread does not. */
    private void hold() {
        Thread.ofPlatform().daemon().name("local " + name).start(this::awaitEnd);
    }
}
