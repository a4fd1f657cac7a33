// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The database, Keycloak and mail catcher of one run. They stop with the process that started them. Starting them again in
 * the same process, as a live reload does, finds them and goes on.
 */
public final class LocalStack {
    private final Place place;
    private final Progress progress = new Progress();
    private final List<Child> children = new CopyOnWriteArrayList<>();
    private final Claim claim;
    private CompletableFuture<Void> keycloak;

    private LocalStack(Place place) {
        this.place = place;
        this.claim = Claim.on(place);
    }

    /** For people: fixed ports, data that stays. Comes back when the database answers; Keycloak may take longer. */
    static LocalStack forPeople(int appPort) {
        return start(Place.of("dev"), Ports.DEV, appPort);
    }

    /** For tests: free ports, data that goes when the tests end. Comes back when everything answers. */
    public static LocalStack forTests() {
        LocalStack stack = start(Place.ofTests(), Ports.free(), 0);
        stack.awaitKeycloak();
        return stack;
    }

    private static LocalStack start(Place place, Ports ports, int appPort) {
        place.check();
        try (FileChannel file = place.lockFile(place.run()); var _ = file.lock()) {
            LocalStack stack = new LocalStack(place);
            if (stack.claim.isOurs()) {
                return stack;
            }
            if (appPort > 0 && !servesAlready()) {
                Ports.refuseTaken("the application", appPort);
            }
            stack.claim.passTo(ports, stack.progress);
            stack.startAll();
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After a first start that failed, dev mode itself holds the port to show the error, and starts us again. */
    private static boolean servesAlready() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().startsWith("vert.x-eventloop"));
    }

    private void startAll() throws IOException {
        Ports ports = ports();
        try {
            if (place.isTest()) {
                // What a killed run may have left behind.
                delete(place.data("mariadb"));
                delete(place.data("keycloak"));
            }
            keycloak = CompletableFuture.runAsync(() -> startKeycloak(ports),
                    run -> Thread.ofPlatform().daemon().name("local start of Keycloak").start(run));
            GreenMail mail = new GreenMail(place, ports.smtp(), ports.mailApi(), progress);
            Child catcher = mail.start(this::started);
            new MariaDb(place, ports.database(), progress).start(this::started);
            catcher.await(progress, mail::answers);
        } catch (RuntimeException | IOException e) {
            stop();
            throw e;
        }
    }

    private void startKeycloak(Ports ports) {
        try {
            new Keycloak(place, ports.keycloak(), ports.smtp(), progress).start(this::started);
        } catch (Refused e) {
            progress.say(e.getMessage());
            throw e;
        }
    }

    public Ports ports() {
        return claim.ports();
    }

    /** False when a live reload found services that ran already. */
    boolean isNew() {
        return keycloak != null;
    }

    boolean canSignIn() {
        return keycloak.isDone();
    }

    String secret(String purpose) {
        return new KeptSecret(place.data(purpose + "-secret")).text();
    }

    private void awaitKeycloak() {
        if (!isNew()) {
            return;
        }
        try {
            keycloak.join();
        } catch (CompletionException e) {
            stop();
            throw e.getCause() instanceof Refused refused ? refused : e;
        }
    }

    private void stop() {
        children.forEach(Child::stop);
        claim.drop();
    }

    private void started(Child child) {
        children.add(child);
        claim.add(child.handle());
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> paths = Files.walk(tree)) {
                for (Path path : paths.toList().reversed()) {
                    Files.delete(path);
                }
            }
        }
    }
}
