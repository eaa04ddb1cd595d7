package org.equipoise.simulator.engine.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.random.ExponentialSampler;
import org.equipoise.core.random.RandomStream;

/** What becomes of patients who belong to strata: which one, within which blocks, and with which times to the event. */
final class Strata {
    private Strata() {}

    /**
     * The stratum of each arrival: a level of each factor by a draw of its own, levels of the last factor counting
     * first.
     *
     * @param upTo for each factor, the share of the patients up to each level but the last
     */
    static Stage drawn(List<double[]> upTo, RandomStream[] streams) {
        double[][] limits = upTo.toArray(double[][]::new);
        return (replicate, cohort) -> {
            byte[] stratum = cohort.stratumOfArrival;
            Arrays.fill(stratum, (byte) 0);
            for (int f = 0; f < limits.length; f++) {
                streams[f].select(replicate);
                double[] limit = limits[f];
                for (int i = 0; i < stratum.length; i++) {
                    stratum[i] = (byte) (stratum[i] * (limit.length + 1) + level(limit, streams[f].word(i)));
                }
            }
        };
    }

    private static int level(double[] limits, long word) {
        double uniform = (word >>> 11) * 0x1p-53;
        int level = 0;
        while (level < limits.length && uniform >= limits[level]) {
            level++;
        }
        return level;
    }

    /**
     * Permuted blocks within each group of strata, with a stream for each; the last block of a group may be cut short.
     *
     * @param groupOf the group of each stratum, from 0
     * @param share patients of each arm in a whole block
     */
    static Stage permutedBlocks(int[] groupOf, int[] share, int patients, RandomStream[] streams) {
        byte[] pristine = Allocation.armsOf(share);
        byte[][] blocks = new byte[streams.length][pristine.length];
        List<int[]> orders = BlockOrders.canList(share) ? BlockOrders.listed(share) : List.of();
        int[] placed = new int[streams.length];
        long[] word = new long[streams.length];
        byte[] arms = new byte[patients];
        return (replicate, cohort) -> {
            for (RandomStream stream : streams) {
                stream.select(replicate);
            }
            Arrays.fill(placed, 0);
            Arrays.fill(word, 0);
            for (int i = 0; i < arms.length; i++) {
                int group = groupOf[cohort.stratumOfArrival[i]];
                int place = placed[group]++ % pristine.length;
                byte[] block = blocks[group];
                if (place == 0 && orders.isEmpty()) {
                    System.arraycopy(pristine, 0, block, 0, block.length);
                    word[group] = Allocation.shuffle(block, block.length, streams[group], word[group]);
                } else if (place == 0) {
                    int[] order = orders.get(RandomStream.below(orders.size(), streams[group].word(word[group]++)));
                    for (int k = 0; k < block.length; k++) {
                        block[k] = (byte) order[k];
                    }
                }
                arms[i] = block[place];
            }
            cohort.groupByArm(arms);
        };
    }

    /** Brings the stratum of each arrival to its slot. */
    static Stage placed(int arms) {
        int[] next = new int[arms];
        return (replicate, cohort) -> {
            for (int a = 0; a < next.length; a++) {
                next[a] = cohort.start(a);
            }
            for (int i = 0; i < cohort.arrival.length; i++) {
                int arm = 0;
                while (next[arm] == cohort.start(arm + 1) || cohort.entry[next[arm]] != cohort.arrival[i]) {
                    arm++;
                }
                cohort.stratum[next[arm]++] = cohort.stratumOfArrival[i];
            }
        };
    }

    /**
     * Times to the endpoint: the k-th patient of an arm takes the k-th draw of that arm's stream, whatever the stratum.
     *
     * @param byArm for each arm the distributions of the strata
     */
    static Stage events(List<List<EventTimeDistribution>> byArm, RandomStream[] draws) {
        List<EventTimeDistribution[]> distributions = new ArrayList<>();
        byArm.forEach(each -> distributions.add(each.toArray(EventTimeDistribution[]::new)));
        return (replicate, cohort) -> {
            for (int arm = 0; arm < draws.length; arm++) {
                int from = cohort.start(arm);
                int to = cohort.start(arm + 1);
                draws[arm].select(replicate);
                ExponentialSampler.fill(draws[arm], cohort.eventTime, from, to);
                EventTimeDistribution[] ofArm = distributions.get(arm);
                for (int i = from; i < to; i++) {
                    ofArm[cohort.stratum[i]].toEventTimes(cohort.eventTime, i, i + 1);
                }
            }
        };
    }
}
