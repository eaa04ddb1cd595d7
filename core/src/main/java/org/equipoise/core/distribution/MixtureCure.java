package org.equipoise.core.distribution;

/**
 * Mixture cure model (Boag 1949; Berkson and Gage 1952): a share of patients never has the event, the others follow a
 * given distribution; S(t) = cured + (1 - cured) S₀(t).
 *
 * @param cured share in [0, 1) that never has the event
 * @param of distribution S₀ of the others
 */
public record MixtureCure(double cured, EventTimeDistribution of) implements EventTimeDistribution {

    /** @throws IllegalArgumentException when the share is not in [0, 1) */
    public MixtureCure {
        if (!(cured >= 0 && cured < 1)) {
            throw new IllegalArgumentException("cured share must be at least 0 and less than 1, was " + cured);
        }
    }

    /**
     * By the share cured and the distribution of the others; see {@link #MixtureCure(double, EventTimeDistribution)}.
     */
    public static MixtureCure of(double cured, EventTimeDistribution of) {
        return new MixtureCure(cured, of);
    }

    @Override
    public double survival(double time) {
        return cured == 0 ? of.survival(time) : cured + (1 - cured) * of.survival(time);
    }

    @Override
    public double cumulativeHazard(double time) {
        double uncured = of.cumulativeHazard(time);
        if (cured == 0) {
            return uncured;
        }
        double event = -StrictMath.expm1(-uncured);
        return event < 0.5
                ? -StrictMath.log1p(-(1 - cured) * event)
                : -StrictMath.log(cured + (1 - cured) * StrictMath.exp(-uncured));
    }

    @Override
    public double hazard(double time) {
        if (cured == 0) {
            return of.hazard(time);
        }
        return (1 - cured) * of.density(time) / survival(time);
    }

    @Override
    public double density(double time) {
        return (1 - cured) * of.density(time);
    }

    @Override
    public double inverseCumulativeHazard(double cumulativeHazard) {
        return of.inverseCumulativeHazard(uncuredHazard(cumulativeHazard));
    }

    @Override
    public double mean() {
        return cured > 0 ? Double.POSITIVE_INFINITY : of.mean();
    }

    @Override
    public double[] knots() {
        return of.knots();
    }

    @Override
    public void toEventTimes(double[] exponentials, int from, int to) {
        for (int i = from; i < to; i++) {
            exponentials[i] = uncuredHazard(exponentials[i]);
        }
        of.toEventTimes(exponentials, from, to);
    }

    /**
     * Cumulative hazard of the uncured when that of all is {@code cumulativeHazard}; infinite once only the cured are
     * left.
     */
    private double uncuredHazard(double cumulativeHazard) {
        if (cured == 0) {
            return cumulativeHazard;
        }
        double event = -StrictMath.expm1(-cumulativeHazard) / (1 - cured);
        if (event < 0.5) {
            return -StrictMath.log1p(-event);
        }
        double left = StrictMath.exp(-cumulativeHazard) - cured;
        return left > 0 ? -StrictMath.log(left / (1 - cured)) : Double.POSITIVE_INFINITY;
    }
}
