package org.equipoise.core.survival;

/** Scale on which confidence limits of a survival probability are symmetric before they are transformed back. */
public enum SurvivalScale {
    /** S itself, cut to [0, 1]. */
    PLAIN {
        @Override
        Limits limits(double survival, double halfWidth) {
            return new Limits(
                    Math.max(0, survival - halfWidth * survival), Math.min(1, survival + halfWidth * survival));
        }
    },

    /** ln S, that is the cumulative hazard; the upper limit is cut at 1. */
    LOG {
        @Override
        Limits limits(double survival, double halfWidth) {
            double factor = StrictMath.exp(halfWidth);
            return new Limits(survival / factor, Math.min(1, survival * factor));
        }
    },

    /** ln(−ln S); never leaves (0, 1), and best in small samples (Borgan and Liestøl 1990). */
    LOG_LOG {
        @Override
        Limits limits(double survival, double halfWidth) {
            double logSurvival = StrictMath.log(survival);
            double factor = StrictMath.exp(halfWidth / -logSurvival);
            return new Limits(StrictMath.exp(logSurvival * factor), StrictMath.exp(logSurvival / factor));
        }
    };

    /**
     * Limits of a survival probability.
     *
     * @param survival in (0, 1)
     * @param halfWidth half-width of the interval for ln S, &gt; 0
     */
    abstract Limits limits(double survival, double halfWidth);
}
