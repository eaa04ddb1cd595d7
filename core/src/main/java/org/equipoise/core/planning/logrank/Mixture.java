package org.equipoise.core.planning.logrank;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Moments of a mixture from those of its parts, by the laws of total mean, covariance and third cumulant. */
final class Mixture {
    private final List<JointMoments> parts;
    private final double[] weights;

    private Mixture(List<JointMoments> parts, double[] weights) {
        this.parts = parts;
        this.weights = weights;
    }

    static JointMoments of(List<JointMoments> parts, double[] weights) {
        return new Mixture(parts, weights).mixed();
    }

    private JointMoments mixed() {
        int looks = parts.get(0).size();
        double[] mean = new double[looks];
        for (int k = 0; k < looks; k++) {
            mean[k] = average(k, TestMoments::mean);
        }
        double[][] covariance = new double[looks][looks];
        double[] third = new double[looks];
        for (int p = 0; p < weights.length; p++) {
            JointMoments part = parts.get(p);
            for (int j = 0; j < looks; j++) {
                TestMoments at = part.looks().get(j);
                double shift = at.mean() - mean[j];
                double variance = part.covariance(j, j);
                third[j] += weights[p]
                        * (at.skewness() * variance * Math.sqrt(variance)
                                + 3 * shift * variance
                                + shift * shift * shift);
                for (int k = 0; k < looks; k++) {
                    double otherShift = part.looks().get(k).mean() - mean[k];
                    covariance[j][k] += weights[p] * (part.covariance(j, k) + shift * otherShift);
                }
            }
        }
        List<TestMoments> moments = new ArrayList<>();
        for (int k = 0; k < looks; k++) {
            double deviation = Math.sqrt(covariance[k][k]);
            moments.add(new TestMoments(
                    average(k, TestMoments::calendarTime),
                    average(k, TestMoments::events),
                    average(k, TestMoments::patients),
                    average(k, TestMoments::score),
                    average(k, TestMoments::information),
                    mean[k],
                    deviation,
                    third[k] / (deviation * deviation * deviation)));
        }
        return new JointMoments(moments, covariance);
    }

    private double average(int look, ToDoubleFunction<TestMoments> figure) {
        double sum = 0;
        for (int p = 0; p < weights.length; p++) {
            sum += weights[p] * figure.applyAsDouble(parts.get(p).looks().get(look));
        }
        return sum;
    }
}
