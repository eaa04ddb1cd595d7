package org.equipoise.simulator.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Merges the tallies of blocks in the order of blocks, in whatever order threads finish them. */
final class Gatherer {
    private final BlockTally total;
    private final Supplier<BlockTally> newTally;
    private final @Nullable BlockListener listener;
    private final Progress progress;
    private final Map<Long, BlockTally> waiting = new HashMap<>();
    private final Deque<BlockTally> spare = new ArrayDeque<>();
    private long next;
    private long planned;
    private boolean failed;

    Gatherer(Supplier<BlockTally> newTally, Progress progress, @Nullable BlockListener listener) {
        this.newTally = newTally;
        this.progress = progress;
        this.listener = listener;
        total = newTally.get();
    }

    /** Says how many replicates are to come, for the sake of the progress told. */
    synchronized void plan(long replicates) {
        planned = replicates;
    }

    /**
     * Takes in a block. With a listener, waits until the blocks before it have been taken in, so that the listener can
     * read it while it lasts.
     */
    void take(long index, Block block) throws InterruptedException {
        BlockTally tally = borrow();
        tally.read(block);
        deliver(index, tally, block);
    }

    private synchronized BlockTally borrow() {
        return spare.isEmpty() ? newTally.get() : spare.pop();
    }

    private synchronized void deliver(long index, BlockTally tally, Block block) throws InterruptedException {
        if (listener != null) {
            while (next != index && !failed) {
                wait();
            }
            if (failed) {
                return;
            }
            listener.accept(block);
        }
        waiting.put(index, tally);
        for (BlockTally ready = waiting.remove(next); ready != null; ready = waiting.remove(next)) {
            total.merge(ready);
            spare.push(ready);
            next++;
        }
        progress.update(total.stop.replicates(), planned);
        notifyAll();
    }

    /** Frees threads that wait for a block that will not come. */
    synchronized void fail() {
        failed = true;
        notifyAll();
    }

    /** The sum over all blocks; complete when no thread is at work. */
    synchronized BlockTally total() {
        return total;
    }
}
