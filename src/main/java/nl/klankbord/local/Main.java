// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.local;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Where the program begins. With {@code -Dklankbord.local=true} it brings its own database, Keycloak and mail catcher. */
@QuarkusMain
public class Main {
    private static final List<String> SECRETS = List.of("KLANKBORD_DB_USER", "KLANKBORD_DB_PASSWORD", "KLANKBORD_OIDC_CLIENT_SECRET", "KLANKBORD_COOKIE_SECRET");
    private static final int SHORTEST = 32;

    public static void main(String... args) {
        try {
            if (Boolean.getBoolean("klankbord.local")) {
                startLocalServices();
            } else {
                checkSecrets();
            }
        } catch (Refused e) {
            System.err.println("\nKlankbord did not start. " + e.getMessage() + "\n");
            System.exit(1);
        }
        Quarkus.run(args);
    }

    /** Left out, each would be empty or made up by each instance for itself; people would find out, one sign-in at a time. */
    private static void checkSecrets() {
        for (String variable : SECRETS) {
            if (System.getenv(variable) == null || System.getenv(variable).isBlank()) {
                throw new Refused(variable + " is not set. See deploy/README.md.");
            }
        }
        if (System.getenv("KLANKBORD_COOKIE_SECRET").length() < SHORTEST) {
            throw new Refused("KLANKBORD_COOKIE_SECRET has fewer than " + SHORTEST + " characters. See deploy/README.md.");
        }
    }

    private static void startLocalServices() {
        LocalStack stack = LocalStack.forPeople(appPort());
        stack.ports().config().forEach(Main::setUnlessSet);
        setUnlessSet("klankbord.cookie-secret", stack.secret("cookie"));
        // Demo people have passwords anyone can guess: only this machine may call.
        setUnlessSet("quarkus.http.host", "127.0.0.1");
        if (stack.isNew()) {
            if (Boolean.getBoolean("klankbord.local.stop-with-parent")) {
                // Development runs in a process of its own below Maven; without Maven nobody could stop it by Ctrl-C.
                ProcessHandle.current().parent().ifPresent(maven -> maven.onExit().thenRun(() -> System.exit(0)));
            }
            new Banner(stack, appPort()).printWhenReady();
        }
    }

    private static void setUnlessSet(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }

    private static int appPort() {
        String fromEnvironment = System.getenv().getOrDefault("KLANKBORD_PORT", "8080");
        return Integer.parseInt(System.getProperty("quarkus.http.port", fromEnvironment));
    }
}
