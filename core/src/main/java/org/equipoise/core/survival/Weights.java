package org.equipoise.core.survival;

import org.equipoise.core.numerics.StrictPower;

/**
 * Weights of a {@link WeightedLogRankTest}: how much an event counts, given what both arms together have shown by then.
 *
 * <p>S is the Kaplan-Meier estimate of both arms together, within the stratum when the test is stratified. A common
 * factor does not matter to the test.
 */
public sealed interface Weights {
    /**
     * Weight of the events at one time, ≥ 0.
     *
     * @param curve not modified
     */
    double at(PooledCurve curve);

    /** Whether weights depend on where an event time lies from a landmark, so that {@link #isEarly} must be asked. */
    default boolean dependOnTime() {
        return false;
    }

    /**
     * Whether an event time is early for these weights; early times come before all others.
     *
     * @param time event time, ≥ 0
     */
    default boolean isEarly(double time) {
        return false;
    }

    /** 1: the log-rank test (Mantel 1966, Cancer Chemotherapy Reports 50:163). */
    record LogRank() implements Weights {
        @Override
        public double at(PooledCurve curve) {
            return 1;
        }
    }

    /**
     * S(t−)^ρ (1 − S(t−))^γ (Fleming and Harrington 1991, "Counting processes and survival analysis", section 7.2); ρ
     * stresses early events, γ late ones. With 0⁰ = 1, (0, 0) is the log-rank test.
     *
     * @param rho ρ, finite and ≥ 0
     * @param gamma γ, finite and ≥ 0
     */
    record FlemingHarrington(double rho, double gamma) implements Weights {
        /** Checks the exponents. */
        public FlemingHarrington {
            checkExponent("rho", rho);
            checkExponent("gamma", gamma);
        }

        private static void checkExponent(String name, double exponent) {
            if (!(exponent >= 0 && exponent < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(name + " must be finite and not negative, was " + exponent);
            }
        }

        @Override
        public double at(PooledCurve curve) {
            return at(curve.survivalBefore());
        }

        /** Weight where S(t−) is {@code survival}, in [0, 1]. */
        double at(double survival) {
            return power(survival, rho) * power(1 - survival, gamma);
        }

        /** The usual exponents without a logarithm. */
        private static double power(double base, double exponent) {
            if (exponent == 0) {
                return 1;
            }
            if (exponent == 1) {
                return base;
            }
            return exponent == 0.5 ? Math.sqrt(base) : StrictPower.of(base, exponent);
        }
    }

    /**
     * Number at risk (Gehan 1965, Biometrika 52:203; Breslow 1970, Biometrika 57:579). Depends on the pattern of
     * censoring.
     */
    record GehanBreslow() implements Weights {
        @Override
        public double at(PooledCurve curve) {
            return curve.atRisk();
        }
    }

    /** Square root of the number at risk (Tarone and Ware 1977, Biometrika 64:156). */
    record TaroneWare() implements Weights {
        @Override
        public double at(PooledCurve curve) {
            return Math.sqrt(curve.atRisk());
        }
    }

    /**
     * S̃(t) = ∏ (1 − d / (n + 1)) over the event times up to and including t (Peto and Peto 1972, Journal of the Royal
     * Statistical Society A 135:185; in this form Klein and Moeschberger 2003, "Survival analysis", section 7.3).
     *
     * <p>survdiff of the R package survival calls its {@code rho = 1} Peto and Peto's, but weights by S(t−): that is
     * {@link FlemingHarrington} (1, 0).
     */
    record PetoPeto() implements Weights {
        @Override
        public double at(PooledCurve curve) {
            return curve.petoSurvival();
        }
    }

    /**
     * S̃(t) n / (n + 1), with S̃ as in {@link PetoPeto} (Andersen, Borgan, Gill and Keiding 1982, International
     * Statistical Review 50:219).
     */
    record ModifiedPetoPeto() implements Weights {
        @Override
        public double at(PooledCurve curve) {
            return curve.petoSurvival() * (curve.atRisk() / (curve.atRisk() + 1));
        }
    }

    /**
     * 1 / max(S(t−), S(τ), s): weights grow until τ, and stay as they are from then on (Magirr and Burman 2019,
     * Statistics in Medicine 38:3782, section 3).
     *
     * <p>S(τ) is the value of the right-continuous estimate, so events at τ itself count in it. nphRCT takes S(τ−),
     * which differs when τ is an event time; simtrial takes S just before the last event time up to τ.
     *
     * @param tau τ, in the unit of the data; ≥ 0, may be infinite when {@code leastSurvival} bounds the weights
     * @param leastSurvival s in [0, 1]: weights are at most 1 / s (Magirr 2021, Pharmaceutical Statistics 20:512); 0
     *     for no bound
     */
    record ModestlyWeighted(double tau, double leastSurvival) implements Weights {
        /** Checks the ranges. */
        public ModestlyWeighted {
            if (!(tau >= 0)) {
                throw new IllegalArgumentException("tau must not be negative, was " + tau);
            }
            if (!(leastSurvival >= 0 && leastSurvival <= 1)) {
                throw new IllegalArgumentException("leastSurvival must be from 0 to 1, was " + leastSurvival);
            }
        }

        /** Weights bounded by S(τ) alone. */
        public ModestlyWeighted(double tau) {
            this(tau, 0);
        }

        @Override
        public double at(PooledCurve curve) {
            return 1 / Math.max(Math.max(curve.survivalBefore(), curve.survivalAtLandmark()), leastSurvival);
        }

        @Override
        public boolean dependOnTime() {
            return true;
        }

        @Override
        public boolean isEarly(double time) {
            return time <= tau;
        }
    }

    /**
     * 0 before a time, 1 from then on: the log-rank test of what comes after the effect has set in (Xu, Zhen, Park and
     * Zhu 2017, Statistics in Medicine 36:592).
     *
     * @param until end of the early period, in the unit of the data; finite and ≥ 0; an event at that very time counts
     */
    record EarlyZero(double until) implements Weights {
        /** Checks the range. */
        public EarlyZero {
            if (!(until >= 0 && until < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("until must be finite and not negative, was " + until);
            }
        }

        @Override
        public double at(PooledCurve curve) {
            return curve.isEarly() ? 0 : 1;
        }

        @Override
        public boolean dependOnTime() {
            return true;
        }

        @Override
        public boolean isEarly(double time) {
            return time < until;
        }
    }
}
