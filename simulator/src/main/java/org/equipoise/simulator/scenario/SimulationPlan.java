package org.equipoise.simulator.scenario;

import org.jspecify.annotations.Nullable;

/**
 * How the trial is simulated.
 *
 * @param replicates simulated trials; with a target, the most that are run
 * @param seed names the random numbers
 * @param targetStandardError run until the Monte Carlo standard error of power is at most this
 * @param estimates whether each analysis estimates the hazard ratio
 */
@Doc("How the trial is simulated.")
public record SimulationPlan(
        @Doc("Simulated trials; with targetStandardError, the most that are run.")
        @Default("100000")
        @Range(atLeast = 1, atMost = 1_000_000_000)
        long replicates,

        @Doc("Names the random numbers: the same seed gives the same result, bit for bit.") @Default("20260101")
        long seed,

        @Doc("Run until the Monte Carlo standard error of power is at most this.")
        @Range(above = 0, below = 0.5)
        @Nullable
        Double targetStandardError,

        @Doc("cox: each analysis estimates the hazard ratio; none: it does not, which is faster.") @Default("cox")
        Estimates estimates) {

    /** What is estimated beside the test. */
    @Doc("cox: the hazard ratio by a Cox model; none: nothing.")
    public enum Estimates {
        /** The hazard ratio, by a Cox model with the arm as its covariate. */
        COX,
        /** Nothing. */
        NONE
    }

    /** Validates the numbers. */
    public SimulationPlan {
        Faults.of(SimulationPlan.class, replicates, seed, targetStandardError, estimates)
                .throwIfAny();
    }
}
