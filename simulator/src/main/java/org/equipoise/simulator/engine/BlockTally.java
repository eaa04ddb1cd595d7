package org.equipoise.simulator.engine;

import java.util.Arrays;
import org.equipoise.simulator.engine.summary.Transfer;

/** Everything that is summed over a block, or over blocks in their order. */
final class BlockTally {
    final StopTally stop;
    final LookTally[] looks;

    BlockTally(int looks, int arms) {
        stop = new StopTally(arms - 1, looks);
        this.looks = new LookTally[looks];
        Arrays.setAll(this.looks, k -> new LookTally(arms));
    }

    /** Replaces the content by the sums over a scored block. */
    void read(Block block) {
        stop.read(block);
        for (int k = 0; k < looks.length; k++) {
            looks[k].read(block.look(k), block.size());
        }
    }

    void merge(BlockTally other) {
        stop.merge(other.stop);
        for (int k = 0; k < looks.length; k++) {
            looks[k].merge(other.looks[k]);
        }
    }

    void transfer(Transfer transfer) {
        stop.transfer(transfer);
        for (LookTally look : looks) {
            look.transfer(transfer);
        }
    }
}
