package org.equipoise.core.distribution;

import java.util.OptionalDouble;
import org.equipoise.core.numerics.StepFunction;

/**
 * A distribution whose hazard is that of a base distribution times a ratio, constant or piecewise constant over time.
 *
 * <p>{@code of} returns a simpler distribution where there is one, so that a proportional exponential is sampled as
 * fast as an exponential.
 */
public final class ProportionalHazards implements EventTimeDistribution {
    private final EventTimeDistribution base;
    private final StepFunction ratios;
    /** Cumulative hazards of the base and of this where each ratio starts. */
    private final double[] baseAtStart;

    private final double[] thisAtStart;

    private ProportionalHazards(EventTimeDistribution base, StepFunction ratios) {
        this.base = base;
        this.ratios = ratios;
        int size = ratios.size();
        baseAtStart = new double[size];
        thisAtStart = new double[size];
        for (int k = 1; k < size; k++) {
            baseAtStart[k] = base.cumulativeHazard(ratios.start(k));
            double gained = baseAtStart[k] - baseAtStart[k - 1];
            thisAtStart[k] = gained > 0 ? thisAtStart[k - 1] + ratios.stepValue(k - 1) * gained : thisAtStart[k - 1];
        }
    }

    /**
     * With one hazard ratio for all time.
     *
     * @param base whose hazard is multiplied
     * @param ratio hazard ratio, positive and finite
     * @return the same family for exponential, piecewise exponential, Weibull and Gompertz bases
     * @throws IllegalArgumentException when the ratio is not positive and finite, or the hazard becomes too extreme
     */
    public static EventTimeDistribution of(EventTimeDistribution base, double ratio) {
        return of(base, new double[] {0}, new double[] {ratio});
    }

    /**
     * With a hazard ratio that changes at given times, as under a delayed effect.
     *
     * @param base whose hazard is multiplied
     * @param starts times from which the ratios hold, ascending, the first is 0; not modified, not kept
     * @param ratios hazard ratios, positive and finite, as many as starts; not modified, not kept
     * @return exponential or piecewise exponential for bases of that kind; for one ratio and a Weibull or Gompertz
     *     base, the same family
     * @throws IllegalArgumentException when one of these does not hold, or the hazard becomes too extreme
     */
    public static EventTimeDistribution of(EventTimeDistribution base, double[] starts, double[] ratios) {
        for (double ratio : ratios) {
            Require.positive("hazard ratio", ratio);
        }
        StepFunction steps = StepFunction.of("hazard ratios", starts, ratios);
        if (steps.size() == 1) {
            return proportional(base, steps);
        }
        if (base instanceof Exponential exponential) {
            return new PiecewiseExponential(
                    constant("hazards", exponential.rate()).times(steps));
        }
        if (base instanceof PiecewiseExponential piecewise) {
            return new PiecewiseExponential(piecewise.hazards().times(steps));
        }
        if (base instanceof ProportionalHazards proportional) {
            return new ProportionalHazards(proportional.base, proportional.ratios.times(steps));
        }
        return new ProportionalHazards(base, steps);
    }

    private static EventTimeDistribution proportional(EventTimeDistribution base, StepFunction steps) {
        double ratio = steps.lastValue();
        if (ratio == 1) {
            return base;
        }
        if (base instanceof Exponential exponential) {
            return Exponential.ofRate(ratio * exponential.rate());
        }
        if (base instanceof PiecewiseExponential piecewise) {
            return new PiecewiseExponential(piecewise.hazards().times(steps));
        }
        if (base instanceof Weibull weibull) {
            return Weibull.of(weibull.shape(), weibull.scale() * StrictMath.pow(ratio, -1 / weibull.shape()));
        }
        if (base instanceof Gompertz gompertz) {
            return Gompertz.of(gompertz.shape(), ratio * gompertz.rate());
        }
        if (base instanceof ProportionalHazards proportional) {
            return new ProportionalHazards(proportional.base, proportional.ratios.times(steps));
        }
        return new ProportionalHazards(base, steps);
    }

    /**
     * The hazard of {@code other} over that of {@code base} where it can be seen that it is the same at all times;
     * undoes {@link #of(EventTimeDistribution, double)}.
     */
    public static OptionalDouble constantRatio(EventTimeDistribution other, EventTimeDistribution base) {
        if (other.equals(base)) {
            return OptionalDouble.of(1);
        }
        if (other instanceof Exponential a && base instanceof Exponential b) {
            return OptionalDouble.of(a.rate() / b.rate());
        }
        if (other instanceof Weibull a && base instanceof Weibull b && a.shape() == b.shape()) {
            return OptionalDouble.of(StrictMath.pow(a.scale() / b.scale(), -a.shape()));
        }
        if (other instanceof Gompertz a && base instanceof Gompertz b && a.shape() == b.shape()) {
            return OptionalDouble.of(a.rate() / b.rate());
        }
        if (other instanceof ProportionalHazards a && a.ratios.size() == 1 && a.base.equals(base)) {
            return OptionalDouble.of(a.ratios.lastValue());
        }
        return OptionalDouble.empty();
    }

    private static StepFunction constant(String what, double value) {
        return StepFunction.of(what, new double[] {0}, new double[] {value});
    }

    /** The distribution whose hazard is multiplied. */
    public EventTimeDistribution base() {
        return base;
    }

    /** Hazard ratios over time. */
    public StepFunction ratios() {
        return ratios;
    }

    @Override
    public double survival(double time) {
        return StrictMath.exp(-cumulativeHazard(time));
    }

    @Override
    public double cumulativeHazard(double time) {
        int k = ratios.stepAt(time);
        double gained = base.cumulativeHazard(time) - baseAtStart[k];
        return gained > 0 ? thisAtStart[k] + ratios.stepValue(k) * gained : thisAtStart[k];
    }

    @Override
    public double hazard(double time) {
        return ratios.value(time) * base.hazard(time);
    }

    @Override
    public double inverseCumulativeHazard(double cumulativeHazard) {
        if (cumulativeHazard == Double.POSITIVE_INFINITY) {
            return cumulativeHazard;
        }
        int last = thisAtStart.length - 1;
        int k = 0;
        while (k < last && thisAtStart[k + 1] < cumulativeHazard) {
            k++;
        }
        double time = base.inverseCumulativeHazard(
                baseAtStart[k] + (cumulativeHazard - thisAtStart[k]) / ratios.stepValue(k));
        return k == last ? time : Math.min(time, ratios.start(k + 1));
    }

    @Override
    public double mean() {
        return NumericalMean.of(this);
    }

    @Override
    public double[] knots() {
        return StepFunction.union(base.knots(), ratios.jumps());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProportionalHazards that && base.equals(that.base) && ratios.equals(that.ratios);
    }

    @Override
    public int hashCode() {
        return 31 * base.hashCode() + ratios.hashCode();
    }

    @Override
    public String toString() {
        return "ProportionalHazards[base=" + base + ", ratios=" + ratios + "]";
    }
}
