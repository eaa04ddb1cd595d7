package org.equipoise.simulator.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C, or a request to end: lets the command at work finish what it has begun and tell of it.
 *
 * <p>The JVM ends itself on such a signal as soon as its shutdown hooks have run. The hook here raises a flag, waits
 * for the command to come to its end, and ends the process with the command's own exit status.
 */
final class Interruption {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicInteger status = new AtomicInteger(ExitStatus.INTERRUPTED);
    private volatile boolean requested;
    private volatile boolean watching;

    /** Starts to listen; until then a signal ends the process at once. */
    void watch() {
        if (!watching) {
            watching = true;
            Runtime.getRuntime().addShutdownHook(new Thread(this::waitForTheEnd, "equipoise-interruption"));
        }
    }

    private void waitForTheEnd() {
        if (finished.getCount() == 0) {
            return;
        }
        request();
        try {
            if (finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(status.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the command at work to come to its end. */
    void request() {
        requested = true;
    }

    /** Whether the command at work is asked to come to its end. */
    boolean isRequested() {
        return requested;
    }

    /** The command has come to its end. */
    void finish(int exitStatus) {
        status.set(exitStatus);
        finished.countDown();
    }
}
