package org.equipoise.simulator.analytic;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.equipoise.core.sequential.ConfidenceInterval;
import org.equipoise.core.sequential.StagewiseInference;
import org.equipoise.core.sequential.StoppingBounds;
import org.equipoise.simulator.design.ComparisonBounds;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.SimulationPlan;

/**
 * The hazard ratio once a trial has stopped, adjusted for the looks before by stagewise ordering
 * ({@link StagewiseInference}): median-unbiased, with exact 95 % limits. It starts from Cox's estimate b and its
 * standard error s, so that at a first look both stay as they are: Wald's statistic (ln HR₀ - b) / s stands for Z, and
 * 1 / s² for the information at that look. Futility bounds that do not bind are left out. For one thread.
 *
 * <p>For two arms, a test that counts each event alike, and looks that all wait for events: then the looks of every
 * trial have the information, and the bounds, that were planned.
 */
public final class StagewiseEstimates {
    private static final double LEVEL = 0.95;

    private final StoppingBounds[] upTo;
    private final double logH0;
    private final InterpolatedDrifts[] drifts;

    private StagewiseEstimates(StoppingBounds[] upTo, double logH0) {
        this.upTo = upTo;
        this.logH0 = logH0;
        drifts = Arrays.stream(upTo)
                .map(bounds -> new InterpolatedDrifts(z -> drifts(bounds, z)))
                .toArray(InterpolatedDrifts[]::new);
    }

    /**
     * An estimate of the log hazard ratio.
     *
     * @param value median-unbiased
     * @param low its lower 95 % limit
     * @param high its upper 95 % limit
     */
    public record Adjusted(double value, double low, double high) {}

    /**
     * Of the one comparison of a trial.
     *
     * @param bounds as planned
     * @return empty where there is nothing to adjust for, or information and bounds differ from trial to trial
     */
    public static Optional<StagewiseEstimates> of(Scenario scenario, ComparisonBounds bounds) {
        Analysis analysis = scenario.analysis();
        int looks = bounds.looks();
        boolean sequential = IntStream.range(0, looks - 1)
                .anyMatch(k -> Double.isFinite(bounds.efficacy(k)) || Double.isFinite(bounds.futility(k)));
        boolean asPlanned = IntStream.range(0, looks)
                .allMatch(k -> analysis.eventsAwaitedAt(k).isPresent());
        return sequential
                        && asPlanned
                        && scenario.experimentalArms().size() == 1
                        && analysis.test().followsHazardRatio()
                        && scenario.simulation().estimates() != SimulationPlan.Estimates.NONE
                ? Optional.of(new StagewiseEstimates(
                        upToEach(analysis, bounds),
                        StrictMath.log(analysis.test().hazardRatioH0())))
                : Optional.empty();
    }

    private static StoppingBounds[] upToEach(Analysis analysis, ComparisonBounds bounds) {
        int looks = bounds.looks();
        double[] events = IntStream.range(0, looks)
                .mapToDouble(k -> analysis.eventsAwaitedAt(k).orElseThrow())
                .toArray();
        double[] efficacy =
                IntStream.range(0, looks).mapToDouble(bounds::efficacy).toArray();
        double[] futility = IntStream.range(0, looks)
                .mapToDouble(k -> bounds.mayOverruleFutility() ? Double.NEGATIVE_INFINITY : bounds.futility(k))
                .toArray();
        StoppingBounds[] upTo = new StoppingBounds[looks];
        for (int k = 0; k < looks; k++) {
            double last = events[k];
            double[] information =
                    Arrays.stream(events, 0, k + 1).map(seen -> seen / last).toArray();
            double[] up = Arrays.copyOf(efficacy, k + 1);
            double[] down = Arrays.copyOf(futility, k + 1);
            upTo[k] = analysis.sides() == 2
                    ? StoppingBounds.twoSided(information, up, down)
                    : StoppingBounds.oneSided(information, up, down);
        }
        return upTo;
    }

    /**
     * p-value by stagewise ordering, two-sided where the test is.
     *
     * @param look at which the trial stopped, from 1
     * @param z of the test there
     */
    public double pValue(int look, double z) {
        StoppingBounds bounds = upTo[look - 1];
        StagewiseInference inference = StagewiseInference.of(bounds, look, z);
        return bounds.sides() == 2 ? inference.pValueTwoSided() : inference.pValue();
    }

    /**
     * The adjusted estimate.
     *
     * @param look at which the trial stopped, from 1
     * @param logHazardRatio Cox's estimate there, finite
     * @param standardError of it, positive and finite
     */
    public Adjusted exact(int look, double logHazardRatio, double standardError) {
        double wald = (logH0 - logHazardRatio) / standardError;
        return adjusted(drifts(upTo[look - 1], wald), standardError);
    }

    /** The same, to five digits or more of a standard error, and fast when asked for many trials. */
    public Adjusted interpolated(int look, double logHazardRatio, double standardError) {
        double wald = (logH0 - logHazardRatio) / standardError;
        return adjusted(drifts[look - 1].at(wald), standardError);
    }

    private Adjusted adjusted(double[] found, double standardError) {
        return new Adjusted(
                logH0 - found[0] * standardError, logH0 - found[2] * standardError, logH0 - found[1] * standardError);
    }

    /** Median-unbiased drift, and its limits, with the information of the look where the trial stopped as 1. */
    private static double[] drifts(StoppingBounds bounds, double z) {
        StagewiseInference inference = StagewiseInference.of(bounds, bounds.looks(), z);
        ConfidenceInterval limits = inference.confidenceInterval(LEVEL);
        return new double[] {inference.medianUnbiasedEstimate(), limits.low(), limits.high()};
    }
}
