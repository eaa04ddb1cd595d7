package org.equipoise.core.proportion;

/** How the proportion of the experimental arm, p₁, is compared with that of the control arm, p₀. */
public enum EffectMeasure {
    /** p₁ − p₀, in [−1, 1]. */
    DIFFERENCE {
        @Override
        double estimate(TwoProportions data) {
            return data.experimental() - data.control();
        }

        @Override
        double controlAt(TwoProportions data, double difference) {
            return Constrained.byDifference(data, difference);
        }

        @Override
        double experimentalFor(double control, double difference) {
            return Math.max(0, Math.min(1, control + difference));
        }

        @Override
        double score(TwoProportions data, double p0, double p1, double difference) {
            double variance = p1 * (1 - p1) / data.patientsExperimental() + p0 * (1 - p0) / data.patientsControl();
            return standardised(data.experimental() - data.control() - difference, variance);
        }
    },

    /** p₁ / p₀, in [0, ∞]. */
    RATIO {
        @Override
        double estimate(TwoProportions data) {
            return quotient(data.experimental(), data.control());
        }

        @Override
        double controlAt(TwoProportions data, double ratio) {
            return Constrained.byRatio(data, ratio);
        }

        @Override
        double experimentalFor(double control, double ratio) {
            return Math.min(1, control * ratio);
        }

        @Override
        double score(TwoProportions data, double p0, double p1, double ratio) {
            double variance = p1 * (1 - p1) / data.patientsExperimental()
                    + ratio * ratio * p0 * (1 - p0) / data.patientsControl();
            return standardised(data.experimental() - ratio * data.control(), variance);
        }
    },

    /** p₁ (1 − p₀) / (p₀ (1 − p₁)), in [0, ∞]. */
    ODDS_RATIO {
        @Override
        double estimate(TwoProportions data) {
            double p1 = data.experimental();
            double p0 = data.control();
            return quotient(p1 * (1 - p0), p0 * (1 - p1));
        }

        @Override
        double controlAt(TwoProportions data, double oddsRatio) {
            return Constrained.byOddsRatio(data, oddsRatio);
        }

        @Override
        double experimentalFor(double control, double oddsRatio) {
            return oddsRatio * control / (1 + control * (oddsRatio - 1));
        }

        @Override
        double score(TwoProportions data, double p0, double p1, double oddsRatio) {
            double information1 = data.patientsExperimental() * p1 * (1 - p1);
            double information0 = data.patientsControl() * p0 * (1 - p0);
            // Successes are given in sum: what the experimental arm has too many, the control arm has too few.
            double excess = data.successesExperimental() - data.patientsExperimental() * p1;
            double variance = quotient(information1 * information0, information1 + information0);
            return standardised(excess, variance);
        }
    };

    /** The value that means no effect: 0 for a difference, 1 for ratios. */
    public double none() {
        return this == DIFFERENCE ? 0 : 1;
    }

    /** Estimate of the measure from the observed proportions; NaN for 0 / 0. */
    abstract double estimate(TwoProportions data);

    /** Maximum likelihood estimate of p₀ when the measure has a given value. */
    abstract double controlAt(TwoProportions data, double value);

    /** p₁ for a p₀ when the measure has a given value. */
    abstract double experimentalFor(double control, double value);

    /** Score statistic of Farrington and Manning, given the constrained estimates. */
    abstract double score(TwoProportions data, double p0, double p1, double value);

    private static double quotient(double numerator, double denominator) {
        return numerator / denominator;
    }

    /** Numerator over standard deviation; without variance 0 or infinite, as the numerator says. */
    private static double standardised(double numerator, double variance) {
        if (variance > 0) {
            return numerator / Math.sqrt(variance);
        }
        return Math.abs(numerator) < 1e-12 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, numerator);
    }
}
