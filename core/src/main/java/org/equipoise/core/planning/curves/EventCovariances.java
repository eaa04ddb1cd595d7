package org.equipoise.core.planning.curves;

import org.equipoise.core.planning.curves.CurveTest.Figure;

/**
 * Covariances of the number of events N at the time c of an analysis, and Z being a comparison of curves.
 *
 * @param rate expected events in each unit of time at c
 * @param variance of N(c)
 * @param ahead derivative of cov(N(c), N(c + h)) by h at 0, from above
 * @param withZ cov(N(c), Z(c))
 * @param aheadOfZ derivative of cov(N(c), Z(c + h)) by h at 0, from above
 */
record EventCovariances(double rate, double variance, double ahead, double withZ, double aheadOfZ) {
    /** Gathers them over arms and strata; arrays are for times c, c + h, c + 2h. */
    static final class Sum {
        private final double difference;
        private final double step;
        private final double[] variances = new double[3];
        private final double[] ofEstimate = new double[3];
        private final double[] ofVariance = new double[3];
        private double rate;
        private double variance;
        private double ahead;

        /**
         * @param difference on the scale of the test
         * @param step h
         */
        Sum(double difference, double step) {
            this.difference = difference;
            this.step = step;
        }

        /** @param weight of the arm in the difference */
        void add(double weight, Figure figure, double patients, ArmCurve[] curves, double[] events) {
            double gain = slope(events);
            rate += gain;
            variance += events[0] * (1 - events[0] / patients);
            ahead -= events[0] * gain / patients;
            double survival = curves[0].figure();
            double product = figure == Figure.LOG_LOG_SHARE ? survival * Math.log(survival) : -1;
            double first = -weight / product;
            double second = figure == Figure.LOG_LOG_SHARE ? (1 + Math.log(survival)) / (product * product) : 0;
            for (int k = 0; k < 3; k++) {
                double estimate = curves[k].withEvents(curves[0], events[0]);
                double own = curves[k].variance();
                variances[k] += first * first * own;
                ofEstimate[k] += first * estimate;
                ofVariance[k] += first * first * curves[k].varianceWithEvents(curves[0], events[0])
                        + 2 * first * weight * second * own * estimate;
            }
        }

        EventCovariances covariances() {
            double[] withZ = {withZ(0), withZ(1), withZ(2)};
            return new EventCovariances(rate, variance, ahead, withZ[0], slope(withZ));
        }

        /** At c, from above: covariances with an earlier Z take another course. */
        private double slope(double[] values) {
            return (4 * values[1] - 3 * values[0] - values[2]) / (2 * step);
        }

        /** Z is off as the estimate and its estimated variance are. */
        private double withZ(int k) {
            double root = Math.sqrt(variances[k]);
            return ofEstimate[k] / root - difference * ofVariance[k] / (2 * variances[k] * root);
        }
    }
}
