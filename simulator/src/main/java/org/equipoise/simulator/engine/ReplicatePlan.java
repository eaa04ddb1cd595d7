package org.equipoise.simulator.engine;

import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * How many replicates a scenario gets: a fixed number, or as many as a target error of power turns out to need. Decided
 * by the scenario and its first replicates alone, so that it does not matter who simulates them.
 */
final class ReplicatePlan {
    /** Replicates after which a scenario with a target error first looks how many it needs. */
    static final long PILOT = 40L * Block.SIZE;

    private final long most;
    private final @Nullable Double target;
    private final int blockSize;

    ReplicatePlan(Scenario scenario) {
        most = scenario.simulation().replicates();
        target = scenario.simulation().targetStandardError();
        blockSize = Block.sizeFor(scenario.enrolment().patients());
    }

    /** Replicates that are needed in any case. */
    long first() {
        return target == null ? most : Math.min(PILOT, most);
    }

    /**
     * How many are needed, as far as those done tell.
     *
     * @param done the sums over all that were planned so far
     * @return as many as were done when no more are needed
     */
    long next(StopTally done) {
        long planned = done.replicates();
        if (target == null || planned >= most) {
            return planned;
        }
        long needed = Precision.replicatesFor(target, done);
        return Math.max(planned, Math.min(inWholeBlocks(needed), most));
    }

    /** A number of replicates rounded up to whole blocks. */
    long inWholeBlocks(long replicates) {
        return (replicates + blockSize - 1) / blockSize * blockSize;
    }
}
