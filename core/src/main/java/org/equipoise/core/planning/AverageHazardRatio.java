package org.equipoise.core.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.numerics.GaussGrid;

/**
 * Average hazard ratio at a calendar time: exp of the mean of ln λ₁/λ₀ over the events expected of both arms and all
 * strata (Schemper, Wakounig and Heinze 2009, Statistics in Medicine 28:2473-2489; in this form Mukhopadhyay et al.
 * 2020, Contemporary Clinical Trials Communications 18:100560, and gsDesign2). Under proportional hazards it is the
 * hazard ratio.
 */
public final class AverageHazardRatio {
    private static final double[] LANDMARKS = {
        1e-6, 1e-4, 1e-3, 0.01, 0.05, 0.15, 0.4, 0.8, 1.3, 2, 3, 4.5, 6.5, 9, 12, 16, 22, 30
    };

    private AverageHazardRatio() {}

    /**
     * At calendar time {@code time}.
     *
     * @param time positive and finite
     * @return NaN when no event is expected, or only one arm has a hazard somewhere
     */
    public static double at(PlannedTrial trial, double time) {
        Accrual accrual = new Accrual(trial.patients(), trial.rates(), trial.arrivals());
        double logs = 0;
        double events = 0;
        for (int s = 0; s < trial.strata().size(); s++) {
            PlannedStratum stratum = trial.strata().get(s);
            for (PlannedArm arm : List.of(stratum.control(), stratum.experimental())) {
                double share = trial.prevalence(s)
                        * (arm == stratum.control() ? 1 - stratum.experimentalShare() : stratum.experimentalShare());
                GaussGrid grid = GaussGrid.of(breakpoints(accrual, stratum, time));
                double[] rates = new double[grid.size()];
                double[] logRates = new double[grid.size()];
                for (int i = 0; i < rates.length; i++) {
                    double age = grid.node(i);
                    double lost = arm.dropout() == null ? 1 : arm.dropout().survival(age);
                    rates[i] = accrual.expected(time - age) * arm.event().density(age) * lost;
                    logRates[i] = rates[i] == 0 ? 0 : rates[i] * logRatio(stratum, age);
                }
                events += share * grid.integral(rates, rates.length);
                logs += share * grid.integral(logRates, rates.length);
            }
        }
        return Math.exp(logs / events);
    }

    private static double logRatio(PlannedStratum stratum, double age) {
        return Math.log(stratum.experimental().event().hazard(age)
                / stratum.control().event().hazard(age));
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
