package org.equipoise.core.planning.fixed;

import org.equipoise.core.numerics.StandardNormal;

/** Textbook formulas that see nothing but the number of events. */
public enum EventFormula {
    /** (-ln θ) √r / (1 + r) (Schoenfeld 1981, Biometrika 68:316-319). */
    SCHOENFELD {
        @Override
        public double drift(double hazardRatio, double allocationRatio) {
            return -Math.log(hazardRatio) * Math.sqrt(allocationRatio) / (1 + allocationRatio);
        }
    },
    /** (1 - θ) √r / (1 + r θ) (Freedman 1982, Statistics in Medicine 1:121-129). */
    FREEDMAN {
        @Override
        public double drift(double hazardRatio, double allocationRatio) {
            return (1 - hazardRatio) * Math.sqrt(allocationRatio) / (1 + allocationRatio * hazardRatio);
        }
    },
    /** 2 (1 - θ) / (1 + θ) √r / (1 + r) (Hsieh 1992, Statistics in Medicine 11, on unbalanced allocation). */
    HSIEH_FREEDMAN {
        @Override
        public double drift(double hazardRatio, double allocationRatio) {
            return 2 * (1 - hazardRatio) / (1 + hazardRatio) * Math.sqrt(allocationRatio) / (1 + allocationRatio);
        }
    };

    /**
     * Mean of Z over the root of the number of events.
     *
     * @param hazardRatio hazard ratio over that of the null hypothesis, positive
     * @param allocationRatio patients in the experimental arm per patient in the control arm, positive
     */
    public abstract double drift(double hazardRatio, double allocationRatio);

    /**
     * Events, not rounded, for which Z exceeds z with probability {@code power}: ((z + z_power) / drift)².
     *
     * @param hazardRatio hazard ratio over that of the null hypothesis, in (0, 1)
     * @param allocationRatio patients in the experimental arm per patient in the control arm, positive and finite
     * @param alpha one-sided level in (0, 1)
     * @param power in (alpha, 1)
     * @throws IllegalArgumentException when one of these does not hold
     */
    public double requiredEvents(double hazardRatio, double allocationRatio, double alpha, double power) {
        if (!(hazardRatio > 0 && hazardRatio < 1)) {
            throw new IllegalArgumentException("hazard ratio must be greater than 0 and less than that of the null"
                    + " hypothesis, relative to which it was " + hazardRatio
                    + " (where events are desirable, exchange the arms)");
        }
        if (!(allocationRatio > 0 && allocationRatio <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("allocation ratio must be positive and finite, was " + allocationRatio);
        }
        if (!(alpha > 0 && power > alpha && power < 1)) {
            throw new IllegalArgumentException(
                    "0 < alpha < power < 1 must hold, alpha was " + alpha + " and power " + power);
        }
        double needed = StandardNormal.upperQuantile(alpha) + StandardNormal.upperQuantile(1 - power);
        double root = needed / drift(hazardRatio, allocationRatio);
        return root * root;
    }
}
