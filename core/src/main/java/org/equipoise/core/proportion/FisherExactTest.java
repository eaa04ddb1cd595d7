package org.equipoise.core.proportion;

import java.util.function.DoubleUnaryOperator;
import org.equipoise.core.numerics.ConfidenceLevel;
import org.equipoise.core.numerics.Limits;
import org.equipoise.core.numerics.Roots;

/**
 * Fisher's exact test of two proportions, and the conditional estimate and exact limits of the odds ratio (Fisher 1934,
 * "Statistical methods for research workers", section 21.02; limits: Cornfield 1956, Proceedings of the Third Berkeley
 * Symposium 4:135).
 *
 * <p>Given the number of successes of both arms, that of the experimental arm is noncentral hypergeometric.
 */
public final class FisherExactTest {
    /** Tables whose probabilities differ by less than rounding count as equally likely. */
    private static final double SAME = 1 + 1e-7;

    private final int least;
    private final int most;
    private final int seen;
    /** Logarithm of the number of ways in which each number of experimental successes can come about. */
    private final double[] logWays;

    private FisherExactTest(TwoProportions data) {
        seen = data.successesExperimental();
        least = Math.max(0, data.successes() - data.patientsControl());
        most = Math.min(data.patientsExperimental(), data.successes());
        logWays = new double[most - least + 1];
        for (int x = least; x < most; x++) {
            double more = (double) (data.patientsExperimental() - x) * (data.successes() - x);
            double back = (x + 1.0) * (data.patientsControl() - data.successes() + x + 1.0);
            logWays[x - least + 1] = logWays[x - least] + StrictMath.log(more / back);
        }
    }

    /** Tests equal odds. */
    public static FisherExactTest of(TwoProportions data) {
        return new FisherExactTest(data);
    }

    /** Probabilities of each number of experimental successes under a log odds ratio. */
    private double[] probabilities(double logOddsRatio) {
        double[] p = new double[logWays.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < p.length; i++) {
            p[i] = logWays[i] + logOddsRatio * i;
            largest = Math.max(largest, p[i]);
        }
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = StrictMath.exp(p[i] - largest);
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    private double sum(double logOddsRatio, int from, int to) {
        double[] p = probabilities(logOddsRatio);
        double sum = 0;
        for (int x = from; x <= to; x++) {
            sum += p[x - least];
        }
        return Math.min(1, sum);
    }

    /** One-sided p-value against more success in the experimental arm: that many or more. */
    public double pOneSided() {
        return sum(0, seen, most);
    }

    /** Two-sided p-value: all tables that are not more likely than the one seen (Irwin 1935, Metron 12:83). */
    public double pTwoSided() {
        double[] p = probabilities(0);
        double sum = 0;
        for (double each : p) {
            sum += each <= p[seen - least] * SAME ? each : 0;
        }
        return Math.min(1, sum);
    }

    /**
     * Conditional maximum likelihood estimate of the odds ratio, experimental over control: the one under which as many
     * successes are expected as were seen. 0 or infinite when fewer, or more, are not possible; NaN when only one table
     * is.
     */
    public double oddsRatio() {
        if (least == most) {
            return Double.NaN;
        }
        return solve(this::expected, seen, seen == least, seen == most);
    }

    private double expected(double logOddsRatio) {
        double[] p = probabilities(logOddsRatio);
        double mean = 0;
        for (int i = 0; i < p.length; i++) {
            mean += p[i] * (least + i);
        }
        return mean;
    }

    /**
     * Exact two-sided limits of the odds ratio: those under which the data, or more extreme ones, have half of 1 −
     * level. 0 and infinity where the data set no limit.
     *
     * @param level confidence level in (0, 1), such as 0.95
     */
    public Limits limits(double level) {
        ConfidenceLevel.check(level);
        double tail = (1 - level) / 2;
        double lower = solve(log -> sum(log, seen, most), tail, seen == least, false);
        double upper = solve(log -> 1 - sum(log, least, seen), 1 - tail, false, seen == most);
        return new Limits(lower, upper);
    }

    /** The odds ratio at which a function that rises with its logarithm reaches a target. */
    private static double solve(DoubleUnaryOperator f, double target, boolean zero, boolean infinite) {
        if (zero || infinite) {
            return zero ? 0 : Double.POSITIVE_INFINITY;
        }
        if (f.applyAsDouble(0) < target) {
            return StrictMath.exp(Roots.bracketAndSolve(f, target, Double.POSITIVE_INFINITY, 1));
        }
        DoubleUnaryOperator mirrored = x -> -f.applyAsDouble(-x);
        return StrictMath.exp(-Roots.bracketAndSolve(mirrored, -target, Double.POSITIVE_INFINITY, 1));
    }
}
