package org.equipoise.core.proportion;

import java.util.Locale;
import org.equipoise.core.numerics.ConfidenceLevel;
import org.equipoise.core.numerics.Limits;
import org.equipoise.core.numerics.Roots;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.numerics.ZTest;

/**
 * Score test of two proportions against any difference, ratio or odds ratio, and the confidence limits that follow from
 * it: the variance is taken at the estimates that are most likely under the null hypothesis (Miettinen and Nurminen
 * 1985, Statistics in Medicine 4:213; Farrington and Manning 1990, Statistics in Medicine 9:1447).
 *
 * <p>Against no effect it is the chi-square test, for Miettinen and Nurminen's with N − 1 in place of N. Z &gt; 0
 * favours the experimental arm when success is good. Where nobody or everybody succeeded, z against no effect is 0.
 *
 * @param data the counts
 * @param measure what is tested
 * @param nullValue its value under the null hypothesis
 * @param corrected whether the variance has Miettinen and Nurminen's factor N / (N − 1), which Farrington and Manning
 *     leave out
 */
public record ScoreTest(TwoProportions data, EffectMeasure measure, double nullValue, boolean corrected)
        implements ZTest {
    /** Checks the value. */
    public ScoreTest {
        boolean valid = measure == EffectMeasure.DIFFERENCE
                ? Math.abs(nullValue) < 1
                : nullValue > 0 && nullValue < Double.POSITIVE_INFINITY;
        if (!valid) {
            String range = measure == EffectMeasure.DIFFERENCE ? "between -1 and 1" : "positive and finite";
            throw new IllegalArgumentException("nullValue must be " + range + " for a "
                    + measure.toString().toLowerCase(Locale.ROOT) + ", was " + nullValue);
        }
    }

    /** Miettinen and Nurminen's test. */
    public static ScoreTest miettinenNurminen(TwoProportions data, EffectMeasure measure, double nullValue) {
        return new ScoreTest(data, measure, nullValue, true);
    }

    /** Farrington and Manning's test. */
    public static ScoreTest farringtonManning(TwoProportions data, EffectMeasure measure, double nullValue) {
        return new ScoreTest(data, measure, nullValue, false);
    }

    /** Estimate of the measure, from the observed proportions; infinite for a positive number over 0, NaN for 0 / 0. */
    public double estimate() {
        return measure.estimate(data);
    }

    @Override
    public double z() {
        return z(nullValue);
    }

    private double z(double value) {
        double p0 = measure.controlAt(data, value);
        double p1 = measure.experimentalFor(p0, value);
        double n = data.patients();
        double factor = corrected ? Math.sqrt((n - 1) / n) : 1;
        return factor * measure.score(data, p0, p1, value);
    }

    /**
     * Two-sided limits: the values that the test does not reject at half of 1 − level on each side. Computed to 1e-13;
     * those of a ratio may be 0 or infinite.
     *
     * @param level confidence level in (0, 1), such as 0.95
     */
    public Limits limits(double level) {
        ConfidenceLevel.check(level);
        return new Limits(solve((1 - level) / 2), solve((1 + level) / 2));
    }

    /** The value at which the data lie in the given quantile of the test: z falls as the value grows. */
    private double solve(double quantile) {
        // The place v in [0, 1] stands for the difference 2v - 1, or the ratio v / (1 - v).
        double place = Roots.bracketAndSolve(this::tailAt, quantile, tailAt(1), 0.5);
        return valueAt(Math.min(1, place));
    }

    private double valueAt(double place) {
        return measure == EffectMeasure.DIFFERENCE ? 2 * place - 1 : place / (1 - place);
    }

    private double tailAt(double place) {
        if (place <= 0) {
            return extremeTail(data.swapped(), 0);
        }
        return place >= 1 ? extremeTail(data, 1) : StandardNormal.lowerTail(-z(valueAt(place)));
    }

    /** At the end of the range the data are impossible, or else of no evidence against it. */
    private double extremeTail(TwoProportions seen, double impossible) {
        boolean possible = switch (measure) {
            case DIFFERENCE ->
                seen.successesControl() == 0 && seen.successesExperimental() == seen.patientsExperimental();
            case RATIO -> seen.successesControl() == 0;
            case ODDS_RATIO ->
                seen.successesControl() == 0 || seen.successesExperimental() == seen.patientsExperimental();
        };
        return possible ? 0.5 : impossible;
    }
}
