// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ports of the services on this machine. */
public record Ports(int database, int keycloak, int smtp, int mailApi) {
    /** The fixed ports that dev and a pilot use, so that people can note them down. */
    public static final Ports DEV = new Ports(33306, 8081, 33025, 33080);

    /** Four ports that nobody uses now, for a run beside other runs. */
    static Ports free() {
        try (ServerSocket a = new ServerSocket(0); ServerSocket b = new ServerSocket(0);
                ServerSocket c = new ServerSocket(0); ServerSocket d = new ServerSocket(0)) {
            return new Ports(a.getLocalPort(), b.getLocalPort(), c.getLocalPort(), d.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void refuseTaken() {
        refuseTaken("MariaDB", database);
        refuseTaken("Keycloak", keycloak);
        refuseTaken("the mail catcher", smtp);
        refuseTaken("the mail catcher", mailApi);
    }

    static void refuseTaken(String who, int port) {
        if (taken(port)) {
            throw new Refused("Port " + port + " is needed for " + who + " but another program uses it, perhaps Klankbord from "
                    + "another checkout. See which one: lsof -i :" + port + " (or: ss -ltnp). Stop it and run this again. "
                    + "Nothing was started.");
        }
    }

    /** What the application must know to find the services. */
    public Map<String, String> config() {
        Map<String, String> config = new LinkedHashMap<>();
        config.put("quarkus.datasource.jdbc.url", "jdbc:mariadb://127.0.0.1:" + database + "/klankbord");
        config.put("quarkus.datasource.username", "app");
        config.put("quarkus.datasource.password", "app");
        config.put("quarkus.oidc.auth-server-url", "http://localhost:" + keycloak + "/realms/klankbord");
        config.put("quarkus.oidc.credentials.secret", "klankbord-web-secret");
        config.put("klankbord.accounts.client-secret", "klankbord-accounts-secret");
        config.put("quarkus.mailer.host", "127.0.0.1");
        config.put("quarkus.mailer.port", String.valueOf(smtp));
        config.put("quarkus.mailer.mock", "false");
        config.put("klankbord.local.mail-api", "http://127.0.0.1:" + mailApi + "/api");
        return config;
    }

    private static boolean taken(int port) {
        // Asking for the port fails where it is taken on all addresses; a call finds who listens on one of them only.
        try (ServerSocket ours = new ServerSocket()) {
            ours.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            return true;
        }
        return listens("127.0.0.1", port) || listens("::1", port);
    }

    private static boolean listens(String address, int port) {
        try (Socket call = new Socket()) {
            call.connect(new InetSocketAddress(address, port), 300);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
