package org.equipoise.core.numerics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Probabilities of correlated standard normal variables in a box, deterministic, by Plackett's reduction (Plackett
 * 1954, Biometrika 41:351; in this form for three variables Genz 2004, Statistics and Computing 14:251).
 *
 * <p>While the correlations of the first variable with the others grow from 0 to ρ₁ⱼ, the probability changes at the
 * rate Σⱼ ρ₁ⱼ φ₂(x₁, xⱼ) P(the rest, given x₁ and xⱼ), summed over the corners of the box in those two. So n variables
 * take n − 1 one-dimensional integrals over probabilities of n − 2 variables; two are known in closed form. Singular
 * correlations, as when one variable is a sum of others, need no special care.
 *
 * <p>Absolute error below 1e-9 for up to 4 variables, 1e-8 for 5 and 6; in {@link #outside} relative to the largest
 * single tail; 1e-7 where correlations are within 1e-10 of 1. With upper ends only it costs some 30 µs for 3 variables,
 * 1 ms for 4, 30 ms for 6; intervals with two ends take four times as long for 3, and sixty times for 6.
 */
public final class MultivariateNormal {
    /** Beyond it a probability would take minutes. */
    public static final int MOST_VARIABLES = 6;

    private static final double TOLERANCE = 1e-11;

    // Where variables are nearly copies of one another, conditional variances near the end are small differences, and
    // the integrand is rough with their rounding. So little is gained there that it need not be chased.
    private static final double NEAR_END = 1e-4;
    private static final double END_TOLERANCE = 1e-6;

    private MultivariateNormal() {}

    /**
     * Probability that every variable is in its interval.
     *
     * @param lower lower ends, may be −∞; not modified
     * @param upper upper ends, none below its lower end, may be ∞; not modified
     * @param correlation symmetric, positive semidefinite, 1 on the diagonal; not modified
     * @throws IllegalArgumentException when one of these does not hold, or there are more than {@link #MOST_VARIABLES}
     */
    public static double inside(double[] lower, double[] upper, double[][] correlation) {
        NormalBox box = NormalBox.of(lower, upper, correlation);
        return Math.min(1, Math.max(0, inside(box, TOLERANCE)));
    }

    /**
     * Probability that some variable is outside its interval: one minus {@link #inside}, without cancellation.
     *
     * @param lower as in {@link #inside}, and so the others
     */
    public static double outside(double[] lower, double[] upper, double[][] correlation) {
        NormalBox box = NormalBox.of(lower, upper, correlation);
        double largest = 0;
        for (int i = 0; i < box.size(); i++) {
            largest = Math.max(largest, box.tails(i));
        }
        return Math.min(1, Math.max(largest, outside(box, TOLERANCE * largest)));
    }

    /**
     * Probability that no variable exceeds its upper end, as a normal score: x with Φ(x) that probability, and Φ(−x)
     * that of some exceeding it, neither by way of the other.
     *
     * @param upper may be ∞; not modified
     * @param correlation as in {@link #inside}
     */
    public static double score(double[] upper, double[][] correlation) {
        double[] lower = filled(upper.length, Double.NEGATIVE_INFINITY);
        double outside = outside(lower, upper, correlation);
        return outside < 0.5
                ? StandardNormal.upperQuantile(Math.max(Double.MIN_NORMAL, outside))
                : -StandardNormal.upperQuantile(Math.max(Double.MIN_NORMAL, inside(lower, upper, correlation)));
    }

    /**
     * The c that some variable exceeds with probability {@code alpha}: P(max Zᵢ &gt; c) = α, as in Dunnett's test
     * (Dunnett 1955, Journal of the American Statistical Association 50:1096) and in a maximum of test statistics.
     *
     * @param alpha in (0, 0.5)
     * @param correlation as in {@link #inside}
     */
    public static double equalUpperBound(double alpha, double[][] correlation) {
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha must be between 0 and 0.5, exclusive, was " + alpha);
        }
        double[] lower = filled(correlation.length, Double.NEGATIVE_INFINITY);
        DoubleUnaryOperator minusOutside = c -> -outside(lower, filled(correlation.length, c), correlation);
        // Bonferroni's bound is never below the exact one.
        double guess = StandardNormal.upperQuantile(alpha / correlation.length);
        return Roots.bracketAndSolve(minusOutside, -alpha, 0, guess);
    }

    /**
     * The c that some variable exceeds in size with probability {@code alpha}: P(max |Zᵢ| &gt; c) = α.
     *
     * @param alpha in (0, 1)
     * @param correlation as in {@link #inside}
     */
    public static double equalTwoSidedBound(double alpha, double[][] correlation) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha must be between 0 and 1, exclusive, was " + alpha);
        }
        int n = correlation.length;
        DoubleUnaryOperator minusOutside = c -> -outside(filled(n, -c), filled(n, c), correlation);
        return Roots.bracketAndSolve(minusOutside, -alpha, 0, StandardNormal.upperQuantile(alpha / (2 * n)));
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    private static double inside(NormalBox box, double absolute) {
        return switch (box.size()) {
            case 0 -> 1;
            case 1 -> box.interval(0);
            case 2 -> box.rectangle();
            default ->
                box.interval(0) == 0
                        ? 0
                        : box.interval(0) * inside(box.withoutFirst(), absolute) + coupling(box, absolute);
        };
    }

    private static double outside(NormalBox box, double absolute) {
        if (box.size() == 0) {
            return 0;
        }
        double first = box.tails(0);
        if (box.size() == 1) {
            return first;
        }
        return first + box.interval(0) * outside(box.withoutFirst(), absolute) - coupling(box, absolute);
    }

    /** What the correlations of the first variable add to the probability of the box. */
    private static double coupling(NormalBox box, double absolute) {
        double sum = 0;
        for (int j = 1; j < box.size(); j++) {
            double rho = box.correlation(0, j);
            if (rho != 0) {
                sum += rho * growth(box, j, absolute);
            }
        }
        return sum;
    }

    /** Integral of the rate over all t; with t = sin θ the density of a perfect correlation stays finite. */
    private static double growth(NormalBox box, int other, double absolute) {
        DoubleUnaryOperator rate = theta -> StrictMath.cos(theta) * rate(box, other, StrictMath.sin(theta));
        double end = 0.5 * Math.PI;
        return Quadrature.integrate(rate, new double[] {0, end - NEAR_END}, TOLERANCE, absolute)
                + Quadrature.integrate(rate, new double[] {end - NEAR_END, end}, END_TOLERANCE, 100 * absolute);
    }

    /** Rate at which the probability grows with the correlation of the first and another variable. */
    private static double rate(NormalBox box, int other, double t) {
        double rate = 0;
        for (int corner = 0; corner < 4; corner++) {
            boolean firstUpper = (corner & 1) == 0;
            boolean otherUpper = (corner & 2) == 0;
            double x = box.end(0, firstUpper);
            double y = box.end(other, otherUpper);
            double density = BivariateNormal.density(x, y, t * box.correlation(0, other));
            if (density > 0) {
                double rest = inside(box.given(other, x, y, t), TOLERANCE);
                rate += (firstUpper == otherUpper ? density : -density) * rest;
            }
        }
        return rate;
    }
}
