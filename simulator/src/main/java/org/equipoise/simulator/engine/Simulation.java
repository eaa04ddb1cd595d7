package org.equipoise.simulator.engine;

import java.util.function.BooleanSupplier;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Simulates a scenario: {@code Simulation.of(scenario).run()}.
 *
 * <p>The result depends on the scenario alone, to the last bit: not on the number of threads, nor on the machine.
 * Immutable; each {@code with…} gives a changed copy.
 */
public final class Simulation {
    private final Scenario scenario;
    private final BoundPlan bounds;
    private final int threads;
    private final Progress progress;
    private final BooleanSupplier cancelled;
    private final @Nullable BlockListener listener;
    private final @Nullable Continuation continuation;

    private Simulation(
            Scenario scenario,
            BoundPlan bounds,
            int threads,
            Progress progress,
            BooleanSupplier cancelled,
            @Nullable BlockListener listener,
            @Nullable Continuation continuation) {
        this.scenario = scenario;
        this.bounds = bounds;
        this.threads = threads;
        this.progress = progress;
        this.cancelled = cancelled;
        this.listener = listener;
        this.continuation = continuation;
    }

    /** A simulation on all processors. */
    public static Simulation of(Scenario scenario) {
        return of(scenario, BoundPlan.of(scenario));
    }

    /**
     * A simulation on all processors with bounds that were planned before: for the same trial, or for its alternative
     * when the scenario is that under the null hypothesis.
     *
     * <p>Stops for futility are obeyed, so under the null hypothesis the power is the type I error of a trial that
     * obeys them. With bounds that do not bind, {@link SimulationResult#powerWithoutFutility} is the one that they keep
     * at α: of a trial that overrules them.
     *
     * @throws IllegalArgumentException when the endpoint is not a time to event
     */
    public static Simulation of(Scenario scenario, BoundPlan bounds) {
        if (!scenario.endpoint().isTimeToEvent()) {
            throw new IllegalArgumentException("binary and continuous endpoints are not simulated yet");
        }
        return new Simulation(
                scenario,
                bounds,
                Runtime.getRuntime().availableProcessors(),
                (done, planned) -> {},
                () -> false,
                null,
                null);
    }

    /** On so many threads, at least 1. */
    public Simulation withThreads(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("threads must be at least 1, was " + number);
        }
        return new Simulation(scenario, bounds, number, progress, cancelled, listener, continuation);
    }

    /** Tells how far it is. */
    public Simulation withProgress(Progress told) {
        return new Simulation(scenario, bounds, threads, told, cancelled, listener, continuation);
    }

    /** Stops soon after {@code stop} turns true, and tells of what has been done. It is asked often, by all threads. */
    public Simulation withCancellation(BooleanSupplier stop) {
        return new Simulation(scenario, bounds, threads, progress, stop, listener, continuation);
    }

    /** Hands over every block, in the order of replicates; to nobody when {@code told} is null. */
    public Simulation withBlocks(@Nullable BlockListener told) {
        return new Simulation(scenario, bounds, threads, progress, cancelled, told, continuation);
    }

    /**
     * Asks, whenever all planned replicates are done, whether there should be more. Replicates are then simulated in
     * whole blocks, the first ones too, so that the result is that of a scenario with as many replicates.
     */
    public Simulation withContinuation(@Nullable Continuation asked) {
        return new Simulation(scenario, bounds, threads, progress, cancelled, listener, asked);
    }

    /**
     * Simulates.
     *
     * @throws IllegalStateException when a thread fails
     */
    public SimulationResult run() {
        ReplicatePlan plan = new ReplicatePlan(scenario);
        try (BlockRunner runner = new BlockRunner(scenario, bounds, threads, cancelled, progress, listener)) {
            StopTally done = runner.tally().stop;
            long planned = 0;
            long next = plan.first();
            while (done.replicates() == planned && next > planned) {
                planned = continuation == null ? next : plan.inWholeBlocks(next);
                runner.runUntil(planned);
                next = plan.next(done);
                if (continuation != null && done.replicates() == planned && next <= planned) {
                    next = continuation.next(tell(runner, true));
                }
            }
            return tell(runner, done.replicates() == planned);
        }
    }

    private SimulationResult tell(BlockRunner runner, boolean complete) {
        int looks = scenario.analysis().looks().size();
        return ResultTeller.tell(
                scenario,
                runner.tally(),
                runner.sketches(looks, scenario.arms().size() - 1),
                bounds.comparison(0).mayOverruleFutility(),
                complete);
    }
}
