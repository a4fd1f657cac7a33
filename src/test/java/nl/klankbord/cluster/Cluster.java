// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.cluster;

import java.util.HashMap;
import java.util.Map;
import nl.klankbord.local.Ports;
import nl.klankbord.testsupport.LocalServices;

/** Two instances of the demo on one database, as behind one balancer, for all tests of this JVM. Their mail goes through a relay that can fail. */
final class Cluster {
    /** What people type; no instance listens there, the balancer does. */
    static final String PUBLIC_HOST = "localhost:8080";
    static final String SECRET = "the same on every instance, 0123456789";
    private static final Map<String, String> BEHIND_A_BALANCER = Map.of("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true", "QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED", "true",
            "QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST", "true");
    private static Cluster shared;

    final Database database = Database.empty("klankbord_cluster");
    final MailRelay relay = new MailRelay(LocalServices.ports().smtp());
    private final Instance[] instances = new Instance[2];

    /** Both instances, alive: one that a test killed is started again. */
    static synchronized Cluster up() {
        if (shared == null) {
            shared = new Cluster();
        }
        shared.relay.open();
        shared.heal();
        return shared;
    }

    private Cluster() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            for (Instance instance : instances) {
                instance.kill();
            }
        }));
    }

    /** Starts what does not run. */
    void heal() {
        for (int i = 0; i < instances.length; i++) {
            if (instances[i] == null || !instances[i].alive()) {
                instances[i] = start(i);
            }
        }
        for (Instance instance : instances) {
            instance.awaitReady();
        }
    }

    private Instance start(int number) {
        Map<String, String> environment = new HashMap<>(environment(database));
        environment.putAll(BEHIND_A_BALANCER);
        environment.put("KLANKBORD_DEMO", "true");
        environment.put("KLANKBORD_SMTP_PORT", String.valueOf(relay.port()));
        environment.put("KLANKBORD_JOBS_SEND_MAIL", "1s");
        environment.put("KLANKBORD_JOBS_MOVE_DILEMMAS", "1s");
        environment.put("KLANKBORD_JOBS_MOVE_ROUNDS", "1s");
        environment.put("QUARKUS_MAILER_TIMEOUT", "3s");
        return Instance.start("instance-" + "ab".charAt(number), environment);
    }

    Instance a() {
        return instances[0];
    }

    Instance b() {
        return instances[1];
    }

    /** What every installation has to give. */
    static Map<String, String> environment(Database database) {
        Ports ports = LocalServices.ports();
        return Map.of("KLANKBORD_DB_URL", database.url(), "KLANKBORD_DB_USER", "app", "KLANKBORD_DB_PASSWORD", "app",
                "KLANKBORD_OIDC_URL", "http://localhost:" + ports.keycloak() + "/realms/klankbord", "KLANKBORD_OIDC_CLIENT_SECRET", "klankbord-web-secret",
                "KLANKBORD_COOKIE_SECRET", SECRET, "KLANKBORD_BASE_URL", "http://" + PUBLIC_HOST,
                "KLANKBORD_SMTP_HOST", "127.0.0.1", "KLANKBORD_SMTP_PORT", String.valueOf(ports.smtp()));
    }
}
