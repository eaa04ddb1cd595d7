package org.equipoise.core.sequential;

import java.util.function.DoubleUnaryOperator;
import org.equipoise.core.numerics.Roots;
import org.equipoise.core.numerics.StandardNormal;

/**
 * What an interim look tells about the rest of the trial: conditional and predictive power, as functions of its Z, and
 * the Z that belongs to a given value of them. All remaining looks count, with all bounds given. Immutable.
 *
 * <p>Conditional power: Lan, Simon and Halperin 1982, Sequential Analysis 1:207-219; Lan and Wittes 1988, Biometrics
 * 44:579-585. Predictive power: Spiegelhalter, Freedman and Blackburn 1986, Controlled Clinical Trials 7:8-17, over all
 * remaining looks, see {@link Corridor#after}.
 */
public final class Interim {
    private final Corridor corridor;
    private final int look;
    private final double t;

    private Interim(Corridor corridor, int look) {
        this.corridor = corridor;
        this.look = look;
        t = corridor.information()[look - 1];
    }

    /**
     * One interim look.
     *
     * @param bounds information and bounds of the whole trial: those of looks still to come count
     * @param look from 1, before the last
     * @throws IllegalArgumentException when it is not one before the last
     */
    public static Interim of(StoppingBounds bounds, int look) {
        return new Interim(bounds.corridor(), Require.look(look, bounds.looks() - 1));
    }

    /** Lan and Wittes' B-value, Z√t: its expectation at information t is t times the drift. */
    public double bValue(double z) {
        return z * Math.sqrt(t);
    }

    /** P(a later look rejects upwards) given Z here, when the drift is known. */
    public double conditionalPower(double z, double drift) {
        return power(z, Require.finite("drift", drift), 0);
    }

    /** {@link #conditionalPower} when the drift is as estimated here, Z / √t. */
    public double powerUnderTrend(double z) {
        return conditionalPower(z, z / Math.sqrt(t));
    }

    /** {@link #conditionalPower} under drift 0: the conditional rejection probability, or conditional type I error. */
    public double conditionalError(double z) {
        return conditionalPower(z, 0);
    }

    /** P(a later look rejects upwards) given Z here, with a flat prior of the drift. */
    public double predictivePower(double z) {
        return power(z, z / Math.sqrt(t), 1 / t);
    }

    /**
     * P(a later look rejects upwards) given Z here, with a normal prior of the drift.
     *
     * @param priorMean finite
     * @param priorSd positive
     */
    public double predictivePower(double z, double priorMean, double priorSd) {
        double variance = posteriorVariance(priorSd);
        return power(z, posteriorMean(z, priorMean, priorSd), variance);
    }

    /**
     * Where a later Z will lie, whether or not the trial stops before, with a flat prior of the drift.
     *
     * @param later a look after this one
     * @param level such as 0.95, in (0, 1)
     */
    public ConfidenceInterval predictionInterval(double z, int later, double level) {
        return predicted(z, later, level, z / Math.sqrt(t), 1 / t);
    }

    /** {@link #predictionInterval} with a normal prior of the drift. */
    public ConfidenceInterval predictionInterval(double z, int later, double level, double priorMean, double priorSd) {
        double variance = posteriorVariance(priorSd);
        return predicted(z, later, level, posteriorMean(z, priorMean, priorSd), variance);
    }

    /** The Z at this look with which {@link #conditionalPower} has that value, in (0, 1). */
    public double zForConditionalPower(double power, double drift) {
        return zFor("conditional power", power, z -> conditionalPower(z, drift));
    }

    /** The Z at this look with which {@link #powerUnderTrend} has that value, in (0, 1). */
    public double zForPowerUnderTrend(double power) {
        return zFor("power under the trend", power, this::powerUnderTrend);
    }

    /** The Z at this look with which {@link #predictivePower(double)} has that value, in (0, 1). */
    public double zForPredictivePower(double power) {
        return zFor("predictive power", power, this::predictivePower);
    }

    /** The Z at this look with which {@link #predictivePower(double, double, double)} has that value, in (0, 1). */
    public double zForPredictivePower(double power, double priorMean, double priorSd) {
        return zFor("predictive power", power, z -> predictivePower(z, priorMean, priorSd));
    }

    private double power(double z, double mean, double variance) {
        Corridor rest = corridor.after(look, t, bValue(Require.finite("z", z)), variance);
        return Recursion.under(mean, rest).rejection(mean);
    }

    private ConfidenceInterval predicted(double z, int later, double level, double mean, double variance) {
        if (!(later > look && later <= corridor.looks())) {
            throw new IllegalArgumentException(
                    "later look must be from " + (look + 1) + " to " + corridor.looks() + ", was " + later);
        }
        double quantile = StandardNormal.upperQuantile((1 - Require.inside("level", level, 0, 1)) / 2);
        double s = corridor.information()[later - 1];
        double u = s - t;
        double centre = (bValue(Require.finite("z", z)) + mean * u) / Math.sqrt(s);
        double half = quantile * Math.sqrt((u + variance * u * u) / s);
        return new ConfidenceInterval(centre - half, centre + half);
    }

    private double posteriorVariance(double priorSd) {
        return 1 / (1 / (Require.positive("standard deviation of the prior", priorSd) * priorSd) + t);
    }

    private double posteriorMean(double z, double priorMean, double priorSd) {
        return posteriorVariance(priorSd)
                * (Require.finite("mean of the prior", priorMean) / (priorSd * priorSd) + bValue(z));
    }

    private static double zFor(String what, double power, DoubleUnaryOperator powerOf) {
        Require.inside(what, power, 0, 1);
        DoubleUnaryOperator excess = z -> powerOf.applyAsDouble(z) - power;
        double low = -1;
        while (excess.applyAsDouble(low) > 0) {
            low *= 2;
        }
        double high = 1;
        while (excess.applyAsDouble(high) < 0) {
            high *= 2;
        }
        return Roots.within(excess, low, high, 1e-11);
    }
}
