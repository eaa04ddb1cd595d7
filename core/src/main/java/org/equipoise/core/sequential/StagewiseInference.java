package org.equipoise.core.sequential;

import java.util.function.DoubleUnaryOperator;
import org.equipoise.core.numerics.Roots;

/**
 * Inference once a trial has stopped, by stagewise ordering: a result is the more extreme the earlier the trial
 * stopped, and at one look the larger Z is (Tsiatis, Rosner and Mehta 1984, Biometrics 40:797-803; Jennison and
 * Turnbull 2000, sections 8.4 and 8.5). It depends on no look after the one where the trial stopped. Immutable.
 *
 * <p>All that is asked is P(a result at least as extreme, upwards), which increases with the drift.
 */
public final class StagewiseInference {
    private final StoppingBounds bounds;
    private final int look;
    private final double z;

    private StagewiseInference(StoppingBounds bounds, int look, double z) {
        this.bounds = bounds;
        this.look = look;
        this.z = z;
    }

    /**
     * Inference for a trial that stopped at a look.
     *
     * @param bounds with the actual information of the looks up to that one; a futility bound that does not bind is
     *     best left out, {@link GroupSequentialDesign#boundsForAlpha}
     * @param look from 1
     * @param z Z at that look, finite; positive favours the experimental arm
     * @throws IllegalArgumentException when one is out of range
     */
    public static StagewiseInference of(StoppingBounds bounds, int look, double z) {
        return new StagewiseInference(bounds, Require.look(look, bounds.looks()), Require.finite("z", z));
    }

    /** P(a result at least as extreme, upwards) when Z has that mean at information 1. */
    public double extremeness(double drift) {
        Recursion recursion = Recursion.under(Require.finite("drift", drift), bounds.corridor());
        double sum = recursion.above(look - 1, z, drift);
        for (int k = 0; k < look - 1; k++) {
            sum += recursion.upper(k, drift);
            if (bounds.sides() == 2 && z < 0) {
                sum += recursion.wedge(k, drift);
            }
        }
        return sum;
    }

    /** One-sided p-value. */
    public double pValue() {
        return extremeness(0);
    }

    /** Twice the smaller of the two one-sided p-values. */
    public double pValueTwoSided() {
        double upwards = pValue();
        return 2 * Math.min(upwards, 1 - upwards);
    }

    /** The drift under which a result is as likely above as below this one. */
    public double medianUnbiasedEstimate() {
        return driftOf(0.5);
    }

    /**
     * Exact confidence interval of the drift with equal tails.
     *
     * @param level such as 0.95, in (0, 1)
     */
    public ConfidenceInterval confidenceInterval(double level) {
        double tail = (1 - Require.inside("level", level, 0, 1)) / 2;
        return new ConfidenceInterval(driftOf(tail), driftOf(1 - tail));
    }

    private double driftOf(double probability) {
        double root = Math.sqrt(bounds.information(look));
        DoubleUnaryOperator excess = drift -> extremeness(drift) - probability;
        double low = z / root;
        double high = low;
        double step = 1 / root;
        while (excess.applyAsDouble(low) > 0) {
            high = low;
            low -= step;
            step *= 2;
        }
        step = 1 / root;
        while (excess.applyAsDouble(high) < 0) {
            low = high;
            high += step;
            step *= 2;
        }
        return low < high ? Roots.within(excess, low, high, 1e-11) : low;
    }
}
