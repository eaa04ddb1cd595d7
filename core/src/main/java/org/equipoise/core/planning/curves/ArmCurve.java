package org.equipoise.core.planning.curves;

import java.util.Arrays;
import org.equipoise.core.numerics.GaussGrid;

/**
 * What is expected of the survival curve of one arm up to a patient time, as columns over the nodes of a grid.
 *
 * <p>With λ the hazard, Y = nπ the number at risk and M the martingale of the events, an estimate (the area below the
 * curve, or its end) is off by -∫ U R dM / Y, U being the estimated over the true curve just before, and R the part of
 * the figure that is still to come: ∫ₜ^τ S, or S(τ). To first order its variance is ∫ R² λ / Y, which Greenwood's
 * formula estimates. What stands here beyond that are the next terms, from the fluctuations of U, Y and R to first
 * order; a check is that without censoring all are those of a binomial share.
 */
final class ArmCurve {
    /** Largest relative change of the hazard in a difference quotient. */
    private static final double STEP = 1e-3;

    private final GaussGrid grid;
    private final int count;
    private final boolean area;
    private final double patients;
    private final double[] hazard;
    private final double[] survival;
    private final double[] atRisk;
    /** S(τ). */
    private final double end;
    /** R. */
    private final double[] left;
    /** λ R² / Y. */
    private final double[] growth;
    /** Variance of U. */
    private final double[] scatter;
    /** Covariance of the estimate with U, and with the logarithm of the number at risk. */
    private final double[] shared;
    /** Covariance of the estimate with R, with the sign of R. */
    private final double[] ahead;

    /**
     * @param area whether the figure is the area below the curve, rather than its end
     * @param patients n, of the arm
     * @param hazard at the nodes; these are not modified, not copied
     * @param atRisk expected number
     * @param end survival at the end of the grid
     */
    ArmCurve(
            GaussGrid grid,
            boolean area,
            double patients,
            double[] hazard,
            double[] survival,
            double[] atRisk,
            double end) {
        this.grid = grid;
        this.area = area;
        this.patients = patients;
        this.hazard = hazard;
        this.survival = survival;
        this.atRisk = atRisk;
        this.end = end;
        count = grid.size();
        left = area ? grid.remaining(survival, count) : constant(end);
        growth = column(i -> left[i] * left[i] * hazard[i] / atRisk[i]);
        scatter = grid.running(column(i -> hazard[i] / atRisk[i]), count);
        shared = grid.running(column(i -> left[i] * hazard[i] / atRisk[i]), count);
        ahead = area
                ? grid.remaining(column(i -> survival[i] * shared[i]), count)
                : constant(end * grid.integral(column(i -> left[i] * hazard[i] / atRisk[i]), count));
    }

    /** The true figure. */
    double figure() {
        return area ? grid.integral(survival, count) : end;
    }

    /** Of the estimated figure and Greenwood's estimate of its variance. */
    CurveCumulants cumulants() {
        double variance = variance();
        double trueVariance = integral(i -> growth[i] * (1 - scatter[i] + thinning(i)));
        double cubes = integral(i -> growth[i] * left[i] / atRisk[i]);
        return new CurveCumulants(
                variance,
                figure(),
                trueVariance,
                3 * integral(i -> growth[i] * shared[i]) - cubes,
                trueVariance + integral(i -> growth[i] * (scatter[i] - 1 / atRisk[i])),
                covariance(),
                varianceOfVariance(),
                mixed());
    }

    /** Variance of the estimated figure to first order. */
    double variance() {
        return integral(i -> growth[i]);
    }

    /**
     * Covariance of the estimated figure and the number of events at {@code counted}: this analysis, or one before it
     * on the same grid.
     *
     * @param events expected of this arm there
     */
    double withEvents(ArmCurve counted, double events) {
        double[] later = counted.later(events);
        return integral(i -> left[i] * hazard[i] * (later[i] - counted.atRisk[i]) / atRisk[i]);
    }

    /** Of the estimated variance and that number, as of the figure. */
    double varianceWithEvents(ArmCurve counted, double events) {
        double[] later = counted.later(events);
        double[] h = pull();
        return integral(i -> h[i] * hazard[i] * (counted.atRisk[i] - later[i])
                - growth[i] * (later[i] / atRisk[i] - events / patients));
    }

    /** Expected events after each node. */
    private double[] later(double events) {
        double[] seen = grid.running(column(i -> hazard[i] * atRisk[i]), count);
        return column(i -> events - seen[i]);
    }

    /** Variance of the logarithm of the number at risk. */
    private double thinning(int i) {
        return 1 / atRisk[i] - 1 / patients;
    }

    /** Of the estimate and its estimated variance. */
    private double covariance() {
        return integral(
                i -> growth[i] * (-left[i] / atRisk[i] - shared[i]) + 2 * left[i] * hazard[i] / atRisk[i] * ahead[i]);
    }

    private double varianceOfVariance() {
        double[] h = pull();
        double[] felt = grid.running(column(i -> h[i] * hazard[i]), count);
        double[] thinned = grid.running(column(i -> growth[i] * thinning(i)), count);
        return integral(i -> h[i] * h[i] * atRisk[i] * hazard[i] + 2 * growth[i] * (thinned[i] + felt[i]));
    }

    /** The h of ∫ h dM - ∫ growth d ln Y, by which the estimated variance is off. */
    private double[] pull() {
        return column(i -> (left[i] * left[i] / atRisk[i] - 2 * ahead[i]) / atRisk[i]);
    }

    /**
     * Third cumulant of the estimate, twice, and its estimated variance: to first order the estimate is the score of a
     * change of the hazard, so that cumulants with it are derivatives; to second order ∫ (ln U - ln Y) dM R / Y comes
     * in.
     */
    private double mixed() {
        double largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, left[i] / atRisk[i]);
        }
        if (largest == 0) {
            return 0;
        }
        double step = STEP / largest;
        double derivative = (moved(step).covariance() - moved(-step).covariance()) / (2 * step);
        double[] gap = column(i -> thinning(i) - scatter[i]);
        double[] before = grid.running(column(i -> growth[i] * gap[i]), count);
        double[] after = grid.remaining(growth, count);
        return derivative + integral(i -> growth[i] * (before[i] + gap[i] * after[i]));
    }

    /** With hazards λ (1 - step R / Y). */
    private ArmCurve moved(double step) {
        double[] change = column(i -> -step * left[i] / atRisk[i]);
        double[] less = column(i -> change[i] * hazard[i]);
        double[] until = grid.running(less, count);
        return new ArmCurve(
                grid,
                area,
                patients,
                column(i -> hazard[i] * (1 + change[i])),
                column(i -> survival[i] * Math.exp(-until[i])),
                column(i -> atRisk[i] * Math.exp(-until[i])),
                end * Math.exp(-grid.integral(less, count)));
    }

    private interface Value {
        double at(int i);
    }

    private double[] column(Value value) {
        double[] column = new double[count];
        Arrays.setAll(column, value::at);
        return column;
    }

    private double[] constant(double value) {
        double[] column = new double[count];
        Arrays.fill(column, value);
        return column;
    }

    private double integral(Value value) {
        return grid.integral(column(value), count);
    }
}
