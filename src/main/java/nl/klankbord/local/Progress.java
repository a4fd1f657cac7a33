// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.local;

/** Tells the console what is being done and how many seconds have passed. */
final class Progress {
    private final long began = System.nanoTime();

    void say(String line) {
        System.out.printf("[local %3d s] %s%n", seconds(), line);
    }

    long seconds() {
        return (System.nanoTime() - began) / 1_000_000_000;
    }

    /** A tenth of a second between two looks at something that is not ready yet. */
    void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
