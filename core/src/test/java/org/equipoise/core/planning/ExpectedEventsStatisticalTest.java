package org.equipoise.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.distribution.Weibull;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.random.RandomStream;
import org.junit.jupiter.api.Test;

/**
 * Expected figures are the means of simulated ones. Each of the six comparisons would fail by chance with probability
 * 7e-6 (4.5 standard errors) under another seed, together below 1e-4; the seed is fixed.
 */
class ExpectedEventsStatisticalTest {
    private static final int REPLICATES = 20_000;
    private static final int PATIENTS = 60;

    @Test
    void stoppedPoissonArrivalsAreCountedExactly() {
        Enrolment enrolment = Enrolment.of(PATIENTS, new double[] {0, 3}, new double[] {4, 8});
        EventTimeDistribution event = Weibull.ofMedian(0.7, 6.5);
        EventTimeDistribution dropout = Exponential.ofMedian(20);
        ExpectedEvents expected =
                ExpectedEvents.of(enrolment, ArrivalProcess.POISSON, List.of(new PlannedArm(1, event, dropout)));
        RandomStream stream = new RandomStream(5233358, 1);
        double[] times = {5, 9, 14};
        double[] events = new double[times.length];
        double[] eventSquares = new double[times.length];
        double[] lost = new double[times.length];
        double[] lostSquares = new double[times.length];
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            stream.select(replicate);
            double arrivals = 0;
            int[] eventCount = new int[times.length];
            int[] lostCount = new int[times.length];
            for (int patient = 0; patient < PATIENTS; patient++) {
                arrivals += exponential(stream);
                double entry = enrolment.inverseCumulative(arrivals);
                double eventTime = event.inverseCumulativeHazard(exponential(stream));
                double lostTime = dropout.inverseCumulativeHazard(exponential(stream));
                for (int i = 0; i < times.length; i++) {
                    if (entry + Math.min(eventTime, lostTime) <= times[i]) {
                        (eventTime <= lostTime ? eventCount : lostCount)[i]++;
                    }
                }
            }
            for (int i = 0; i < times.length; i++) {
                events[i] += eventCount[i];
                eventSquares[i] += eventCount[i] * eventCount[i];
                lost[i] += lostCount[i];
                lostSquares[i] += lostCount[i] * lostCount[i];
            }
        }
        for (int i = 0; i < times.length; i++) {
            assertMean(expected.events(times[i]), events[i], eventSquares[i]);
            assertMean(expected.dropouts(times[i]), lost[i], lostSquares[i]);
        }
    }

    private static void assertMean(double expected, double sum, double squares) {
        double mean = sum / REPLICATES;
        double standardError = Math.sqrt((squares / REPLICATES - mean * mean) / REPLICATES);
        assertThat(mean).isCloseTo(expected, within(4.5 * standardError));
    }

    private static double exponential(RandomStream stream) {
        return -StrictMath.log(((stream.nextLong() >>> 11) + 0.5) * 0x1p-53);
    }
}
