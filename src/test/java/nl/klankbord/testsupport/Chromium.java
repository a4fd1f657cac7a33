// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.testsupport;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine, for the browser tests. */
public final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
            "google-chrome-stable", "chrome");
    private static final List<String> MAC = List.of("/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private Chromium() {
    }

    /** Where it is, after installing it when that can be done without asking anyone. */
    public static synchronized Path path() {
        return found().or(Chromium::installed).orElseThrow(() -> new IllegalStateException(
                "The browser tests need Chromium. Install it (Debian, Ubuntu: sudo apt-get install chromium; Fedora: sudo dnf "
                        + "install chromium; macOS: brew install --cask chromium), and run this again."));
    }

    private static Optional<Path> found() {
        Stream<Path> onPath = Stream.of((System.getenv("PATH") + File.pathSeparator + "/usr/bin").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)));
        return Stream.concat(onPath, MAC.stream().map(Path::of)).filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> installed() {
        if (!System.getProperty("user.name").equals("root") || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        System.out.println("Installing Chromium for the browser tests (apt-get install chromium)");
        ProcessBuilder install = new ProcessBuilder("sh", "-c",
                "apt-get -q update && apt-get -q install -y --no-install-recommends chromium");
        install.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            install.inheritIO().start().waitFor();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return found();
    }
}
