package org.equipoise.core.numerics;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Where a function reaches a target. */
public final class Roots {
    private static final double ACCURACY = 1e-14;
    private static final int MAX_EVALUATIONS = 1000;
    private static final double SECANT_STEP = 0.01;
    private static final int MAX_SECANTS = 12;
    /**
     * Of the last two steps' product; what is left after them is about that, times half the curvature over the slope.
     */
    private static final double LEFT = 1e-13;

    private Roots() {}

    /**
     * Searches a bracket and closes it by Brent's method (Brent 1973, "Algorithms for minimization without
     * derivatives", chapter 4).
     *
     * <p>The upper end is doubled until the function has reached the target. There is no cap on it: whether a solution
     * exists is decided by {@code limit}, not by a search that gives up.
     *
     * @param f continuous and not decreasing on [0, ∞)
     * @param target value to be reached
     * @param limit limit of {@code f} at ∞
     * @param guess a first upper end, positive and finite
     * @return x ≥ 0 with {@code f(x) = target}, to about 14 digits; 0 when {@code f(0)} ≥ target; infinite when the
     *     limit does not exceed the target, or exceeds it by less than rounding can tell
     * @throws IllegalArgumentException when target or limit is NaN or the guess is not positive and finite
     */
    public static double bracketAndSolve(DoubleUnaryOperator f, double target, double limit, double guess) {
        if (Double.isNaN(target) || Double.isNaN(limit) || !(guess > 0 && guess <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "target and limit must be numbers and the guess positive and finite, were " + target + ", " + limit
                            + " and " + guess);
        }
        if (f.applyAsDouble(0) >= target) {
            return 0;
        }
        if (limit <= target) {
            return Double.POSITIVE_INFINITY;
        }
        double lower = 0;
        double upper = guess;
        double excess = f.applyAsDouble(upper) - target;
        while (excess < 0) {
            lower = upper;
            upper *= 2;
            if (upper == Double.POSITIVE_INFINITY) {
                return upper;
            }
            excess = f.applyAsDouble(upper) - target;
        }
        if (excess == 0) {
            return upper;
        }
        BrentSolver solver = new BrentSolver(ACCURACY, ACCURACY * upper, Double.MIN_NORMAL);
        return solver.solve(MAX_EVALUATIONS, x -> f.applyAsDouble(x) - target, lower, upper);
    }

    /**
     * {@link #bracketAndSolve} from a guess that is near, by secants: some five evaluations where f is nearly straight.
     *
     * @param guess positive and finite
     * @return x with {@code f(x) = target}, to about 12 digits
     */
    public static double near(DoubleUnaryOperator f, double target, double limit, double guess) {
        return near(f, target, limit, guess, Double.NaN);
    }

    /**
     * The same where the slope is nearly known: some three evaluations.
     *
     * @param slope of {@code f} at the guess, or nearly; positive, or NaN for none
     */
    public static double near(DoubleUnaryOperator f, double target, double limit, double guess, double slope) {
        double before = guess;
        double excessBefore = f.applyAsDouble(before) - target;
        if (excessBefore == 0) {
            return before;
        }
        double x = slope > 0
                ? guess - excessBefore / slope
                : guess * (excessBefore < 0 ? 1 + SECANT_STEP : 1 - SECANT_STEP);
        for (int i = 0; i < MAX_SECANTS && x > 0 && x <= Double.MAX_VALUE && x != before; i++) {
            double excess = f.applyAsDouble(x) - target;
            double next = x - excess * (x - before) / (excess - excessBefore);
            if (excess == 0 || Math.abs((next - x) * (x - before)) <= LEFT * x * x) {
                return excess == 0 ? x : next;
            }
            before = x;
            excessBefore = excess;
            x = next;
        }
        return bracketAndSolve(f, target, limit, guess);
    }

    /**
     * Root within a bracket by Brent's method (Brent 1973, chapter 4).
     *
     * @param f continuous on [lower, upper], of opposite signs (or 0) at the two ends
     * @return x with {@code f(x) = 0} within {@code accuracy}
     * @throws IllegalArgumentException when the ends have the same sign, or do not ascend
     */
    public static double within(DoubleUnaryOperator f, double lower, double upper, double accuracy) {
        double atLower = f.applyAsDouble(lower);
        double atUpper = f.applyAsDouble(upper);
        if (!(lower < upper) || !(atLower * atUpper <= 0)) {
            throw new IllegalArgumentException("no root is bracketed: f is " + atLower + " at " + lower + " and "
                    + atUpper + " at " + upper + "; the ends must ascend and have opposite signs");
        }
        if (atLower == 0 || atUpper == 0) {
            return atLower == 0 ? lower : upper;
        }
        // The solver asks for the ends again, and begins in the middle where nothing better is known.
        return new BrentSolver(ACCURACY, accuracy, Double.MIN_NORMAL)
                .solve(
                        MAX_EVALUATIONS,
                        x -> x == lower ? atLower : x == upper ? atUpper : f.applyAsDouble(x),
                        lower,
                        upper,
                        chord(lower, upper, atLower / (atLower - atUpper)));
    }

    /**
     * {@link #within} by secants from two points that are near, while they stay within the bracket: some five
     * evaluations where f is nearly straight.
     *
     * @param first in [lower, upper]
     * @param step from it to the second point, by its value; points beyond the bracket are moved to its end
     * @return x with {@code f(x) = 0}, to about 12 digits
     * @throws IllegalArgumentException as {@link #within}
     */
    public static double bySecants(
            DoubleUnaryOperator f, double first, DoubleUnaryOperator step, double lower, double upper) {
        double before = first;
        double atBefore = f.applyAsDouble(before);
        double x = Math.min(upper, Math.max(lower, before + step.applyAsDouble(atBefore)));
        for (int i = 0; i < MAX_SECANTS && x != before; i++) {
            double value = f.applyAsDouble(x);
            double next = x - value * (x - before) / (value - atBefore);
            if (!(next >= lower && next <= upper)) {
                break;
            }
            if (Math.abs((next - x) * (x - before)) <= LEFT * x * x) {
                return next;
            }
            before = x;
            atBefore = value;
            x = next;
        }
        return atBefore == 0 ? before : within(f, lower, upper, 1e-12);
    }

    /** Where the chord between the ends is 0, but not next to an end. */
    private static double chord(double lower, double upper, double share) {
        return lower + (upper - lower) * (Double.isNaN(share) ? 0.5 : Math.min(0.99, Math.max(0.01, share)));
    }

    /**
     * {@link #within} for another value than 0.
     *
     * @param target value to be reached
     * @return x in [lower, upper] with {@code f(x) = target}, to about 12 digits
     */
    public static double between(DoubleUnaryOperator f, double target, double lower, double upper) {
        return within(x -> f.applyAsDouble(x) - target, lower, upper, 1e-12 * Math.abs(upper));
    }
}
