package org.equipoise.core.planning.logrank;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.equipoise.core.numerics.LargestNormal;
import org.equipoise.core.numerics.MultivariateNormal;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedTrial;

/**
 * The largest of several weighted log-rank statistics at one look (Lee 2007, Statistics in Medicine 26:1830; Karrison
 * 2016, Stata Journal 16:678). Z is that of its p-value, Φ⁻¹(1 − p), so that bounds are those of any other test.
 *
 * <p>A bound of Z is one for all statistics, by the correlation that the expected data show under the null hypothesis.
 * Each statistic exceeds it with its own probability to second order ({@link TestMoments#standardised}); together they
 * are jointly normal on those scales, with their correlation under the alternative to first order.
 *
 * @param weights two to {@link LargestNormal#MOST_VARIABLES} different ones
 */
public record MaxCombo(List<TestWeight> weights) implements PlannedTest {
    private static final double NEAR = 1;
    private static final double AWAY = 3;

    /** @throws IllegalArgumentException when there are fewer or more weights */
    public MaxCombo {
        weights = List.copyOf(weights);
        if (weights.size() < 2 || weights.size() > LargestNormal.MOST_VARIABLES) {
            throw new IllegalArgumentException(
                    "weights must be from 2 to " + LargestNormal.MOST_VARIABLES + ", were " + weights.size());
        }
    }

    /** {@inheritDoc} There must be one look. */
    @Override
    public JointMoments joint(PlannedTrial trial, double hazardRatioH0, List<Look> looks) {
        if (looks.size() != 1) {
            throw new IllegalArgumentException("MaxCombo is planned at one look, there were " + looks.size());
        }
        JointStatistics statistics = statistics(trial, hazardRatioH0, looks.get(0));
        JointMoments components = statistics.moments();
        double[][] underNull = covariance(statistics.expected(0), hazardRatioH0);
        int count = weights.size();
        double[][] correlation = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                correlation[i][j] = i == j ? 1 : Math.max(-1, Math.min(1, components.correlation(i, j)));
            }
        }
        DoubleUnaryOperator scale = criticalValue -> {
            double bound = LargestNormal.bound(criticalValue, underNull);
            double[] upper = new double[count];
            Arrays.setAll(upper, i -> components.looks().get(i).standardised(bound));
            return MultivariateNormal.score(upper, correlation);
        };
        return JointMoments.atOneLook(moments(components.looks().get(0), scale), scale);
    }

    /** As of the normal distribution that agrees with Z at two places. */
    private static TestMoments moments(TestMoments first, DoubleUnaryOperator scale) {
        double near = scale.applyAsDouble(NEAR);
        double deviation = (AWAY - NEAR) / (scale.applyAsDouble(AWAY) - near);
        return new TestMoments(
                first.calendarTime(),
                first.events(),
                first.patients(),
                first.score(),
                first.information(),
                NEAR - near * deviation,
                deviation,
                0,
                first.eventsDeviation(),
                first.eventsCorrelation());
    }

    @Override
    public double firstOrder(PlannedTrial trial, double hazardRatioH0, Look look, double criticalValue) {
        Cut cut = statistics(trial, hazardRatioH0, look).expected(0);
        double[][] covariance = covariance(cut, hazardRatioH0);
        int count = weights.size();
        double bound = LargestNormal.bound(criticalValue, covariance);
        double[] upper = new double[count];
        double[][] correlation = new double[count][count];
        for (int i = 0; i < count; i++) {
            upper[i] = bound - FirstOrder.of(cut, weights.get(i), hazardRatioH0).mean();
            for (int j = 0; j < count; j++) {
                correlation[i][j] =
                        i == j ? 1 : Math.min(1, covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]));
            }
        }
        return MultivariateNormal.score(upper, correlation);
    }

    /** The events, whatever their weights. */
    @Override
    public double[] information(PlannedTrial trial, double hazardRatioH0, List<Look> looks) {
        return TestWeight.LOG_RANK.information(trial, hazardRatioH0, looks);
    }

    private JointStatistics statistics(PlannedTrial trial, double hazardRatioH0, Look look) {
        List<Statistic> all = weights.stream()
                .map(weight -> (Statistic) new Statistic.Score(weight, hazardRatioH0))
                .toList();
        return JointStatistics.atOneLook(trial, ExpectedEvents.of(trial), all, look);
    }

    /** Of the scores under the null hypothesis, as the expected data show it: Σ wᵢ wⱼ p (1 − p) over events. */
    private double[][] covariance(Cut cut, double theta) {
        int count = weights.size();
        double[][] covariance = new double[count][count];
        RiskRate rate = new RiskRate();
        for (int stratum = 0; stratum < cut.strata(); stratum++) {
            int index = stratum;
            List<ExpectedStratum> weighted = IntStream.range(0, count)
                    .mapToObj(i -> new ExpectedStratum(cut, weights.get(i), theta, index))
                    .toList();
            for (int i = 0; i < count; i++) {
                for (int j = 0; j <= i; j++) {
                    double exponent =
                            1 + weights.get(i).atRiskPower() + weights.get(j).atRiskPower();
                    double[] part = new double[cut.count];
                    for (int k = 0; k < cut.count; k++) {
                        ExpectedStratum one = weighted.get(i);
                        rate.variance(
                                one.share[k], one.atRisk[k], exponent, theta, one.control[k], one.experimental[k]);
                        part[k] = one.value[k] * weighted.get(j).value[k] * rate.value();
                    }
                    covariance[i][j] += cut.integral(part);
                    covariance[j][i] = covariance[i][j];
                }
            }
        }
        return covariance;
    }
}
