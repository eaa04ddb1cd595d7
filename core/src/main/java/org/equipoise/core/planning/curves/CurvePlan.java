package org.equipoise.core.planning.curves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.numerics.GaussGrid;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedStratum;
import org.equipoise.core.planning.PlannedTrial;

/**
 * Comparisons of the survival curves of a trial that is analysed at one calendar time.
 *
 * <p>With n patients of an arm, hazard λ and a share π(t) under observation for t or more, the Kaplan-Meier estimate at
 * t has variance S(t)² ∫₀ᵗ λ/(n π) (Greenwood 1926 in the limit), and its area up to τ has variance ∫₀^τ (∫ₜ^τ S)² λ/(n
 * π) (Royston and Parmar 2013, BMC Medical Research Methodology 13:152; Luo et al. 2019, Statistics in
 * Biopharmaceutical Research 11:296-303). Strata are averaged by their prevalence.
 */
public final class CurvePlan {
    private static final double[] LANDMARKS = {1e-6, 1e-4, 1e-3, 0.01, 0.05, 0.15, 0.4, 0.8, 1.3, 2, 3, 5, 8, 14, 30};

    /** How shares without event are compared. */
    public enum Scale {
        /** As they are. */
        PLAIN,
        /** By -ln(-ln S), which grows with S; its estimates are nearer to normal. */
        LOG_LOG
    }

    private final PlannedTrial trial;
    private final double time;

    private CurvePlan(PlannedTrial trial, double time) {
        this.trial = trial;
        this.time = time;
    }

    /**
     * Of {@code trial}, analysed at calendar time {@code time}.
     *
     * @throws IllegalArgumentException when the time is not positive and finite
     */
    public static CurvePlan of(PlannedTrial trial, double time) {
        if (!(time > 0 && time <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("calendar time must be positive and finite, was " + time);
        }
        return new CurvePlan(trial, time);
    }

    /**
     * Restricted mean survival times up to {@code tau}.
     *
     * @param tau positive, less than the time of the analysis
     * @throws IllegalArgumentException when it is not
     */
    public CurveComparison restrictedMean(double tau) {
        requireFollowed("tau", tau);
        double[] sums = new double[4];
        for (int s = 0; s < trial.strata().size(); s++) {
            PlannedStratum stratum = trial.strata().get(s);
            double weight = trial.prevalence(s);
            for (int arm = 0; arm < 2; arm++) {
                PlannedArm planned = arm == 0 ? stratum.control() : stratum.experimental();
                GaussGrid grid = grid(planned, tau);
                double[] survival = new double[grid.size()];
                for (int i = 0; i < survival.length; i++) {
                    survival[i] = planned.event().survival(grid.node(i));
                }
                double[] area = grid.remaining(survival, survival.length);
                double[] rate = rates(grid, planned, patients(s, arm));
                for (int i = 0; i < rate.length; i++) {
                    rate[i] *= area[i] * area[i];
                }
                sums[arm] += weight * grid.integral(survival, survival.length);
                sums[2 + arm] += weight * weight * grid.integral(rate, rate.length);
            }
        }
        return new CurveComparison(trial.patients(), sums[0], sums[1], sums[1] - sums[0], sums[2] + sums[3]);
    }

    /**
     * Shares without event at patient time {@code at}.
     *
     * @param at positive, less than the time of the analysis
     * @throws IllegalArgumentException when it is not
     */
    public CurveComparison milestone(double at, Scale scale) {
        requireFollowed("milestone", at);
        double[] sums = new double[6];
        for (int s = 0; s < trial.strata().size(); s++) {
            PlannedStratum stratum = trial.strata().get(s);
            double weight = trial.prevalence(s);
            for (int arm = 0; arm < 2; arm++) {
                PlannedArm planned = arm == 0 ? stratum.control() : stratum.experimental();
                GaussGrid grid = grid(planned, at);
                double[] rate = rates(grid, planned, patients(s, arm));
                double survival = planned.event().survival(at);
                double slope = scale == Scale.PLAIN ? survival : 1 / Math.log(survival);
                double figure = scale == Scale.PLAIN ? survival : -Math.log(-Math.log(survival));
                sums[arm] += weight * survival;
                sums[2 + arm] += weight * figure;
                sums[4 + arm] += weight * weight * slope * slope * grid.integral(rate, rate.length);
            }
        }
        return new CurveComparison(trial.patients(), sums[0], sums[1], sums[3] - sums[2], sums[4] + sums[5]);
    }

    private void requireFollowed(String what, double value) {
        if (!(value > 0 && value < time)) {
            throw new IllegalArgumentException(what
                    + " must be positive and less than the calendar time of the analysis, " + time + ", was " + value);
        }
    }

    private double patients(int stratum, int arm) {
        double experimental = trial.experimentalShare();
        return trial.patients() * trial.prevalence(stratum) * (arm == 0 ? 1 - experimental : experimental);
    }

    /** λ / (n π) at the nodes. */
    private double[] rates(GaussGrid grid, PlannedArm arm, double patients) {
        double[] rates = new double[grid.size()];
        for (int i = 0; i < rates.length; i++) {
            double age = grid.node(i);
            double kept = arm.dropout() == null ? 1 : arm.dropout().survival(age);
            double followed = Math.min(trial.rates().integral(time - age), trial.patients()) / trial.patients();
            rates[i] = arm.event().hazard(age) / (patients * arm.event().survival(age) * kept * followed);
        }
        return rates;
    }

    private GaussGrid grid(PlannedArm arm, double end) {
        EventTimeDistribution event = arm.event();
        List<DoubleStream> parts = new ArrayList<>();
        parts.add(DoubleStream.of(0, end));
        parts.add(DoubleStream.of(event.knots()));
        parts.add(DoubleStream.of(LANDMARKS).map(event::inverseCumulativeHazard));
        parts.add(Arrays.stream(trial.rates().jumps()).map(jump -> time - jump));
        parts.add(DoubleStream.of(time - trial.enrolmentDuration(), end / 4, end / 2, 0.75 * end));
        if (arm.dropout() != null) {
            parts.add(DoubleStream.of(arm.dropout().knots()));
        }
        return GaussGrid.of(parts.stream()
                .flatMapToDouble(s -> s)
                .filter(t -> t >= 0 && t <= end)
                .sorted()
                .distinct()
                .toArray());
    }
}
