package org.equipoise.simulator.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.engine.summary.Moments;
import org.equipoise.simulator.engine.summary.QuantileSketch;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.SimulationPlan;

/** Turns sums and sketches into estimates. */
final class ResultTeller {
    private static final double[] PROBABILITIES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private ResultTeller() {}

    /** @param overruled whether to tell what trials show that overrule stops for futility */
    static SimulationResult tell(
            Scenario scenario, BlockTally tally, Sketches sketches, boolean overruled, boolean complete) {
        StopTally stop = tally.stop;
        long n = stop.replicates();
        return new SimulationResult(
                scenario,
                n,
                complete,
                Stopping.of(stop.anyRejected, stop.allFutile, overruled ? stop.anyRejectedAnyway : -1, n),
                new Spread(stop.duration.estimate(), stop.duration.sd(), List.of()),
                stop.enrolled.estimate(),
                stop.dropouts.estimate(),
                stop.events.estimate(),
                looks(scenario, tally, sketches, n),
                comparisons(scenario, tally, sketches, overruled, n));
    }

    private static List<LookResult> looks(Scenario scenario, BlockTally tally, Sketches sketches, long n) {
        List<String> arms = scenario.armsControlFirst();
        List<LookResult> results = new ArrayList<>();
        for (int k = 0; k < tally.looks.length; k++) {
            LookTally look = tally.looks[k];
            Map<String, Estimate> byArm = new LinkedHashMap<>();
            for (int a = 0; a < arms.size(); a++) {
                byArm.put(arms.get(a), look.eventsByArm[a].estimate());
            }
            results.add(new LookResult(
                    k + 1,
                    Estimate.proportion(look.time.count(), n),
                    spread(look.time, quantiles(sketches.time[k])),
                    look.enrolled.estimate(),
                    look.dropouts.estimate(),
                    look.events.estimate(),
                    byArm));
        }
        return results;
    }

    private static List<ComparisonResult> comparisons(
            Scenario scenario, BlockTally tally, Sketches sketches, boolean overruled, long n) {
        boolean estimates = scenario.simulation().estimates() == SimulationPlan.Estimates.COX;
        List<String> arms = scenario.experimentalArms();
        List<ComparisonResult> results = new ArrayList<>();
        for (int h = 0; h < arms.size(); h++) {
            List<Spread> z = new ArrayList<>();
            List<List<Quantile>> hazardRatio = new ArrayList<>();
            for (int k = 0; k < tally.looks.length; k++) {
                z.add(spread(tally.looks[k].z[h], List.of()));
                hazardRatio.add(exponentiated(quantiles(sketches.logHazardRatio[k][h])));
            }
            results.add(new ComparisonResult(
                    arms.get(h),
                    Stopping.of(
                            tally.stop.rejected[h],
                            tally.stop.futile[h],
                            overruled ? tally.stop.rejectedAnyway[h] : -1,
                            n),
                    z,
                    estimates ? hazardRatio : null));
        }
        return results;
    }

    private static Spread spread(Moments moments, List<Quantile> quantiles) {
        return new Spread(moments.estimate(), moments.sd(), quantiles);
    }

    private static List<Quantile> quantiles(QuantileSketch sketch) {
        List<Quantile> quantiles = new ArrayList<>();
        for (double p : PROBABILITIES) {
            quantiles.add(new Quantile(p, sketch.quantile(p), sketch.standardError(p)));
        }
        return quantiles;
    }

    /** Quantiles of the exponential of a variable, with errors by the delta method. */
    private static List<Quantile> exponentiated(List<Quantile> quantiles) {
        List<Quantile> exponentiated = new ArrayList<>();
        for (Quantile q : quantiles) {
            double value = StrictMath.exp(q.value());
            exponentiated.add(new Quantile(q.probability(), value, value * q.standardError()));
        }
        return exponentiated;
    }
}
