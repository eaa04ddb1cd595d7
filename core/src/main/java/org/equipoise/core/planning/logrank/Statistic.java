package org.equipoise.core.planning.logrank;

/** A test statistic of times to an event that is a smooth functional of the data. */
interface Statistic {
    /** At one cut. */
    Expansion at(Cut cut);

    /** At the expected data of a cut; cheaper than {@link #at}. */
    FirstOrder expected(Cut cut);

    /** Patient time at which it is not smooth; infinite for none. */
    double horizon();

    /** Whether it is smooth about where the first events happen. */
    boolean isSmoothEarly();

    /**
     * A weighted log-rank test.
     *
     * @param theta hazard ratio, experimental over control, under the null hypothesis
     */
    record Score(TestWeight weight, double theta) implements Statistic {
        @Override
        public Expansion at(Cut cut) {
            return new ScoreExpansion(cut, weight, theta);
        }

        @Override
        public FirstOrder expected(Cut cut) {
            return FirstOrder.of(cut, weight, theta);
        }

        @Override
        public double horizon() {
            return weight.horizon();
        }

        @Override
        public boolean isSmoothEarly() {
            return weight.isSmoothEarly();
        }
    }

    /**
     * Wald's test of the Cox model.
     *
     * @param logRatioH0 logarithm of the hazard ratio, experimental over control, under the null hypothesis
     */
    record Wald(double logRatioH0) implements Statistic {
        @Override
        public Expansion at(Cut cut) {
            return new WaldExpansion(cut, logRatioH0);
        }

        @Override
        public FirstOrder expected(Cut cut) {
            return WaldExpansion.expected(cut, logRatioH0);
        }

        @Override
        public double horizon() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public boolean isSmoothEarly() {
            return true;
        }
    }
}
