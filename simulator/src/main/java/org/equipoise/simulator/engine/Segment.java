package org.equipoise.simulator.engine;

import org.equipoise.simulator.scenario.Scenario;

/**
 * Consecutive blocks of one scenario, simulated by one thread in one go: what is summed over each, one bit for each
 * replicate, and the distributions over all of them. Does not change any more.
 */
public final class Segment {
    private static final int MOST_BLOCKS = 64;

    /** Patients times looks that are the work of less than a tenth of a second. */
    private static final long MOST_WORK = 64L * Block.SIZE * 176;

    private final long first;
    private final int replicates;
    private final BlockTally[] tallies;
    private final long[] rejects;
    private final Sketches sketches;

    private Segment(Replicator replicator, Scenario scenario, long first, int replicates) {
        int looks = scenario.analysis().looks().size();
        int arms = scenario.arms().size();
        int blockSize = Block.sizeFor(scenario.enrolment().patients());
        this.first = first;
        this.replicates = replicates;
        tallies = new BlockTally[(replicates + blockSize - 1) / blockSize];
        rejects = new long[(replicates + Long.SIZE - 1) / Long.SIZE];
        sketches = new Sketches(looks, arms - 1);
        for (int b = 0; b < tallies.length; b++) {
            int done = b * blockSize;
            Block block = replicator.simulate(first + done, Math.min(blockSize, replicates - done));
            tallies[b] = new BlockTally(looks, arms);
            tallies[b].read(block);
            sketches.add(block);
            for (int i = 0; i < block.size(); i++) {
                rejects[(done + i) >> 6] |= (block.rejects(i) ? 1L : 0L) << (done + i);
            }
        }
    }

    /**
     * Simulates a segment.
     *
     * @param replicator of the scenario
     * @param first number of the first replicate, the first of a block
     * @param replicates whole blocks, unless they are the last of the scenario
     */
    public static Segment simulate(Replicator replicator, Scenario scenario, long first, int replicates) {
        return new Segment(replicator, scenario, first, replicates);
    }

    /** Replicates that make a segment of a scenario: whole blocks, fewer where replicates are much work. */
    public static int size(Scenario scenario) {
        int patients = scenario.enrolment().patients();
        int blockSize = Block.sizeFor(patients);
        long blocks = MOST_WORK / ((long) patients * scenario.analysis().looks().size() * blockSize);
        return blockSize * (int) Math.max(1, Math.min(MOST_BLOCKS, blocks));
    }

    /** Number of the first replicate. */
    public long first() {
        return first;
    }

    /** How many replicates it has. */
    public int replicates() {
        return replicates;
    }

    /** Adds all of it to sums over the replicates before, block by block. */
    void addTo(BlockTally total, Sketches all, ReplicateTrace trace) {
        int done = 0;
        for (BlockTally tally : tallies) {
            trace.add(tally.stop, rejects, done);
            total.merge(tally);
            done += (int) tally.stop.replicates();
        }
        all.merge(sketches);
    }
}
