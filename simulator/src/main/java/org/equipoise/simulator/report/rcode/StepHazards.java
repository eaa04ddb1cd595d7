package org.equipoise.simulator.report.rcode;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.distribution.PiecewiseExponential;
import org.equipoise.core.distribution.ProportionalHazards;
import org.jspecify.annotations.Nullable;

/**
 * Hazards that are constant between common times, as lrstat takes them: exact where they are constant, and elsewhere
 * with the same survival at each of those times.
 */
final class StepHazards {
    /** Steps to the last look where a hazard is not constant between times. */
    private static final int STEPS = 24;

    /** Of an average hazard; more would pretend that it is one. */
    private static final int DIGITS = 6;

    private final double[] starts;
    private final double horizon;
    private final boolean exact;

    private StepHazards(double[] starts, double horizon, boolean exact) {
        this.starts = starts;
        this.horizon = horizon;
        this.exact = exact;
    }

    /**
     * Common times of distributions, none of them null.
     *
     * @param horizon time since randomisation that matters
     */
    static StepHazards of(List<@Nullable EventTimeDistribution> distributions, double horizon) {
        TreeSet<Double> starts = new TreeSet<>(List.of(0.0));
        boolean exact = true;
        for (EventTimeDistribution distribution : distributions) {
            if (distribution != null) {
                Arrays.stream(distribution.knots()).forEach(starts::add);
                exact &= isStep(distribution);
            }
        }
        if (!exact) {
            for (int i = 1; i < STEPS; i++) {
                starts.add(horizon * i / STEPS);
            }
        }
        return new StepHazards(
                starts.stream()
                        .mapToDouble(Double::doubleValue)
                        .filter(start -> start < horizon)
                        .toArray(),
                horizon,
                exact);
    }

    /** Whether the hazard is constant between knots. */
    static boolean isStep(EventTimeDistribution distribution) {
        return distribution instanceof Exponential
                || distribution instanceof PiecewiseExponential
                || distribution instanceof ProportionalHazards proportional && isStep(proportional.base());
    }

    /** Times since randomisation at which a step begins, the first one 0. */
    double[] starts() {
        return starts.clone();
    }

    /** Whether no distribution had to be taken in steps. */
    boolean isExact() {
        return exact;
    }

    /** Hazard of each step; zeros for nobody. */
    double[] of(@Nullable EventTimeDistribution distribution) {
        double[] hazards = new double[starts.length];
        for (int i = 0; i < starts.length && distribution != null; i++) {
            hazards[i] = exact ? distribution.hazard(starts[i]) : average(distribution, i);
        }
        return hazards;
    }

    private double average(EventTimeDistribution distribution, int step) {
        double start = starts[step];
        double end = step + 1 < starts.length ? starts[step + 1] : horizon;
        double hazard = (distribution.cumulativeHazard(end) - distribution.cumulativeHazard(start)) / (end - start);
        return new BigDecimal(hazard).round(new MathContext(DIGITS)).doubleValue();
    }
}
