// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Whether something on this machine answers already. */
final class Answers {
    private Answers() {
    }

    /** An open port is not enough: servers that greet (MariaDB, SMTP) do so only when they are ready. */
    static boolean greets(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            socket.setSoTimeout(2000);
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    static boolean http(String url) {
        try {
            HttpURLConnection call = (HttpURLConnection) URI.create(url).toURL().openConnection();
            call.setConnectTimeout(500);
            call.setReadTimeout(10_000);
            try {
                return call.getResponseCode() == 200;
            } finally {
                call.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
