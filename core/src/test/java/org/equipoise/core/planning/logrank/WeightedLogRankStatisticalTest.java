package org.equipoise.core.planning.logrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.distribution.Weibull;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedStratum;
import org.equipoise.core.planning.PlannedTrial;
import org.equipoise.core.random.RandomStream;
import org.junit.jupiter.api.Test;

/**
 * Moments of Z at three looks against a plain simulation of two strata with their own Weibull hazards, a delayed effect
 * and 2:1 allocation. Every tolerance is 4.5 standard errors plus an allowance for terms of higher order; each of the
 * nine comparisons would fail by chance with probability below 7e-6 under another seed, and the seed is fixed.
 */
class WeightedLogRankStatisticalTest {
    private static final int REPLICATES = 20_000;
    private static final int PATIENTS = 300;
    private static final double[] EVENTS = {90, 140, 210};
    private static final EventTimeDistribution LOST = Exponential.ofMedian(60);
    private static final EventTimeDistribution[][] TIMES = {
        pair(Weibull.ofMedian(1.3, 5)), pair(Weibull.ofMedian(0.8, 9))
    };

    private static EventTimeDistribution[] pair(EventTimeDistribution control) {
        return new EventTimeDistribution[] {
            control, ProportionalHazards.of(control, new double[] {0, 2}, new double[] {1, 0.6})
        };
    }

    private static PlannedStratum stratum(int index) {
        return new PlannedStratum(
                1, new PlannedArm(1, TIMES[index][0], LOST), new PlannedArm(2, TIMES[index][1], LOST));
    }

    @Test
    void meansDeviationsAndCorrelations() {
        Enrolment enrolment = Enrolment.over(PATIENTS, 15);
        PlannedTrial trial =
                new PlannedTrial(PATIENTS, enrolment.rates(), ArrivalProcess.POISSON, List.of(stratum(0), stratum(1)));
        JointMoments joint = WeightedLogRank.of(trial, TestWeight.LOG_RANK)
                .joint(Arrays.stream(EVENTS).mapToObj(Look::atEvents).toList());
        double[][] z = simulate(enrolment);
        for (int j = 0; j < EVENTS.length; j++) {
            double mean = Arrays.stream(z[j]).average().orElseThrow();
            double deviation = Math.sqrt(product(z[j], z[j]) - mean * mean);
            double error = deviation / Math.sqrt(REPLICATES);
            assertThat(joint.means()[j]).isCloseTo(mean, within(4.5 * error + 0.005));
            assertThat(joint.looks().get(j).standardDeviation())
                    .isCloseTo(deviation, within(4.5 * error / Math.sqrt(2) + 0.01));
            for (int k = j + 1; k < EVENTS.length; k++) {
                double other = Arrays.stream(z[k]).average().orElseThrow();
                double otherDeviation = Math.sqrt(product(z[k], z[k]) - other * other);
                double correlation = (product(z[j], z[k]) - mean * other) / (deviation * otherDeviation);
                assertThat(joint.correlation(j, k))
                        .isCloseTo(
                                correlation,
                                within(4.5 * (1 - correlation * correlation) / Math.sqrt(REPLICATES) + 0.005));
            }
        }
        assertThat(joint.eventFraction(0)).isCloseTo(90 / 210.0, within(1e-6));
        assertThat(joint.informationFraction(1)).isBetween(0.6, 0.7);
    }

    private static double product(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum() / a.length;
    }

    private static double[][] simulate(Enrolment enrolment) {
        RandomStream stream = new RandomStream(20_261_122, 1);
        double[][] z = new double[EVENTS.length][REPLICATES];
        double[] entry = new double[PATIENTS];
        double[] time = new double[PATIENTS];
        boolean[] event = new boolean[PATIENTS];
        int[] arm = new int[PATIENTS];
        int[] stratum = new int[PATIENTS];
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            stream.select(replicate);
            double arrivals = 0;
            int[] inBlock = new int[2];
            int[] experimental = new int[2];
            double[] calendar = new double[PATIENTS];
            for (int i = 0; i < PATIENTS; i++) {
                arrivals += exponential(stream);
                entry[i] = enrolment.inverseCumulative(arrivals);
                int s = uniform(stream) < 0.5 ? 0 : 1;
                stratum[i] = s;
                arm[i] = uniform(stream) * (6 - inBlock[s]) < 4 - experimental[s] ? 1 : 0;
                experimental[s] += arm[i];
                if (++inBlock[s] == 6) {
                    inBlock[s] = 0;
                    experimental[s] = 0;
                }
                double happens = TIMES[s][arm[i]].inverseCumulativeHazard(exponential(stream));
                double lost = LOST.inverseCumulativeHazard(exponential(stream));
                event[i] = happens <= lost;
                time[i] = Math.min(happens, lost);
                calendar[i] = event[i] ? entry[i] + happens : Double.POSITIVE_INFINITY;
            }
            double[] sorted = calendar.clone();
            Arrays.sort(sorted);
            for (int look = 0; look < EVENTS.length; look++) {
                z[look][replicate] = z(sorted[(int) EVENTS[look] - 1], entry, time, event, arm, stratum);
            }
        }
        return z;
    }

    private static double z(double cut, double[] entry, double[] time, boolean[] event, int[] arm, int[] stratum) {
        double score = 0;
        double variance = 0;
        for (int s = 0; s < 2; s++) {
            int count = 0;
            int[] atRisk = new int[2];
            long[] keys = new long[PATIENTS];
            for (int i = 0; i < PATIENTS; i++) {
                if (stratum[i] == s && entry[i] < cut) {
                    double followed = Math.min(time[i], cut - entry[i]);
                    boolean seen = event[i] && entry[i] + time[i] <= cut;
                    keys[count++] =
                            (Double.doubleToLongBits(seen ? time[i] : followed) & ~3L) | arm[i] | (seen ? 2 : 0);
                    atRisk[arm[i]]++;
                }
            }
            Arrays.sort(keys, 0, count);
            for (int i = 0; i < count; i++) {
                int ofArm = (int) (keys[i] & 1);
                if ((keys[i] & 2) != 0) {
                    double p = atRisk[1] / (double) (atRisk[0] + atRisk[1]);
                    score += p - ofArm;
                    variance += p * (1 - p);
                }
                atRisk[ofArm]--;
            }
        }
        return score / Math.sqrt(variance);
    }

    private static double uniform(RandomStream stream) {
        return ((stream.nextLong() >>> 11) + 0.5) * 0x1p-53;
    }

    private static double exponential(RandomStream stream) {
        return -StrictMath.log(uniform(stream));
    }
}
