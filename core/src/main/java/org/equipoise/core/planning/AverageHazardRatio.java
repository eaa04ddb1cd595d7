package org.equipoise.core.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.numerics.GaussGrid;
import org.equipoise.core.numerics.StepFunction;

/**
 * Average hazard ratio at a calendar time: exp of the mean of ln λ₁/λ₀ over the events expected of both arms and all
 * strata (Schemper, Wakounig and Heinze 2009, Statistics in Medicine 28:2473-2489; in this form Mukhopadhyay et al.
 * 2020, Journal of Biopharmaceutical Statistics 30:1130-1146, and gsDesign2). Under proportional hazards it is the
 * hazard ratio.
 *
 * @param ratio the average hazard ratio; NaN when no event is expected, or only one arm has a hazard somewhere
 * @param information of its logarithm: sum over strata, and over the intervals between times at which a hazard jumps,
 *     of 1 / (1/D_C + 1/D_E), D being the arms' expected events there (gsDesign2's information under the alternative)
 * @param events expected of both arms
 */
public record AverageHazardRatio(double ratio, double information, double events) {
    private static final double[] LANDMARKS = {
        1e-6, 1e-4, 1e-3, 0.01, 0.05, 0.15, 0.4, 0.8, 1.3, 2, 3, 4.5, 6.5, 9, 12, 16, 22, 30
    };

    /**
     * At calendar time {@code time}.
     *
     * @param time positive and finite
     */
    public static AverageHazardRatio at(PlannedTrial trial, double time) {
        Accrual accrual = new Accrual(trial.patients(), trial.rates(), trial.arrivals());
        double logs = 0;
        double events = 0;
        double information = 0;
        for (int s = 0; s < trial.strata().size(); s++) {
            PlannedStratum stratum = trial.strata().get(s);
            double experimental = stratum.experimentalShare();
            GaussGrid grid = GaussGrid.of(breakpoints(accrual, stratum, time));
            int size = grid.size();
            double[] control = rates(accrual, stratum.control(), trial.prevalence(s) * (1 - experimental), grid, time);
            double[] other = rates(accrual, stratum.experimental(), trial.prevalence(s) * experimental, grid, time);
            double[] logRates = new double[size];
            for (int i = 0; i < size; i++) {
                double both = control[i] + other[i];
                logRates[i] = both == 0 ? 0 : both * logRatio(stratum, grid.node(i));
            }
            events += grid.integral(control, size) + grid.integral(other, size);
            logs += grid.integral(logRates, size);
            double controlBefore = 0;
            double otherBefore = 0;
            for (double end : intervals(stratum, time)) {
                int count = grid.nodesBelow(end);
                double ofControl = grid.integral(control, count) - controlBefore;
                double ofOther = grid.integral(other, count) - otherBefore;
                information += ofControl > 0 && ofOther > 0 ? 1 / (1 / ofControl + 1 / ofOther) : 0;
                controlBefore += ofControl;
                otherBefore += ofOther;
            }
        }
        return new AverageHazardRatio(Math.exp(logs / events), information, events);
    }

    private static double[] rates(Accrual accrual, PlannedArm arm, double share, GaussGrid grid, double time) {
        double[] rates = new double[grid.size()];
        for (int i = 0; i < rates.length; i++) {
            double age = grid.node(i);
            double kept = arm.dropout() == null ? 1 : arm.dropout().survival(age);
            rates[i] = share * accrual.expected(time - age) * arm.event().density(age) * kept;
        }
        return rates;
    }

    private static double logRatio(PlannedStratum stratum, double age) {
        return Math.log(stratum.experimental().event().hazard(age)
                / stratum.control().event().hazard(age));
    }

    /** Ends of the intervals between jumps of a hazard, up to {@code time}. */
    private static double[] intervals(PlannedStratum stratum, double time) {
        double[] knots = StepFunction.union(
                stratum.control().event().knots(),
                stratum.experimental().event().knots());
        return StepFunction.union(Arrays.stream(knots).filter(t -> t < time).toArray(), new double[] {time});
    }

    private static double[] breakpoints(Accrual accrual, PlannedStratum stratum, double time) {
        List<DoubleStream> parts = new ArrayList<>();
        parts.add(DoubleStream.of(0, time));
        parts.add(Arrays.stream(accrual.knots()).map(knot -> time - knot));
        for (PlannedArm arm : List.of(stratum.control(), stratum.experimental())) {
            EventTimeDistribution event = arm.event();
            parts.add(DoubleStream.of(event.knots()));
            parts.add(DoubleStream.of(LANDMARKS).map(event::inverseCumulativeHazard));
            if (arm.dropout() != null) {
                parts.add(DoubleStream.of(arm.dropout().knots()));
            }
        }
        return parts.stream()
                .flatMapToDouble(s -> s)
                .filter(t -> t >= 0 && t <= time)
                .sorted()
                .distinct()
                .toArray();
    }
}
