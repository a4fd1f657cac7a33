// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.klankbord.testsupport.Line;
import org.junit.jupiter.api.Test;

/** What can be seen of the source itself, not of the classes made from it. */
class SourceTest {
    private static final Path MAIN = Path.of("src/main/java/nl/klankbord");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final List<String> LINE = Line.PACKAGES;

    @Test
    void a_class_is_split_at_three_hundred_lines() throws IOException {
        assertThat(sources()).isNotEmpty().allSatisfy(file -> assertThat(Files.readAllLines(file)).as("%s", file).hasSizeLessThanOrEqualTo(300));
    }

    @Test
    void every_source_names_its_licence_first() throws IOException {
        List<Path> all = new ArrayList<>(sources());
        for (Path root : List.of(Path.of("src/test/java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
            }
        }
        assertThat(all).allSatisfy(file -> assertThat(Files.readAllLines(file).getFirst()).as("%s", file).isEqualTo("// SPDX-License-Identifier: EUPL-1.2"));
    }

    @Test
    void a_migration_is_named_by_the_time_it_was_written() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            // What runs before all of them, each time, has no place among them.
            List<String> names = files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("beforeMigrate.sql")).toList();
            assertThat(names).isNotEmpty().allMatch(name -> name.matches("V20\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])([01]\\d|2[0-3])[0-5]\\d[0-5]\\d__[a-z0-9_]+\\.sql"));
            assertThat(names.stream().map(name -> name.substring(0, 15))).doesNotHaveDuplicates();
        }
    }

    /** Queries reach across packages without the compiler seeing it. */
    @Test
    void a_query_names_only_entities_of_its_own_package_and_those_upstream() throws IOException {
        Map<String, String> entities = new HashMap<>();
        Pattern declared = Pattern.compile("(?s)@Entity\\b.*?\\bclass (\\w+)");
        for (Path file : sources()) {
            declared.matcher(Files.readString(file)).results().forEach(found -> entities.put(found.group(1), place(file)));
        }
        assertThat(entities).containsEntry("Dilemma", "dilemma").containsEntry("Municipality", "identity");
        Pattern named = Pattern.compile("(?:\\bfrom|\\bjoin|\\bupdate|,)\\s+([A-Z]\\w+)\\s+(?!as\\b)[a-z]\\w*");
        List<String> downstream = new ArrayList<>();
        for (Path file : sources()) {
            named.matcher(Files.readString(file)).results().map(found -> found.group(1)).filter(entities::containsKey)
                    .filter(entity -> LINE.indexOf(entities.get(entity)) > LINE.indexOf(place(file))).forEach(entity -> downstream.add(file.getFileName() + " asks for " + entity));
        }
        assertThat(downstream).isEmpty();
    }

    @Test
    void who_is_new_reads_of_every_package_in_the_order_of_the_line() throws IOException {
        List<String> told = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|").matcher(Files.readString(Path.of("CONTRIBUTING.md"))).results().map(found -> found.group(1)).toList();
        assertThat(told).isEqualTo(Stream.concat(LINE.stream(), Stream.of("local")).toList());
    }

    private static String place(Path file) {
        return MAIN.relativize(file.getParent()).toString().replace('/', '.');
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
