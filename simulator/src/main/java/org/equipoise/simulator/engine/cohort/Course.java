package org.equipoise.simulator.engine.cohort;

import java.util.Arrays;
import java.util.List;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.random.ExponentialSampler;
import org.equipoise.core.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * What happens to patients after randomisation: the k-th patient of an arm takes the k-th draw of that arm's stream.
 */
final class Course {
    private Course() {}

    /** Times to the endpoint, one distribution for each arm. */
    static Stage events(List<EventTimeDistribution> byArm, RandomStream[] draws) {
        EventTimeDistribution[] distributions = byArm.toArray(EventTimeDistribution[]::new);
        return (replicate, cohort) -> {
            for (int arm = 0; arm < distributions.length; arm++) {
                fill(cohort.eventTime, replicate, cohort, arm, distributions[arm], draws[arm]);
            }
        };
    }

    /** Times to dropout, one distribution for each arm; null where nobody drops out. */
    static Stage dropout(List<@Nullable EventTimeDistribution> byArm, RandomStream[] draws) {
        @Nullable EventTimeDistribution[] distributions = byArm.toArray(EventTimeDistribution[]::new);
        return (replicate, cohort) -> {
            for (int arm = 0; arm < distributions.length; arm++) {
                EventTimeDistribution distribution = distributions[arm];
                if (distribution == null) {
                    Arrays.fill(cohort.dropoutTime, cohort.start(arm), cohort.start(arm + 1), Double.POSITIVE_INFINITY);
                } else {
                    fill(cohort.dropoutTime, replicate, cohort, arm, distribution, draws[arm]);
                }
            }
        };
    }

    private static void fill(
            double[] column,
            long replicate,
            Cohort cohort,
            int arm,
            EventTimeDistribution distribution,
            RandomStream stream) {
        int from = cohort.start(arm);
        int to = cohort.start(arm + 1);
        stream.select(replicate);
        ExponentialSampler.fill(stream, column, from, to);
        distribution.toEventTimes(column, from, to);
    }

    /**
     * The calendar times at which endpoints are seen, and who is lost before; an endpoint at the very time of dropout
     * is seen.
     */
    static Stage observation() {
        return (replicate, cohort) -> {
            double[] entry = cohort.entry;
            double[] event = cohort.eventTime;
            double[] dropout = cohort.dropoutTime;
            double[] calendar = cohort.eventCalendar;
            for (int i = 0; i < calendar.length; i++) {
                calendar[i] = entry[i] + event[i];
            }
            int[] slots = cohort.lost;
            int lost = 0;
            for (int i = 0; i < calendar.length; i++) {
                slots[lost] = i;
                lost += isLess(dropout[i], event[i]);
            }
            for (int k = 0; k < lost; k++) {
                calendar[slots[k]] = Double.POSITIVE_INFINITY;
            }
            cohort.lostCount = lost;
        };
    }

    /** 1 when a number ≥ 0 is less than another; else 0. */
    private static int isLess(double a, double b) {
        return (int) ((Double.doubleToRawLongBits(a) - Double.doubleToRawLongBits(b)) >>> 63);
    }
}
