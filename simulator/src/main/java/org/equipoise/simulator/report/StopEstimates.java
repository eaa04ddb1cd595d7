package org.equipoise.simulator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.equipoise.simulator.analytic.ConstantHazardRatio;
import org.equipoise.simulator.analytic.StagewiseEstimates;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.engine.Block;
import org.equipoise.simulator.engine.BlockListener;
import org.equipoise.simulator.engine.EstimateQuality;
import org.equipoise.simulator.engine.EstimateTally;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.SimulationPlan;

/**
 * How good estimates are at the stop, for each comparison whose true hazard ratio is the same at all times; of others
 * there is no one truth.
 */
public final class StopEstimates implements BlockListener {
    /** Fewer replicates than this say little of bias. */
    private static final long FEWEST = 40;

    private final boolean underNull;
    private final List<Of> comparisons = new ArrayList<>();

    /** Of one comparison. */
    private record Of(String arm, boolean adjusted, EstimateTally tally) {}

    /**
     * One row of what was found.
     *
     * @param arm experimental
     * @param underNull whether the null hypothesis was simulated
     * @param adjusted whether estimates are adjusted for the looks before, by stagewise ordering; else Cox's
     * @param truth the log hazard ratio that was simulated
     * @param quality of the estimates
     */
    public record Row(String arm, boolean underNull, boolean adjusted, double truth, EstimateQuality quality) {}

    /**
     * Nothing yet of a scenario, which may assume the null hypothesis.
     *
     * @param bounds as planned
     */
    public StopEstimates(Scenario scenario, BoundPlan bounds, boolean underNull) {
        this.underNull = underNull;
        List<String> arms = scenario.experimentalArms();
        if (scenario.simulation().estimates() != SimulationPlan.Estimates.NONE) {
            int looks = scenario.analysis().looks().size();
            IntStream.range(0, arms.size())
                    .forEach(h -> ConstantHazardRatio.of(scenario, arms.get(h))
                            .ifPresent(ratio -> comparisons.add(
                                    new Of(arms.get(h), false, new EstimateTally(h, looks, Math.log(ratio))))));
        }
        if (!comparisons.isEmpty()) {
            StagewiseEstimates.of(scenario, bounds.comparison(0)).ifPresent(this::adjust);
        }
    }

    /** The one comparison there is, told also with another estimate: of all stops. */
    private void adjust(StagewiseEstimates stagewise) {
        Of cox = comparisons.get(0);
        EstimateTally.Estimator estimator = (look, estimate, error) -> {
            StagewiseEstimates.Adjusted made = stagewise.interpolated(look, estimate, error);
            return new EstimateTally.Limited(made.value(), made.low(), made.high());
        };
        comparisons.add(
                new Of(cox.arm(), true, new EstimateTally(0, 0, cox.tally().truth(), estimator)));
    }

    @Override
    public void accept(Block block) {
        comparisons.forEach(of -> of.tally().accept(block));
    }

    /** What was found, all stops of a comparison first, then those at each look in each way. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Of of : comparisons) {
            of.tally()
                    .qualities(FEWEST)
                    .forEach(quality -> rows.add(new Row(
                            of.arm(), underNull, of.adjusted(), of.tally().truth(), quality)));
        }
        return rows;
    }
}
