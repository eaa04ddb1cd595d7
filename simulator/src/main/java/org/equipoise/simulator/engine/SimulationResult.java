package org.equipoise.simulator.engine;

import java.util.List;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * The operating characteristics of a scenario, with their Monte Carlo errors.
 *
 * @param scenario what was simulated
 * @param replicates how many trials were simulated
 * @param complete whether that is what was asked for; false after an interruption
 * @param stopping how often any null hypothesis is rejected; with one experimental arm, its own
 * @param duration calendar time at which the trial stops, over the replicates that reach a look at which they stop
 * @param enrolled patients by then
 * @param dropouts patients lost by then
 * @param eventsAtStop events by then
 * @param looks what each look shows
 * @param comparisons one for each experimental arm, in the order of the scenario
 */
public record SimulationResult(
        Scenario scenario,
        long replicates,
        boolean complete,
        Stopping stopping,
        Spread duration,
        Estimate enrolled,
        Estimate dropouts,
        Estimate eventsAtStop,
        List<LookResult> looks,
        List<ComparisonResult> comparisons) {
    /** Copies the lists. */
    public SimulationResult {
        looks = List.copyOf(looks);
        comparisons = List.copyOf(comparisons);
    }

    /** Probability of rejecting at any look; under the null hypothesis, the type I error. */
    public Estimate power() {
        return stopping.power();
    }

    /**
     * The same in a trial that overrules stops for futility; null where there are none, or they bind. Under the null
     * hypothesis it is the type I error that bounds which do not bind keep at α.
     */
    public @Nullable Estimate powerWithoutFutility() {
        return stopping.powerWithoutFutility();
    }
}
