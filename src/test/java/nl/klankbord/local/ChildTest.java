// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
    @TempDir
    Path directory;

    @Test
    void diesWithItsParentHoweverThatDies() throws Exception {
        Process parent = new ProcessBuilder(Keycloak.java(), "-cp", System.getProperty("java.class.path"), Parent.class.getName(),
                directory.resolve("log").toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        long child = Long.parseLong(parent.inputReader().readLine());
        ProcessHandle handle = ProcessHandle.of(child).orElseThrow();

        parent.destroyForcibly();

        handle.onExit().get(10, TimeUnit.SECONDS);
        assertThat(handle.isAlive()).isFalse();
    }

    @Test
    void stopsWhenToldAndTakesItsDataAlong() throws Exception {
        Path data = Files.createDirectories(directory.resolve("data"));
        Child child = Child.start("sleeper", directory.resolve("log"), data, Map.of(), List.of("sleep", "100"));

        child.stop();

        assertThat(child.handle().isAlive()).isFalse();
        assertThat(data).doesNotExist();
    }

    @Test
    void saysWhereItsLastWordsAre() {
        Child child = Child.start("Rumpelstiltskin", directory.resolve("log"), null, Map.of(), List.of("sh", "-c", "echo no; exit 3"));

        assertThatThrownBy(() -> child.await(new Progress(), () -> false)).isInstanceOf(Refused.class)
                .hasMessageContaining("Rumpelstiltskin did not start").hasMessageContaining(directory.resolve("log").toString());
    }

    /** Starts a child, says its process number and waits to be killed. */
    static class Parent {
        public static void main(String[] args) throws InterruptedException {
            Child child = Child.start("sleeper", Path.of(args[0]), null, Map.of(), List.of("sleep", "100"));
            System.out.println(child.handle().pid());
            Thread.sleep(Duration.ofMinutes(1));
        }
    }
}
