package org.equipoise.core.planning;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.equipoise.core.numerics.GaussLegendre;
import org.equipoise.core.numerics.StepFunction;

/**
 * By how many patients a Poisson process that stops at a given number is expected to fall short of its rates, over
 * calendar time: about where the last patient comes, and nowhere else. Immutable.
 */
final class Shortfall {
    /** Ends of panels, in standard deviations of the number of arrivals. */
    private static final double[] PANELS = {-9, -5, -2.5, 0, 2.5, 5, 9};
    /** Beyond so many standard deviations, by Chernoff's bound, the rest is lost in rounding. */
    private static final double REACH = 9;

    private static final GaussLegendre RULE = GaussLegendre.ofNodes(15);
    private static final int NODES = RULE.nodes();

    private final double[] knots;
    private final DoubleUnaryOperator patients;
    /** For each panel the nodes of a rule on all of it, then those of rules on its halves; and what they weigh. */
    private final double[] times;

    private final double[] weights;

    /**
     * @param rates of the process
     * @param count patients at whom it stops
     * @param patients that fall short, by calendar time
     */
    Shortfall(StepFunction rates, double count, DoubleUnaryOperator patients) {
        this.patients = patients;
        knots = panels(rates, count);
        int panels = knots.length - 1;
        times = new double[3 * NODES * panels];
        weights = new double[times.length];
        for (int p = 0; p < panels; p++) {
            double middle = knots[p] + (knots[p + 1] - knots[p]) / 2;
            place(3 * p, knots[p], knots[p + 1]);
            place(3 * p + 1, knots[p], middle);
            place(3 * p + 2, middle, knots[p + 1]);
        }
    }

    private static double[] panels(StepFunction rates, double count) {
        double root = (REACH + Math.sqrt(REACH * REACH + 4 * count)) / 2;
        double[] ends = new double[PANELS.length + 1];
        for (int i = 0; i < PANELS.length; i++) {
            ends[i] = rates.inverseIntegral(Math.max(0, count + PANELS[i] * Math.sqrt(count)));
        }
        ends[PANELS.length] = rates.inverseIntegral(root * root);
        double from = ends[0];
        double to = ends[PANELS.length];
        return StepFunction.union(
                ends,
                Arrays.stream(rates.jumps()).filter(t -> t > from && t < to).toArray());
    }

    private void place(int rule, double from, double to) {
        double half = (to - from) / 2;
        for (int i = 0; i < NODES; i++) {
            int node = NODES * rule + i;
            times[node] = from + half * (1 + RULE.point(i));
            weights[node] = half * RULE.weight(i) * at(times[node]);
        }
    }

    /** Patients, at a calendar time. */
    double at(double time) {
        return patients.applyAsDouble(time);
    }

    /** Ascending calendar times that hold all of it, smooth between them. Not to be modified. */
    double[] knots() {
        return knots;
    }

    /**
     * Integral of the shortfall times {@code f} over one panel, which is between two knots.
     *
     * @param panel from 0
     * @param tolerance absolute
     * @return NaN where {@code f} is not smooth enough for that
     */
    double integral(int panel, DoubleUnaryOperator f, double tolerance) {
        double whole = rule(3 * panel, f);
        double halves = rule(3 * panel + 1, f) + rule(3 * panel + 2, f);
        return Math.abs(whole - halves) <= tolerance ? halves : Double.NaN;
    }

    private double rule(int rule, DoubleUnaryOperator f) {
        double sum = 0;
        for (int node = NODES * rule; node < NODES * (rule + 1); node++) {
            sum += weights[node] * f.applyAsDouble(times[node]);
        }
        return sum;
    }
}
