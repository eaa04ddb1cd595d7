package org.equipoise.core.planning.logrank;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.equipoise.core.planning.LastArrival;

/**
 * Moments of Z when the time over which patients come is random, by the laws of total mean, covariance and third
 * cumulant. What the random time moves is Z at the expected data; what it does to terms of second order is of fourth.
 */
public final class Mixture {
    private final JointMoments middle;
    private final List<List<ExpectedLook>> parts;
    private final double[] weights;

    private Mixture(JointMoments middle, List<List<ExpectedLook>> parts, double[] weights) {
        this.middle = middle;
        this.parts = parts;
        this.weights = weights;
    }

    /**
     * Over the times at which all may have come.
     *
     * @param middle moments at the mean of the last arrival
     * @param parts for each node and look what is expected
     */
    public static JointMoments of(JointMoments middle, List<List<ExpectedLook>> parts, List<LastArrival> nodes) {
        double[] weights = nodes.stream().mapToDouble(LastArrival::weight).toArray();
        return new Mixture(middle, parts, weights).mixed();
    }

    private JointMoments mixed() {
        int looks = middle.size();
        double[] center = new double[looks];
        for (int k = 0; k < looks; k++) {
            center[k] = average(k, ExpectedLook::z);
        }
        double[][] covariance = new double[looks][looks];
        double[] third = new double[looks];
        for (int j = 0; j < looks; j++) {
            third[j] = middle.looks().get(j).thirdCumulant();
            for (int k = 0; k < looks; k++) {
                covariance[j][k] = middle.covariance(j, k);
                for (int p = 0; p < weights.length; p++) {
                    covariance[j][k] += weights[p] * shift(p, j, center) * shift(p, k, center);
                }
            }
            for (int p = 0; p < weights.length; p++) {
                third[j] += weights[p] * Math.pow(shift(p, j, center), 3);
            }
        }
        List<TestMoments> moments = new ArrayList<>();
        for (int k = 0; k < looks; k++) {
            TestMoments at = middle.looks().get(k);
            double deviation = Math.sqrt(covariance[k][k]);
            double eventsVariance = at.eventsDeviation() * at.eventsDeviation();
            double eventsCovariance = at.eventsCorrelation() * at.eventsDeviation() * at.standardDeviation();
            double events = average(k, ExpectedLook::events);
            // At a number of events it is the same whenever all have come, but for rounding.
            for (int p = 0; p < weights.length && eventsVariance > 0; p++) {
                double shift = parts.get(p).get(k).events() - events;
                eventsVariance += weights[p] * shift * shift;
                eventsCovariance += weights[p] * shift * shift(p, k, center);
            }
            moments.add(new TestMoments(
                    average(k, ExpectedLook::time),
                    events,
                    average(k, ExpectedLook::patients),
                    average(k, look -> look.value().score()),
                    average(k, look -> look.value().information()),
                    at.mean() + center[k] - at.firstOrderMean(),
                    deviation,
                    third[k] / (deviation * deviation * deviation),
                    Math.sqrt(eventsVariance),
                    eventsVariance > 0 ? eventsCovariance / (Math.sqrt(eventsVariance) * deviation) : 0));
        }
        return new JointMoments(moments, covariance);
    }

    private double shift(int part, int look, double[] center) {
        return parts.get(part).get(look).z() - center[look];
    }

    private double average(int look, ToDoubleFunction<ExpectedLook> figure) {
        double sum = 0;
        for (int p = 0; p < weights.length; p++) {
            sum += weights[p] * figure.applyAsDouble(parts.get(p).get(look));
        }
        return sum;
    }
}
