package org.equipoise.simulator.sweep.sensitivity;

import java.util.Arrays;
import org.equipoise.simulator.engine.ReplicateTrace;

/** Shares of replicates that reject, in groups of successive ones: how the errors of scenarios go together. */
public final class GroupedShares {
    private static final int MOST_GROUPS = 128;

    private final char[][] rejected;
    private final int groupSize;
    private final long replicates;

    /**
     * Room for some scenarios.
     *
     * @param replicates of each; the same for all, and with the same seed
     */
    public GroupedShares(int scenarios, long replicates) {
        this.replicates = replicates;
        int kept = (int) Math.min(replicates, ReplicateTrace.MOST);
        groupSize = Math.max(1, Math.min(Character.MAX_VALUE, (kept + MOST_GROUPS - 1) / MOST_GROUPS));
        rejected = new char[scenarios][kept / groupSize];
    }

    /** Takes in a scenario. */
    public void set(int scenario, ReplicateTrace trace) {
        char[] counts = rejected[scenario];
        for (int g = 0; g < counts.length; g++) {
            int count = 0;
            for (int i = g * groupSize; i < (g + 1) * groupSize; i++) {
                count += trace.rejects(i) ? 1 : 0;
            }
            counts[g] = (char) count;
        }
    }

    int groups() {
        return rejected.length == 0 ? 0 : rejected[0].length;
    }

    /**
     * What the errors of all replicates add to a variation in expectation: the variation of groups around their mean
     * tells that of one group, whatever luck scenarios share.
     */
    double[] noise(GridVariation grid) {
        int groups = groups();
        double[] mean = new double[rejected.length];
        for (int s = 0; s < mean.length; s++) {
            for (char count : rejected[s]) {
                mean[s] += (double) count / groupSize / groups;
            }
        }
        double[] noise = new double[grid.size()];
        double[] deviation = new double[mean.length];
        for (int g = 0; g < groups; g++) {
            for (int s = 0; s < mean.length; s++) {
                deviation[s] = (double) rejected[s][g] / groupSize - mean[s];
            }
            double[] ofGroup = grid.of(deviation);
            Arrays.setAll(noise, q -> noise[q] + ofGroup[q]);
        }
        double scale = (double) groupSize / (groups - 1) / replicates;
        Arrays.setAll(noise, q -> noise[q] * scale);
        return noise;
    }
}
