package org.equipoise.simulator.engine;

import java.util.Arrays;
import org.equipoise.simulator.engine.summary.Transfer;

/**
 * What is kept of single replicates: whether each rejects, and means at the stop over batches of {@value #BATCH}.
 *
 * <p>Scenarios that share a seed share their luck, so their replicates can be compared pair by pair. The first
 * {@value #MOST} replicates tell how closely two scenarios go together; later ones are not kept.
 */
public final class ReplicateTrace {
    /** Most replicates that are kept. */
    public static final int MOST = 1 << 20;

    /** Replicates of a batch. */
    public static final int BATCH = Block.SIZE;

    private static final StopQuantity[] QUANTITIES = StopQuantity.values();

    private long[] rejects = new long[BATCH / Long.SIZE];
    private double[] stopped = new double[1];
    private double[][] sums = new double[QUANTITIES.length][1];
    private int replicates;

    /** How many replicates are kept: the first so many. */
    public int replicates() {
        return replicates;
    }

    /** Whether a replicate (from 0) rejects any null hypothesis at any look. */
    public boolean rejects(int replicate) {
        if (replicate < 0 || replicate >= replicates) {
            throw new IndexOutOfBoundsException("replicate " + replicate + " of " + replicates);
        }
        return ((rejects[replicate >> 6] >>> replicate) & 1) == 1;
    }

    /** How many batches there are; the last one may not be whole. */
    public int batches() {
        return (replicates + BATCH - 1) / BATCH;
    }

    /** Replicates of a batch (from 0) that reach a look at which they stop. */
    public double stopped(int batch) {
        return stopped[batch];
    }

    /** Mean over the replicates of a batch (from 0) that stop; NaN when none does. */
    public double mean(StopQuantity quantity, int batch) {
        return sums[quantity.ordinal()][batch] / stopped[batch];
    }

    /**
     * Takes in the next block.
     *
     * @param bits whether replicates reject, one bit each
     * @param from the bit of the block's first replicate
     */
    void add(StopTally block, long[] bits, int from) {
        int size = (int) Math.min(block.replicates(), MOST - replicates);
        if (size == 0) {
            return;
        }
        int batch = replicates / BATCH;
        reserve(replicates + size);
        for (int i = 0; i < size; i++) {
            long bit = (bits[(from + i) >> 6] >>> (from + i)) & 1;
            rejects[(replicates + i) >> 6] |= bit << (replicates + i);
        }
        stopped[batch] += block.duration.count();
        for (StopQuantity quantity : QUANTITIES) {
            if (block.duration.count() > 0) {
                sums[quantity.ordinal()][batch] +=
                        quantity.of(block).mean() * quantity.of(block).count();
            }
        }
        replicates += size;
    }

    private void reserve(int number) {
        int batches = (number + BATCH - 1) / BATCH;
        if (batches > stopped.length) {
            int room = Math.max(batches, 2 * stopped.length);
            rejects = Arrays.copyOf(rejects, room * BATCH / Long.SIZE);
            stopped = Arrays.copyOf(stopped, room);
            for (int q = 0; q < sums.length; q++) {
                sums[q] = Arrays.copyOf(sums[q], room);
            }
        }
    }

    void transfer(Transfer transfer) {
        long number = transfer.pass((long) replicates);
        if (number < 0 || number > MOST) {
            throw new IllegalArgumentException("it traces an impossible number of replicates");
        }
        replicates = (int) number;
        reserve(replicates);
        for (int w = 0; w < (replicates + Long.SIZE - 1) / Long.SIZE; w++) {
            rejects[w] = transfer.bits(rejects[w]);
        }
        for (int batch = 0; batch < batches(); batch++) {
            stopped[batch] = transfer.pass(stopped[batch]);
            for (double[] column : sums) {
                column[batch] = transfer.pass(column[batch]);
            }
        }
    }
}
