package org.equipoise.simulator.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.equipoise.simulator.engine.Progress;
import org.equipoise.simulator.engine.Replicator;
import org.equipoise.simulator.engine.Segment;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.sweep.store.KeptScenario;
import org.equipoise.simulator.sweep.store.NeededScenario;
import org.equipoise.simulator.sweep.store.ResultKeeper;
import org.jspecify.annotations.Nullable;

/**
 * Simulates what a sweep still needs. Threads take segments, whichever scenario they belong to, until none is left; the
 * calling thread hands over what is done, every other second and at the end.
 */
final class SweepRunner {
    private static final long PAUSE_NANOS = 1_500_000_000L;

    /** Keeping takes at most one part in so many of the time. */
    private static final long SHARE = 50;

    private final ResultKeeper keeper;
    private final int threadCount;
    private final BooleanSupplier cancelled;
    private final SegmentQueue queue;
    private final Queue<KeptScenario> complete = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CountDownLatch atWork;

    private SweepRunner(
            List<OngoingScenario> scenarios,
            long done,
            ResultKeeper keeper,
            int threadCount,
            BooleanSupplier cancelled,
            Progress progress) {
        this.keeper = keeper;
        this.threadCount = threadCount;
        this.cancelled = cancelled;
        queue = new SegmentQueue(scenarios, done, progress);
        atWork = new CountDownLatch(threadCount);
    }

    /**
     * Simulates until all is done, or until cancelled.
     *
     * @throws IllegalStateException when a thread fails; what was done before is kept
     * @throws org.equipoise.simulator.sweep.store.StoreFaultException when results cannot be kept
     */
    static void run(
            ReadSweep sweep, ResultKeeper keeper, int threadCount, BooleanSupplier cancelled, Progress progress) {
        List<OngoingScenario> scenarios = new ArrayList<>();
        long done = 0;
        for (NeededScenario needed : NeededScenario.of(sweep)) {
            String hash = needed.read().hash();
            var finished = keeper.finished().get(hash);
            if (finished == null) {
                scenarios.add(new OngoingScenario(needed, keeper.begun(hash)));
            } else {
                done += finished.replicates();
            }
        }
        if (!scenarios.isEmpty()) {
            new SweepRunner(scenarios, done, keeper, threadCount, cancelled, progress).run();
        }
    }

    private void run() {
        for (int t = 0; t < threadCount; t++) {
            Thread thread = new Thread(this::work, "equipoise-sweep");
            thread.setDaemon(true);
            thread.start();
        }
        try {
            long pause = PAUSE_NANOS;
            while (!atWork.await(pause, TimeUnit.NANOSECONDS)) {
                long start = System.nanoTime();
                keep();
                pause = Math.max(PAUSE_NANOS, SHARE * (System.nanoTime() - start));
            }
            keep();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for simulation threads", e);
        } finally {
            queue.stop();
        }
        Throwable fault = failure.get();
        if (fault != null) {
            throw new IllegalStateException("a simulation thread failed: " + fault, fault);
        }
    }

    /** Finished scenarios first: what is not among them and finishes meanwhile is left to the next time. */
    private void keep() {
        List<KeptScenario> batch = new ArrayList<>();
        for (KeptScenario next = complete.poll(); next != null; next = complete.poll()) {
            batch.add(next);
        }
        for (OngoingScenario each : queue.open()) {
            KeptScenario checkpoint = each.checkpoint();
            if (checkpoint != null) {
                batch.add(checkpoint);
            }
        }
        if (!batch.isEmpty()) {
            keeper.keep(batch);
        }
    }

    private @Nullable SegmentTask take() throws InterruptedException {
        if (cancelled.getAsBoolean()) {
            queue.stop();
        }
        return queue.take();
    }

    private void work() {
        try {
            @Nullable OngoingScenario current = null;
            @Nullable Replicator replicator = null;
            for (SegmentTask task = take(); task != null; task = take()) {
                ReadScenario read = task.scenario().read();
                if (replicator == null || current != task.scenario()) {
                    current = task.scenario();
                    replicator = new Replicator(read.scenario(), read.bounds());
                }
                Segment segment = Segment.simulate(replicator, read.scenario(), task.first(), task.replicates());
                KeptScenario finished = queue.finish(task, segment);
                if (finished != null) {
                    complete.add(finished);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            queue.stop();
        } finally {
            atWork.countDown();
        }
    }
}
