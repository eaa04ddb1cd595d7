package org.equipoise.core.survival;

import org.equipoise.core.numerics.Limits;

/**
 * Scale on which survival probabilities are compared, and on which their confidence limits are symmetric before they
 * are transformed back. All scales rise with S.
 */
public enum SurvivalScale {
    /** S itself, cut to [0, 1]. */
    PLAIN {
        @Override
        Limits limits(double survival, double halfWidth) {
            return new Limits(
                    Math.max(0, survival - halfWidth * survival), Math.min(1, survival + halfWidth * survival));
        }

        @Override
        double transformed(double survival) {
            return survival;
        }

        @Override
        double standardError(double survival, double logStandardError) {
            return survival > 0 ? survival * logStandardError : 0;
        }
    },

    /** ln S, that is the cumulative hazard; the upper limit is cut at 1. */
    LOG {
        @Override
        Limits limits(double survival, double halfWidth) {
            double factor = StrictMath.exp(halfWidth);
            return new Limits(survival / factor, Math.min(1, survival * factor));
        }

        @Override
        double transformed(double survival) {
            return StrictMath.log(survival);
        }

        @Override
        double standardError(double survival, double logStandardError) {
            return logStandardError;
        }
    },

    /** −ln(−ln S); never leaves (0, 1), and best in small samples (Borgan and Liestøl 1990). */
    LOG_LOG {
        @Override
        Limits limits(double survival, double halfWidth) {
            double logSurvival = StrictMath.log(survival);
            double factor = StrictMath.exp(halfWidth / -logSurvival);
            return new Limits(StrictMath.exp(logSurvival * factor), StrictMath.exp(logSurvival / factor));
        }

        @Override
        double transformed(double survival) {
            return -StrictMath.log(-StrictMath.log(survival));
        }

        @Override
        double standardError(double survival, double logStandardError) {
            return survival < 1 && survival > 0
                    ? logStandardError / -StrictMath.log(survival)
                    : Double.POSITIVE_INFINITY;
        }
    };

    /**
     * Limits of a survival probability.
     *
     * @param survival in (0, 1)
     * @param halfWidth half-width of the interval for ln S, &gt; 0
     */
    abstract Limits limits(double survival, double halfWidth);

    /** The probability on this scale; infinite at its ends where the scale is. */
    abstract double transformed(double survival);

    /**
     * Standard error on this scale, by the delta method; infinite where the scale is.
     *
     * @param logStandardError standard error of ln S; infinite when S is 0
     */
    abstract double standardError(double survival, double logStandardError);
}
