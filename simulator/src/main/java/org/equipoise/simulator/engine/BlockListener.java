package org.equipoise.simulator.engine;

/** Told of every block, in the order of replicates, by one thread at a time. */
@FunctionalInterface
public interface BlockListener {
    /**
     * A block has been simulated and scored.
     *
     * @param block to be read before returning; it is overwritten afterwards
     */
    void accept(Block block);
}
