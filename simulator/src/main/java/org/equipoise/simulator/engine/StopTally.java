package org.equipoise.simulator.engine;

import java.util.Arrays;
import org.equipoise.simulator.engine.summary.Moments;
import org.equipoise.simulator.engine.summary.Transfer;

/** Sums over replicates of decisions and of what holds when the trial stops; merges with that of other replicates. */
final class StopTally {
    /** By comparison and look: how often the null hypothesis is rejected there, for the first time. */
    final long[][] rejected;

    /** By comparison and look: how often the comparison stops there for futility. */
    final long[][] futile;

    /** By look: how often the first rejection of any comparison happens there. */
    final long[] anyRejected;

    /** By comparison: how often it is rejected at any look when stops for futility are overruled. */
    final long[] rejectedAnyway;

    /** How often any comparison is. */
    long anyRejectedAnyway;

    /** By look: how often the trial stops there without any rejection, every comparison being futile. */
    final long[] allFutile;

    final Moments duration = new Moments();
    final Moments enrolled = new Moments();
    final Moments dropouts = new Moments();
    final Moments events = new Moments();
    private static final StopQuantity[] QUANTITIES = StopQuantity.values();

    private long replicates;

    StopTally(int comparisons, int looks) {
        rejected = new long[comparisons][looks];
        futile = new long[comparisons][looks];
        anyRejected = new long[looks];
        rejectedAnyway = new long[comparisons];
        allFutile = new long[looks];
    }

    long replicates() {
        return replicates;
    }

    /** Replaces the content by the sums over a scored block. */
    void read(Block block) {
        clear();
        replicates = block.size();
        for (int i = 0; i < block.size(); i++) {
            count(block, i);
        }
        readAtStop(block);
    }

    private void clear() {
        for (int h = 0; h < rejected.length; h++) {
            Arrays.fill(rejected[h], 0);
            Arrays.fill(futile[h], 0);
        }
        Arrays.fill(anyRejected, 0);
        Arrays.fill(rejectedAnyway, 0);
        anyRejectedAnyway = 0;
        Arrays.fill(allFutile, 0);
    }

    private void count(Block block, int i) {
        int firstRejection = Integer.MAX_VALUE;
        boolean onlyFutile = true;
        boolean anyway = false;
        for (int h = 0; h < rejected.length; h++) {
            int at = block.decidedAt(h, i);
            Decision verdict = block.verdict(h, i);
            if (verdict == Decision.REJECT) {
                rejected[h][at]++;
                firstRejection = Math.min(firstRejection, at);
            } else if (verdict == Decision.FUTILE) {
                futile[h][at]++;
            }
            if (block.rejectsAnyway(h, i)) {
                rejectedAnyway[h]++;
                anyway = true;
            }
            onlyFutile &= verdict == Decision.FUTILE;
        }
        anyRejectedAnyway += anyway ? 1 : 0;
        if (firstRejection < Integer.MAX_VALUE) {
            anyRejected[firstRejection]++;
        } else if (onlyFutile) {
            allFutile[block.stoppedAt(i)]++;
        }
    }

    private void readAtStop(Block block) {
        double[] column = block.scratch;
        for (StopQuantity quantity : QUANTITIES) {
            for (int i = 0; i < block.size(); i++) {
                int at = block.stoppedAt(i);
                column[i] = at == Block.NEVER ? Double.NaN : quantity.of(block.look(at))[i];
            }
            quantity.of(this).read(column, block.size());
        }
    }

    void merge(StopTally other) {
        replicates += other.replicates;
        for (int h = 0; h < rejected.length; h++) {
            add(rejected[h], other.rejected[h]);
            add(futile[h], other.futile[h]);
        }
        add(anyRejected, other.anyRejected);
        add(rejectedAnyway, other.rejectedAnyway);
        anyRejectedAnyway += other.anyRejectedAnyway;
        add(allFutile, other.allFutile);
        duration.merge(other.duration);
        enrolled.merge(other.enrolled);
        dropouts.merge(other.dropouts);
        events.merge(other.events);
    }

    void transfer(Transfer transfer) {
        replicates = transfer.pass(replicates);
        for (int h = 0; h < rejected.length; h++) {
            transfer.pass(rejected[h]);
            transfer.pass(futile[h]);
        }
        transfer.pass(anyRejected);
        transfer.pass(rejectedAnyway);
        anyRejectedAnyway = transfer.pass(anyRejectedAnyway);
        transfer.pass(allFutile);
        for (StopQuantity quantity : QUANTITIES) {
            quantity.of(this).transfer(transfer);
        }
    }

    private static void add(long[] sums, long[] more) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += more[k];
        }
    }
}
