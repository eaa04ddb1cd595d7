package org.equipoise.simulator.engine;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.equipoise.core.numerics.MultivariateNormal;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.simulator.engine.PlainReplicate.Seen;
import org.equipoise.simulator.scenario.TestPlan;

/**
 * A second, plain implementation of the tests other than the log-rank test: each is written as its definition reads,
 * from patients as they are seen at a cut, control (arm 0) and experimental.
 */
final class PlainTest {
    private final TestPlan plan;
    private final List<Seen> seen;
    private final TreeSet<Double> eventTimes = new TreeSet<>();

    private PlainTest(TestPlan plan, List<Seen> seen) {
        this.plan = plan;
        this.seen = seen;
        seen.stream().filter(Seen::event).forEach(s -> eventTimes.add(s.time()));
    }

    /** Z of any method but the Cox model's; strata are more than one where the test is stratified. */
    static double z(TestPlan plan, List<List<Seen>> strata) {
        return switch (plan.method()) {
            case RMST -> new PlainTest(plan, strata.get(0)).rmst();
            case MILESTONE -> new PlainTest(plan, strata.get(0)).milestone();
            case MAX_COMBO -> maxCombo(plan.weights(), strata);
            default -> weighted(plan, strata);
        };
    }

    // ---- weighted log-rank tests

    private static double weighted(TestPlan plan, List<List<Seen>> strata) {
        double score = 0;
        double variance = 0;
        for (List<Seen> seen : strata) {
            PlainTest stratum = new PlainTest(plan, seen);
            for (double t : stratum.eventTimes) {
                double n = atRisk(seen, t);
                double n1 = atRisk(stratum.arm(true), t);
                double d = events(seen, t);
                double share = plan.hazardRatioH0() * n1 / (plan.hazardRatioH0() * n1 + n - n1);
                double w = stratum.weight(t, n);
                score += w * (d * share - events(stratum.arm(true), t));
                variance += n > 1 ? w * w * d * share * (1 - share) * (n - d) / (n - 1) : 0;
            }
        }
        return variance > 0 ? score / Math.sqrt(variance) : 0;
    }

    /** Φ⁻¹(1 − p) of the largest of some statistics of Fleming and Harrington's; p by way of their correlation. */
    private static double maxCombo(List<List<Double>> weights, List<List<Seen>> strata) {
        int count = weights.size();
        double[] score = new double[count];
        double[][] covariance = new double[count][count];
        for (List<Seen> seen : strata) {
            PlainTest stratum = new PlainTest(null, seen);
            for (double t : stratum.eventTimes) {
                double n = atRisk(seen, t);
                double share = atRisk(stratum.arm(true), t) / n;
                double d = events(seen, t);
                double before = stratum.survivalBefore(seen, t);
                double[] w = weights.stream()
                        .mapToDouble(pair -> Math.pow(before, pair.get(0)) * Math.pow(1 - before, pair.get(1)))
                        .toArray();
                for (int i = 0; i < count; i++) {
                    score[i] += w[i] * (d * share - events(stratum.arm(true), t));
                    for (int j = 0; j < count; j++) {
                        covariance[i][j] += n > 1 ? w[i] * w[j] * d * share * (1 - share) * (n - d) / (n - 1) : 0;
                    }
                }
            }
        }
        int[] known =
                IntStream.range(0, count).filter(i -> covariance[i][i] > 0).toArray();
        if (known.length == 0) {
            return 0;
        }
        double largest = IntStream.of(known)
                .mapToDouble(i -> score[i] / Math.sqrt(covariance[i][i]))
                .max()
                .orElseThrow();
        double[] lower = new double[known.length];
        double[] upper = new double[known.length];
        double[][] correlation = new double[known.length][known.length];
        for (int i = 0; i < known.length; i++) {
            lower[i] = Double.NEGATIVE_INFINITY;
            upper[i] = largest;
            for (int j = 0; j < known.length; j++) {
                double product = covariance[known[i]][known[i]] * covariance[known[j]][known[j]];
                correlation[i][j] = i == j ? 1 : covariance[known[i]][known[j]] / Math.sqrt(product);
            }
        }
        return StandardNormal.upperQuantile(MultivariateNormal.outside(lower, upper, correlation));
    }

    private double weight(double t, double atRisk) {
        double before = survivalBefore(seen, t);
        return switch (plan.method()) {
            case FLEMING_HARRINGTON -> Math.pow(before, plan.rho()) * Math.pow(1 - before, plan.gamma());
            case WILCOXON_GEHAN -> atRisk;
            case TARONE_WARE -> Math.sqrt(atRisk);
            case MODESTLY_WEIGHTED -> 1 / Math.max(before, survivalBefore(seen, Math.nextUp((double) plan.tau())));
            default -> 1;
        };
    }

    // ---- survival curves

    private double rmst() {
        double difference = 0;
        double variance = 0;
        for (boolean experimental : new boolean[] {false, true}) {
            List<Seen> arm = arm(experimental);
            if (!isDefined(arm, plan.tau())) {
                return 0;
            }
            difference += (experimental ? 1 : -1) * area(arm, 0, plan.tau());
            for (double t : eventTimes) {
                double n = atRisk(arm, t);
                double d = events(arm, t);
                if (t <= plan.tau() && d < n) {
                    variance += Math.pow(area(arm, t, plan.tau()), 2) * d / (n * (n - d));
                }
            }
        }
        return variance > 0 ? difference / Math.sqrt(variance) : 0;
    }

    /** Area below the curve, piece by piece from one event time to the next. */
    private double area(List<Seen> arm, double from, double to) {
        double area = 0;
        double left = from;
        for (double t : eventTimes) {
            if (t > from && t < to) {
                area += survivalBefore(arm, t) * (t - left);
                left = t;
            }
        }
        return area + (left < to ? survivalBefore(arm, to) * (to - left) : 0);
    }

    private double milestone() {
        double[] figure = new double[2];
        double variance = 0;
        for (int a = 0; a < 2; a++) {
            List<Seen> arm = arm(a == 1);
            if (!isDefined(arm, plan.at())) {
                return 0;
            }
            double s = survivalBefore(arm, Math.nextUp((double) plan.at()));
            double greenwood = 0;
            for (double t : eventTimes) {
                double n = atRisk(arm, t);
                double d = events(arm, t);
                greenwood += t <= plan.at() && d < n ? d / (n * (n - d)) : 0;
            }
            if (plan.scale() == TestPlan.Scale.LOG_LOG) {
                if (s == 0 || s == 1) {
                    return 0;
                }
                figure[a] = -Math.log(-Math.log(s));
                variance += greenwood / Math.pow(Math.log(s), 2);
            } else {
                figure[a] = s;
                variance += s * s * greenwood;
            }
        }
        return variance > 0 ? (figure[1] - figure[0]) / Math.sqrt(variance) : 0;
    }

    /** Somebody was followed so long, or all have had the event. */
    private static boolean isDefined(List<Seen> arm, double time) {
        double longest = arm.stream().mapToDouble(Seen::time).max().orElse(0);
        return !arm.isEmpty() && (longest >= time || arm.stream().allMatch(s -> s.time() < longest || s.event()));
    }

    private List<Seen> arm(boolean experimental) {
        return seen.stream().filter(s -> s.arm() > 0 == experimental).toList();
    }

    private double survivalBefore(List<Seen> group, double time) {
        double survival = 1;
        for (double t : eventTimes.headSet(time)) {
            double n = atRisk(group, t);
            survival *= n > 0 ? 1 - events(group, t) / n : 1;
        }
        return survival;
    }

    private static double atRisk(List<Seen> group, double time) {
        return group.stream().filter(s -> s.time() >= time).count();
    }

    private static double events(List<Seen> group, double time) {
        return group.stream().filter(s -> s.event() && s.time() == time).count();
    }
}
