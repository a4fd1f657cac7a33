// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Stands between the application and its mail server and fails as networks do: gone altogether, or silent just after the
 * mail server has taken a mail. Receipts come late, so that a kill falls between a mail and its mark more often.
 */
final class MailRelay {
    private static final Duration RECEIPT_DELAY = Duration.ofMillis(15);
    private final int server;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket listener;
    private volatile CountDownLatch swallowed;

    MailRelay(int server) {
        this.server = server;
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    synchronized void open() {
        swallowed = null;
        if (listener != null) {
            return;
        }
        try {
            listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress("127.0.0.1", port));
            ServerSocket accepting = listener;
            Thread.ofPlatform().daemon().start(() -> accept(accepting));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody answers any more, and what was going on breaks off. */
    synchronized void close() {
        close(listener);
        listener = null;
        open.forEach(MailRelay::close);
    }

    /** From now on the mail server's word that it has a mail does not reach its sender. The latch says that it has one. */
    CountDownLatch swallowReceipts() {
        CountDownLatch latch = new CountDownLatch(1);
        swallowed = latch;
        return latch;
    }

    private void accept(ServerSocket accepting) {
        try {
            while (true) {
                Socket sender = accepting.accept();
                Socket receiver = new Socket("127.0.0.1", server);
                open.add(sender);
                open.add(receiver);
                Thread.ofPlatform().daemon().start(() -> pass(sender, receiver, false));
                Thread.ofPlatform().daemon().start(() -> pass(receiver, sender, true));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            boolean mailOnItsWay = false;
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
                if (answers && mailOnItsWay && text.startsWith("250")) {
                    Thread.sleep(RECEIPT_DELAY);
                    CountDownLatch swallowing = swallowed;
                    if (swallowing != null) {
                        swallowing.countDown();
                        continue;
                    }
                }
                // 354: go ahead with the mail itself.
                mailOnItsWay = answers && text.contains("354 ");
                out.write(bytes, 0, length);
                out.flush();
            }
        } catch (IOException | InterruptedException e) {
            // One side has gone.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(AutoCloseable closed) {
        try {
            if (closed != null) {
                closed.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
