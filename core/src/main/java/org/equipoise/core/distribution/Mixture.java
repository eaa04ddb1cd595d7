package org.equipoise.core.distribution;

import java.util.Arrays;
import java.util.List;
import org.equipoise.core.numerics.StepFunction;

/**
 * Patients of several kinds, each with a distribution of their own: S(t) = Σ shareᵢ Sᵢ(t). What a trial sees of strata
 * that are not told apart.
 */
public final class Mixture implements EventTimeDistribution {
    private final double[] shares;
    private final List<EventTimeDistribution> parts;

    private Mixture(double[] shares, List<EventTimeDistribution> parts) {
        this.shares = shares;
        this.parts = parts;
    }

    /**
     * The mixture; where all parts are the same, that one.
     *
     * @param shares positive, of any sum; not modified, not kept
     * @param parts as many as shares, at least one
     * @throws IllegalArgumentException when it is not so
     */
    public static EventTimeDistribution of(double[] shares, List<EventTimeDistribution> parts) {
        if (parts.isEmpty() || parts.size() != shares.length) {
            throw new IllegalArgumentException("a mixture needs as many shares as parts, at least one, had "
                    + shares.length + " and " + parts.size());
        }
        double sum = 0;
        for (double share : shares) {
            sum += Require.positive("share", share);
        }
        double total = sum;
        return parts.stream().allMatch(parts.get(0)::equals)
                ? parts.get(0)
                : new Mixture(Arrays.stream(shares).map(share -> share / total).toArray(), List.copyOf(parts));
    }

    /** Number of parts. */
    int size() {
        return parts.size();
    }

    /** Share of part {@code i} in [0, size); all together 1. */
    double share(int i) {
        return shares[i];
    }

    /** Distribution of part {@code i} in [0, size). */
    EventTimeDistribution part(int i) {
        return parts.get(i);
    }

    @Override
    public double survival(double time) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i] * parts.get(i).survival(time);
        }
        return sum;
    }

    @Override
    public double cumulativeHazard(double time) {
        double least = least(time);
        if (least == Double.POSITIVE_INFINITY) {
            return least;
        }
        // Relative to the part of which most are left, so that nothing is lost however few there are; and by what is
        // missing from 1, so that nothing is where hardly any event has happened.
        double missing = 0;
        for (int i = 0; i < shares.length; i++) {
            missing -= shares[i] * StrictMath.expm1(least - parts.get(i).cumulativeHazard(time));
        }
        return least - StrictMath.log1p(-missing);
    }

    private double least(double time) {
        double least = Double.POSITIVE_INFINITY;
        for (EventTimeDistribution part : parts) {
            least = Math.min(least, part.cumulativeHazard(time));
        }
        return least;
    }

    @Override
    public double hazard(double time) {
        double least = least(time);
        double events = 0;
        double left = 0;
        for (int i = 0; i < shares.length; i++) {
            double cumulative = parts.get(i).cumulativeHazard(time);
            double still = cumulative == least ? shares[i] : shares[i] * StrictMath.exp(least - cumulative);
            left += still;
            events += still > 0 ? still * parts.get(i).hazard(time) : 0;
        }
        return events / left;
    }

    @Override
    public double inverseCumulativeHazard(double cumulativeHazard) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (EventTimeDistribution part : parts) {
            double time = part.inverseCumulativeHazard(cumulativeHazard);
            low = Math.min(low, time);
            high = Math.max(high, time);
        }
        // Halves the numbers in between, not their distance: parts may be orders of magnitude apart, or never end.
        long below = Double.doubleToRawLongBits(low);
        long above = Double.doubleToRawLongBits(high);
        while (above - below > 1) {
            long middle = (below + above) >>> 1;
            if (cumulativeHazard(Double.longBitsToDouble(middle)) < cumulativeHazard) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return Double.longBitsToDouble(above);
    }

    @Override
    public double mean() {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i] * parts.get(i).mean();
        }
        return sum;
    }

    @Override
    public double[] knots() {
        double[] all = new double[0];
        for (EventTimeDistribution part : parts) {
            all = StepFunction.union(all, part.knots());
        }
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mixture that && Arrays.equals(shares, that.shares) && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shares) + parts.hashCode();
    }

    @Override
    public String toString() {
        return "Mixture[shares=" + Arrays.toString(shares) + ", parts=" + parts + "]";
    }
}
