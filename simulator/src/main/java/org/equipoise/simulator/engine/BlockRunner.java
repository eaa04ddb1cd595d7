package org.equipoise.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Simulates blocks on several threads. Threads take blocks in order and finish what they have taken, so that what is
 * done is always the first so many replicates, without a gap.
 */
final class BlockRunner implements AutoCloseable {
    private final Gatherer gatherer;
    private final List<Worker> workers = new ArrayList<>();
    private final ExecutorService threads;
    private final AtomicLong nextBlock = new AtomicLong();
    private final BooleanSupplier cancelled;
    private final int blockSize;
    private volatile boolean failed;

    BlockRunner(
            Scenario scenario,
            BoundPlan bounds,
            int threadCount,
            BooleanSupplier cancelled,
            Progress progress,
            @Nullable BlockListener listener) {
        int looks = scenario.analysis().looks().size();
        int arms = scenario.arms().size();
        this.cancelled = cancelled;
        blockSize = Block.sizeFor(scenario.enrolment().patients());
        gatherer = new Gatherer(() -> new BlockTally(looks, arms), progress, listener);
        for (int t = 0; t < threadCount; t++) {
            workers.add(new Worker(new Replicator(scenario, bounds), new Sketches(looks, arms - 1)));
        }
        threads = Executors.newFixedThreadPool(threadCount, task -> {
            Thread thread = new Thread(task, "equipoise-simulation");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Goes on until so many replicates are done, or until cancelled. */
    void runUntil(long replicates) {
        gatherer.plan(replicates);
        List<Future<?>> running = new ArrayList<>();
        for (Worker worker : workers) {
            running.add(threads.submit(() -> work(worker, replicates)));
        }
        RuntimeException failure = null;
        for (Future<?> task : running) {
            try {
                task.get();
            } catch (ExecutionException e) {
                failure = new IllegalStateException("a simulation thread failed: " + e.getCause(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure = new IllegalStateException("interrupted while waiting for simulation threads", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void work(Worker worker, long replicates) {
        long blocks = (replicates + blockSize - 1) / blockSize;
        try {
            while (!failed && !cancelled.getAsBoolean()) {
                long index = nextBlock.getAndUpdate(b -> b < blocks ? b + 1 : b);
                if (index >= blocks) {
                    return;
                }
                long first = index * blockSize;
                Block block = worker.replicator.simulate(first, (int) Math.min(blockSize, replicates - first));
                worker.sketches.add(block);
                gatherer.take(index, block);
            }
        } catch (InterruptedException e) {
            fail();
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            fail();
            throw e;
        }
    }

    /** One thread cannot go on, so the others need not. */
    private void fail() {
        failed = true;
        gatherer.fail();
    }

    BlockTally tally() {
        return gatherer.total();
    }

    /** The sketches of all threads together; counts are whole numbers, so who counted what does not show. */
    Sketches sketches(int looks, int comparisons) {
        Sketches sum = new Sketches(looks, comparisons);
        workers.forEach(worker -> sum.merge(worker.sketches));
        return sum;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private record Worker(Replicator replicator, Sketches sketches) {}
}
