// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.Multipart;
import nl.klankbord.testsupport.Routes;

/** A line of the matrix: a request, the phases it is about, and the status each role gets. */
record RouteRow(String method, String path, String body, Set<Phase> phases, Map<String, Integer> statuses) {
    private static final Path FILE = Path.of("src/test/resources/route-matrix.csv");
    private static final String NOBODY = "anonymous";
    /** Who of the fixture plays a role. */
    private static final Map<String, String> PLAYED_BY = Map.of(NOBODY, "", "stranger", "vreemd", "outside", "buiten", "invited", "peer3", "submitted", "peer1", "unsubmitted", "peer2",
            "host", "host", "coordinator", "coordinator", "facilitator", "facilitator", "administrator", "beheer");
    private static final String WITHOUT_RULES = "without-rules";
    /** Has no account; by her cookie she is known on the pages. */
    private static final String GUEST = "guest";

    static List<RouteRow> all() {
        try {
            List<String> lines = Files.readAllLines(FILE).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
            String[] roles = lines.getFirst().split(";");
            return lines.stream().skip(1).map(line -> read(roles, line.split(";"))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RouteRow read(String[] header, String[] cells) {
        if (cells.length != header.length) {
            throw new IllegalArgumentException("not " + header.length + " cells: " + String.join(";", cells));
        }
        Map<String, Integer> statuses = new LinkedHashMap<>();
        for (int i = 4; i < header.length; i++) {
            statuses.put(header[i], Integer.valueOf(cells[i]));
        }
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        Arrays.stream(cells[3].split(" ")).forEach(part -> {
            String[] ends = part.split("-");
            phases.addAll(EnumSet.range(Phase.valueOf(ends[0]), Phase.valueOf(ends[ends.length - 1])));
        });
        return new RouteRow(cells[0], cells[1], cells[2].equals("-") ? null : cells[2], phases, statuses);
    }

    String route() {
        return Routes.plain(method + " " + path.replaceAll("\\?.*", ""));
    }

    boolean page() {
        return !path.startsWith("/api/");
    }

    boolean bringsFile() {
        return method.equals("POST") && path.endsWith("/attachments");
    }

    boolean writes() {
        return !method.equals("GET");
    }

    /** @param guest where the guest came in */
    Answer ask(Fixture fixture, String role, Browserless guest) {
        return role.equals(GUEST) ? ask(fixture, Api.withCookiesOf(guest), guest) : askAs(fixture, role.equals(WITHOUT_RULES) ? "host-bestuur" : PLAYED_BY.get(role));
    }

    /** @param user nobody when empty */
    Answer askAs(Fixture fixture, String user) {
        return user.isEmpty() ? ask(fixture, Api.anonymous(), Browserless.anonymous()) : ask(fixture, Api.as(user), Browserless.as(user));
    }

    private Answer ask(Fixture fixture, Api api, Browserless browser) {
        String address = fixture.fill(path);
        String sent = body == null ? null : fixture.fill(body);
        if (bringsFile()) {
            return page() ? browser.upload(address, Multipart.of(sent)) : api.upload(address.substring("/api/v1".length()), Multipart.of(sent));
        }
        if (!page() || path.startsWith("/dev/")) {
            return api.send(method, address, sent);
        }
        return switch (method) {
            case "GET" -> browser.get(address);
            case "PUT" -> browser.put(address, fields(sent));
            default -> browser.post(address, fields(sent));
        };
    }

    private static String[] fields(String sent) {
        return sent == null ? new String[0] : Arrays.stream(sent.split("&")).flatMap(field -> Arrays.stream(field.split("=", 2))).toArray(String[]::new);
    }
}
