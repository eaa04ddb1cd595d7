package org.equipoise.simulator.engine.cohort;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.random.RandomStream;
import org.equipoise.core.random.WordBuffer;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.Stratum;
import org.equipoise.simulator.scenario.StratumLevel;
import org.jspecify.annotations.Nullable;

/**
 * Chooses, once for a scenario, the stages that make a cohort, so that no question about the scenario is asked again
 * per patient.
 */
public final class CohortStages {
    private CohortStages() {}

    /** The stages in order, for one thread: arrivals, strata if any, allocation, course, dropout, observation. */
    public static List<Stage> of(Scenario scenario, long seed) {
        List<Stage> stages = new ArrayList<>();
        WordBuffer words = new WordBuffer(scenario.enrolment().patients() + 1);
        stages.add(arrivals(scenario, Purpose.ENROLMENT.stream(seed, words)));
        List<Stratum> strata = scenario.allStrata();
        if (strata.size() > 1) {
            stages.add(strata(scenario, seed, words));
        }
        List<Stratum> groups = scenario.randomisationStrata();
        stages.add(
                groups.size() == 1
                        ? allocation(scenario, Purpose.ALLOCATION.stream(seed, words))
                        : stratifiedAllocation(scenario, strata, groups, seed, words));
        List<EventTimeDistribution> event = new ArrayList<>();
        List<List<EventTimeDistribution>> eventByStratum = new ArrayList<>();
        List<@Nullable EventTimeDistribution> dropout = new ArrayList<>();
        for (String arm : scenario.armsControlFirst()) {
            event.add(scenario.eventTime(arm));
            eventByStratum.add(strata.stream()
                    .map(stratum -> scenario.eventTime(arm, stratum))
                    .toList());
            dropout.add(scenario.dropoutTime(arm));
        }
        RandomStream[] draws = streams(Purpose.EVENT, event.size(), seed, words);
        if (strata.size() > 1) {
            stages.add(Strata.placed(event.size()));
            stages.add(Strata.events(eventByStratum, draws));
        } else {
            stages.add(Course.events(event, draws));
        }
        stages.add(Course.dropout(dropout, streams(Purpose.DROPOUT, event.size(), seed, words)));
        stages.add(Course.observation());
        return List.copyOf(stages);
    }

    private static Stage arrivals(Scenario scenario, RandomStream stream) {
        Enrolment enrolment = scenario.enrolment().enrolment();
        return switch (scenario.enrolment().arrivals()) {
            case POISSON -> Arrivals.poisson(enrolment, stream);
            case UNIFORM -> Arrivals.uniform(enrolment, stream);
            case EVEN -> Arrivals.even(enrolment);
        };
    }

    private static Stage allocation(Scenario scenario, RandomStream stream) {
        int patients = scenario.enrolment().patients();
        return switch (scenario.randomisation().method()) {
            case PERMUTED_BLOCK -> Allocation.permutedBlock(shares(scenario, scenario.blockSize()), patients, stream);
            case COMPLETE -> Allocation.complete(shares(scenario, patients), stream);
            case SIMPLE -> Allocation.simple(shares(scenario, scenario.allocationSum()), patients, stream);
        };
    }

    private static Stage strata(Scenario scenario, long seed, WordBuffer words) {
        List<double[]> upTo = new ArrayList<>();
        for (Map<String, StratumLevel> levels :
                Objects.requireNonNull(scenario.strata()).values()) {
            double[] limits = new double[levels.size() - 1];
            double sum = 0;
            Iterator<StratumLevel> next = levels.values().iterator();
            for (int i = 0; i < limits.length; i++) {
                sum += next.next().prevalence();
                limits[i] = sum;
            }
            upTo.add(limits);
        }
        return Strata.drawn(upTo, streams(Purpose.STRATUM, upTo.size(), seed, words));
    }

    private static Stage stratifiedAllocation(
            Scenario scenario, List<Stratum> strata, List<Stratum> groups, long seed, WordBuffer words) {
        int[] groupOf = new int[strata.size()];
        for (int s = 0; s < groupOf.length; s++) {
            while (!strata.get(s).isIn(groups.get(groupOf[s]))) {
                groupOf[s]++;
            }
        }
        return Strata.permutedBlocks(
                groupOf,
                shares(scenario, scenario.blockSize()),
                scenario.enrolment().patients(),
                streams(Purpose.ALLOCATION, groups.size(), seed, words));
    }

    /**
     * So many patients divided among the arms by the allocation ratio. Where the ratio does not divide the number,
     * those left over go one each to the arms with the largest remainders, the first of equals.
     */
    private static int[] shares(Scenario scenario, int number) {
        List<String> names = scenario.armsControlFirst();
        int sum = scenario.allocationSum();
        int[] count = new int[names.size()];
        long[] remainder = new long[names.size()];
        int left = number;
        for (int a = 0; a < count.length; a++) {
            long share = (long) number
                    * Objects.requireNonNull(scenario.arms().get(names.get(a))).allocation();
            count[a] = (int) (share / sum);
            remainder[a] = share % sum;
            left -= count[a];
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int a = 1; a < count.length; a++) {
                largest = remainder[a] > remainder[largest] ? a : largest;
            }
            count[largest]++;
            remainder[largest] = -1;
        }
        return count;
    }

    private static RandomStream[] streams(Purpose purpose, int number, long seed, WordBuffer words) {
        RandomStream[] streams = new RandomStream[number];
        for (int k = 0; k < number; k++) {
            streams[k] = purpose.stream(seed, k, words);
        }
        return streams;
    }
}
