package org.equipoise.core.numerics;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Where a function reaches a target. */
public final class Roots {
    private static final double ACCURACY = 1e-14;
    private static final int MAX_EVALUATIONS = 1000;

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
     * Closes a bracket by Brent's method.
     *
     * @param f continuous
     * @param target value to be reached
     * @param lower where {@code f} is on one side of the target
     * @param upper above {@code lower}; where {@code f} is on the other side
     * @return x in [lower, upper] with {@code f(x) = target}, to about 12 digits
     * @throws IllegalArgumentException when both ends are on the same side
     */
    public static double between(DoubleUnaryOperator f, double target, double lower, double upper) {
        double atLower = f.applyAsDouble(lower) - target;
        double atUpper = f.applyAsDouble(upper) - target;
        if (!(atLower * atUpper <= 0)) {
            throw new IllegalArgumentException("no bracket of " + target + ": the function is " + (atLower + target)
                    + " at " + lower + " and " + (atUpper + target) + " at " + upper);
        }
        if (atLower == 0) {
            return lower;
        }
        BrentSolver solver = new BrentSolver(1e-12, 1e-12 * Math.abs(upper), Double.MIN_NORMAL);
        return atUpper == 0 ? upper : solver.solve(MAX_EVALUATIONS, x -> f.applyAsDouble(x) - target, lower, upper);
    }
}
