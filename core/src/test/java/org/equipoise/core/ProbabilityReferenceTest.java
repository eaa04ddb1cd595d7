package org.equipoise.core;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.distribution.PiecewiseExponential;
import org.equipoise.core.numerics.MultivariateNormal;
import org.equipoise.core.sequential.ReferenceDesigns;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Exponential distributions by rpact, and normal probabilities by mvtnorm. */
class ProbabilityReferenceTest {
    private static final List<KnownDifference> KNOWN = List.of(new KnownDifference(
            "dunnett/.*",
            2e-4,
            "qmvnorm's search stops at about 1e-4; ours agree to 1e-10 with the one-factor integral"));

    private static final PiecewiseExponential PIECES =
            PiecewiseExponential.of(new double[] {0, 6, 9}, new double[] {0.025, 0.04, 0.015});

    @Test
    void agrees() {
        census().printAndRequireReasons();
    }

    static Census census() {
        Census census = new Census(ProbabilityReferenceTest.class);
        for (JsonNode node : ReferenceFiles.cases("probability.json")) {
            String id = node.get("id").asString();
            Differences differences = new Differences();
            double[] theirs = ReferenceDesigns.numbers(node.get("expected"));
            differences.eachSame(
                    "value", ours(id), theirs, node.get("tolerance").asDouble());
            census.compared(
                    node.get("topic").asString(), id, differences, KnownDifference.reason(KNOWN, id, differences));
        }
        return census;
    }

    private static double[] ours(String id) {
        Exponential dieLess = Exponential.ofSurvival(0.6, 12);
        return switch (id) {
            case "convert/rpact_lambdaByMedian" -> one(Exponential.ofMedian(6).rate());
            case "convert/rpact_medianByPi" -> one(dieLess.quantile(0.5));
            case "convert/rpact_hrByPi" ->
                one(dieLess.rate() / Exponential.ofSurvival(0.4, 12).rate());
            case "pwexp/rpact_ppwexp" ->
                DoubleStream.of(1, 5, 8, 15, 30)
                        .map(time -> 1 - PIECES.survival(time))
                        .toArray();
            case "pwexp/rpact_qpwexp" ->
                DoubleStream.of(0.1, 0.3, 0.5, 0.9).map(PIECES::quantile).toArray();
            case "mvn/bvn_0.8_1.5" -> one(below(new double[] {1.5, 1.5}, equal(2, 0.8)));
            case "mvn/tvn" ->
                one(below(new double[] {1.5, 1.8, 2}, new double[][] {{1, 0.7, 0.5}, {0.7, 1, 0.8}, {0.5, 0.8, 1}}));
            case "dunnett/crit_k3" -> one(MultivariateNormal.equalUpperBound(0.025, equal(3, 0.5)));
            case "dunnett/crit_k4" -> one(MultivariateNormal.equalUpperBound(0.025, equal(4, 0.5)));
            default -> throw new IllegalStateException("unknown case " + id);
        };
    }

    private static double[] one(double value) {
        return new double[] {value};
    }

    private static double below(double[] upper, double[][] correlation) {
        double[] lower = new double[upper.length];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        return MultivariateNormal.inside(lower, upper, correlation);
    }

    private static double[][] equal(int n, double rho) {
        double[][] correlation = new double[n][n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(correlation[i], rho);
            correlation[i][i] = 1;
        }
        return correlation;
    }
}
