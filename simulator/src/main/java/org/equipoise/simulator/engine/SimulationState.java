package org.equipoise.simulator.engine;

import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.engine.summary.Transfer;
import org.equipoise.simulator.scenario.Scenario;

/**
 * What the first so many replicates of a scenario have shown. It grows by segments, can be written as bytes and read
 * back, and tells the same result, to the bit, as {@link Simulation} does for as many replicates: blocks are merged one
 * by one and in order, whoever simulated them, in however many processes. For one thread at a time.
 */
public final class SimulationState {
    private static final long FORMAT = 1;

    private final Scenario scenario;
    private final BoundPlan bounds;
    private final ReplicatePlan plan;
    private final BlockTally total;
    private final Sketches sketches;
    private final ReplicateTrace trace = new ReplicateTrace();
    private long planned;
    private boolean wholeBlocks;

    private SimulationState(Scenario scenario, BoundPlan bounds) {
        int looks = scenario.analysis().looks().size();
        int arms = scenario.arms().size();
        this.scenario = scenario;
        this.bounds = bounds;
        plan = new ReplicatePlan(scenario);
        total = new BlockTally(looks, arms);
        sketches = new Sketches(looks, arms - 1);
        planned = plan.first();
    }

    /** The state before the first replicate. */
    public static SimulationState start(Scenario scenario, BoundPlan bounds) {
        return new SimulationState(scenario, bounds);
    }

    /** Replicates that a scenario needs in any case; with a target error, they may ask for more. */
    public static long leastReplicates(Scenario scenario) {
        return new ReplicatePlan(scenario).first();
    }

    /**
     * Replicates that it needs in any case when it may go on afterwards: whole blocks.
     *
     * @see #inWholeBlocks
     */
    public static long leastReplicatesInWholeBlocks(Scenario scenario) {
        ReplicatePlan plan = new ReplicatePlan(scenario);
        return plan.inWholeBlocks(plan.first());
    }

    /**
     * Plans whole blocks, so that it can {@link #goOn} as if it had been planned longer from the start.
     *
     * @return this state, which is without replicates, or was planned so before it was written as bytes
     */
    public SimulationState inWholeBlocks() {
        wholeBlocks = true;
        planned = plan.inWholeBlocks(planned);
        return this;
    }

    /** Asks for so many replicates in all, rounded up to whole blocks. */
    public void goOn(long replicates) {
        if (!wholeBlocks) {
            throw new IllegalStateException("a state whose last block may not be whole cannot go on");
        }
        planned = Math.max(planned, plan.inWholeBlocks(replicates));
    }

    /** Replicates so far. */
    public long replicates() {
        return total.stop.replicates();
    }

    /** Replicates that are needed, as far as is known: with a target error, those so far may ask for more. */
    public long planned() {
        return planned;
    }

    /** Whether no more replicates are needed. */
    public boolean isComplete() {
        return replicates() == planned;
    }

    /**
     * Takes in the segment that follows.
     *
     * @throws IllegalArgumentException when it does not begin where this state ends, or goes beyond what is planned
     */
    public void add(Segment segment) {
        if (segment.first() != replicates() || segment.first() + segment.replicates() > planned) {
            throw new IllegalArgumentException("a segment of " + segment.replicates() + " replicates from "
                    + segment.first() + " on does not follow on " + replicates() + " of " + planned);
        }
        segment.addTo(total, sketches, trace);
        if (isComplete()) {
            long next = plan.next(total.stop);
            planned = wholeBlocks ? plan.inWholeBlocks(next) : next;
        }
    }

    /** What it tells. */
    public SimulationResult result() {
        return ResultTeller.tell(scenario, total, sketches, bounds.comparison(0).mayOverruleFutility(), isComplete());
    }

    /** What is kept of single replicates; a view. */
    public ReplicateTrace trace() {
        return trace;
    }

    /** The state as bytes, with a checksum at their end. */
    public byte[] toBytes() {
        StateWriter writer = new StateWriter();
        transfer(writer);
        return writer.finish();
    }

    /**
     * Reads a state back.
     *
     * @param scenario whose state it is
     * @throws IllegalArgumentException when the bytes are damaged, or not the state of such a scenario
     */
    public static SimulationState of(Scenario scenario, BoundPlan bounds, byte[] bytes) {
        SimulationState state = new SimulationState(scenario, bounds);
        StateReader reader = new StateReader(bytes);
        state.transfer(reader);
        reader.finish();
        return state;
    }

    /** Whether bytes have the checksum that {@link #toBytes} gave them. */
    public static boolean isIntact(byte[] bytes) {
        return StateReader.isIntact(bytes);
    }

    private void transfer(Transfer transfer) {
        expect(FORMAT, transfer, "format");
        expect(total.looks.length, transfer, "number of looks");
        expect(total.stop.rejected.length, transfer, "number of comparisons");
        planned = transfer.pass(planned);
        total.transfer(transfer);
        sketches.transfer(transfer);
        trace.transfer(transfer);
    }

    private static void expect(long value, Transfer transfer, String what) {
        long found = transfer.pass(value);
        if (found != value) {
            throw new IllegalArgumentException("its " + what + " is " + found + ", not " + value);
        }
    }
}
