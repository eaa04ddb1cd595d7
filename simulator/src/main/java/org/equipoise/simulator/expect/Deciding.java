package org.equipoise.simulator.expect;

import java.util.List;
import java.util.function.Function;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.SimulationState;
import org.equipoise.simulator.scenario.Scenario;

/**
 * Goes on simulating until every expectation is decided: looks at the first replicates, at twice as many, and so on up
 * to a cap.
 *
 * <p>Who looks often and stops when pleased errs more often than each look says. So the limits of K looks have
 * confidence 1 − 0.05/K each (Bonferroni): whichever look ends the simulation, a wrong verdict comes at most as often
 * as from 95 % limits at one look, 2.5 % of the time on either side. This holds for each expectation by itself. A
 * figure that is just at its bound is never decided, but for such errors.
 */
public final class Deciding {
    private final long most;
    private final int looks;

    private Deciding(long most, int looks) {
        this.most = most;
        this.looks = looks;
    }

    /**
     * Looks at a scenario.
     *
     * @param most replicates, at least those that the scenario needs in any case
     */
    public static Deciding of(Scenario scenario, long most) {
        long first = SimulationState.leastReplicates(scenario);
        if (most < first) {
            throw new IllegalArgumentException(
                    "the cap of " + most + " is below the " + first + " replicates of the scenario");
        }
        int looks = 1;
        for (long n = first; n < most; n = 2 * n) {
            looks++;
        }
        return new Deciding(most, looks);
    }

    /** Most looks that it may take. */
    public int looks() {
        return looks;
    }

    /** Confidence level of the limits at each look. */
    public double level() {
        return 1 - (1 - ExpectationCheck.LEVEL) / looks;
    }

    /** Most replicates. */
    public long most() {
        return most;
    }

    /**
     * How many replicates there should be in all, for
     * {@link org.equipoise.simulator.engine.Simulation#withContinuation}.
     *
     * @param check what a result says of the expectations
     */
    public long next(SimulationResult result, Function<SimulationResult, List<CheckedExpectation>> check) {
        boolean open = check.apply(result).stream().anyMatch(each -> each.verdict() == Verdict.UNDECIDED);
        return open ? Math.min(most, 2 * result.replicates()) : result.replicates();
    }
}
