package org.equipoise.core.planning.curves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.numerics.GaussGrid;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedStratum;
import org.equipoise.core.planning.PlannedTrial;
import org.equipoise.core.planning.curves.CurveTest.Figure;

/**
 * Comparisons of the survival curves of a trial that is analysed at one calendar time.
 *
 * <p>With n patients of an arm, hazard λ and a share π(t) under observation for t or more, the Kaplan-Meier estimate at
 * t has variance S(t)² ∫₀ᵗ λ/(n π) (Greenwood 1926 in the limit), and its area up to τ has variance ∫₀^τ (∫ₜ^τ S)² λ/(n
 * π) (Royston and Parmar 2013, BMC Medical Research Methodology 13:152; Luo et al. 2019, Statistics in
 * Biopharmaceutical Research 11:296-303). Strata are averaged by their prevalence. Numbers of patients in arms and
 * strata are taken as they are planned.
 */
public final class CurvePlan {
    private static final double[] LANDMARKS = {1e-6, 1e-4, 1e-3, 0.01, 0.05, 0.15, 0.4, 0.8, 1.3, 2, 3, 5, 8, 14, 30};

    /**
     * Fewest patients of an arm who must be expected to be at risk at the end. An arm in which nobody is followed so
     * long has no curve to compare; with 8 expected that happens once in 3,000 trials.
     */
    private static final double FEWEST = 8;

    /** Time between analyses whose difference is a derivative, over the time of the analysis. */
    private static final double STEP = 1e-3;

    private final PlannedTrial trial;
    private final double time;
    /** Arrivals, were there no limit to their number, that are expected by the time when all have come. */
    private final double total;

    private CurvePlan(PlannedTrial trial, double time, double total) {
        this.trial = trial;
        this.time = time;
        this.total = total;
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
        return new CurvePlan(trial, time, trial.patients());
    }

    /** The same when all have come by another time, as {@link ExpectedEvents#whenAllHaveCome} has it. */
    CurvePlan whenAllHaveCome(double total) {
        return new CurvePlan(trial, time, total);
    }

    /**
     * What a test compares.
     *
     * @throws IllegalArgumentException when its patient time is not less than the time of the analysis
     */
    public CurveComparison compared(CurveTest test) {
        if (!(test.until() < time)) {
            throw new IllegalArgumentException("curves are compared up to " + test.until()
                    + ", which must be less than the calendar time of the" + " analysis, " + time);
        }
        double[] figures = new double[2];
        double[] onScale = new double[2];
        CurveCumulants difference = CurveCumulants.NONE;
        for (int s = 0; s < trial.strata().size(); s++) {
            PlannedStratum stratum = trial.strata().get(s);
            double weight = trial.prevalence(s);
            for (int arm = 0; arm < 2; arm++) {
                PlannedArm planned = arm == 0 ? stratum.control() : stratum.experimental();
                double patients = patients(s, arm);
                ArmCurve curve = curve(planned, patients, test, grid(planned, test.until()), time);
                CurveCumulants cumulants = curve.cumulants();
                double figure = curve.figure();
                boolean logLog = test.figure() == Figure.LOG_LOG_SHARE;
                double signed = arm == 0 ? -weight : weight;
                figures[arm] += weight * figure;
                onScale[arm] += weight * (logLog ? -Math.log(-Math.log(figure)) : figure);
                difference = difference.plus((logLog ? logLog(cumulants, figure) : cumulants).times(signed));
            }
        }
        return new CurveComparison(trial.patients(), figures[0], figures[1], onScale[1] - onScale[0], difference);
    }

    /**
     * How the number of events at this analysis varies, by itself and with Z.
     *
     * @param difference on the scale of the test
     */
    EventCovariances withEvents(CurveTest test, double difference) {
        double step = STEP * time;
        EventCovariances.Sum sum = new EventCovariances.Sum(difference, step);
        ExpectedEvents expected = ExpectedEvents.of(trial).whenAllHaveCome(total);
        for (int s = 0; s < trial.strata().size(); s++) {
            PlannedStratum stratum = trial.strata().get(s);
            double weight = trial.prevalence(s);
            for (int arm = 0; arm < 2; arm++) {
                PlannedArm planned = arm == 0 ? stratum.control() : stratum.experimental();
                double patients = patients(s, arm);
                GaussGrid grid = grid(planned, test.until());
                ArmCurve[] curves = new ArmCurve[3];
                double[] events = new double[3];
                for (int k = 0; k < 3; k++) {
                    double at = time + k * step;
                    curves[k] = curve(planned, patients, test, grid, at);
                    events[k] = expected.events(2 * s + arm, at);
                }
                sum.add(arm == 0 ? -weight : weight, test.figure(), patients, curves, events);
            }
        }
        return sum.covariances();
    }

    /**
     * Sees to it that large-sample theory holds.
     *
     * @throws NotFollowedException when fewer than 8 patients of an arm are expected to be at risk at {@code until}
     */
    void requireFollowed(double until) {
        for (int s = 0; s < trial.strata().size(); s++) {
            PlannedStratum stratum = trial.strata().get(s);
            for (int arm = 0; arm < 2; arm++) {
                PlannedArm planned = arm == 0 ? stratum.control() : stratum.experimental();
                double left = patients(s, arm) * planned.event().survival(until) * followed(planned, until, time);
                if (!(left >= FEWEST)) {
                    throw new NotFollowedException(String.format(
                            Locale.ROOT,
                            "at calendar time %.2f only %.1f patients of the %s arm are expected to be followed for %s"
                                    + " without event, and a comparison of curves up to there needs %.0f; look later, or"
                                    + " compare up to an earlier time",
                            time,
                            left,
                            arm == 0 ? "control" : "experimental",
                            until,
                            FEWEST));
                }
            }
        }
    }

    /** Share of an arm that is under observation for so long, or would be if it had no event. */
    private double followed(PlannedArm arm, double age, double analysis) {
        double kept = arm.dropout() == null ? 1 : arm.dropout().survival(age);
        return kept * Math.min(trial.rates().integral(Math.max(0, analysis - age)), total) / total;
    }

    /** On the scale -ln(-ln S). */
    private static CurveCumulants logLog(CurveCumulants of, double survival) {
        double hazard = -Math.log(survival);
        double product = survival * hazard;
        double square = product * product;
        return of.transformed(
                -Math.log(hazard),
                1 / product,
                (1 - hazard) / square,
                1 / (survival * square) + 2 * (1 - hazard) * (1 - hazard) / (square * product));
    }

    private double patients(int stratum, int arm) {
        double experimental = trial.experimentalShare();
        return trial.patients() * trial.prevalence(stratum) * (arm == 0 ? 1 - experimental : experimental);
    }

    private ArmCurve curve(PlannedArm arm, double patients, CurveTest test, GaussGrid grid, double analysis) {
        double[] hazard = new double[grid.size()];
        double[] survival = new double[grid.size()];
        double[] atRisk = new double[grid.size()];
        for (int i = 0; i < atRisk.length; i++) {
            double age = grid.node(i);
            hazard[i] = arm.event().hazard(age);
            survival[i] = arm.event().survival(age);
            atRisk[i] = patients * survival[i] * followed(arm, age, analysis);
        }
        return new ArmCurve(
                grid,
                test.figure() == Figure.RESTRICTED_MEAN,
                patients,
                hazard,
                survival,
                atRisk,
                arm.event().survival(test.until()));
    }

    private GaussGrid grid(PlannedArm arm, double end) {
        EventTimeDistribution event = arm.event();
        List<DoubleStream> parts = new ArrayList<>();
        parts.add(DoubleStream.of(0, end));
        parts.add(DoubleStream.of(event.knots()));
        parts.add(DoubleStream.of(LANDMARKS).map(event::inverseCumulativeHazard));
        parts.add(Arrays.stream(trial.rates().jumps()).map(jump -> time - jump));
        parts.add(DoubleStream.of(time - trial.rates().inverseIntegral(total), end / 4, end / 2, 0.75 * end));
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
