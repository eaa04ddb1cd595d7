package org.equipoise.simulator.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.equipoise.simulator.engine.Block;
import org.equipoise.simulator.engine.BlockListener;
import org.equipoise.simulator.engine.Decision;

/**
 * What single replicates showed: of the first ones time, Z, hazard ratio and decision at each look, and of all of them
 * how often they had rejected as their number grew. For the first comparison.
 */
public final class ReplicateColumns implements BlockListener {
    /** Replicates that are kept one by one, at most. */
    private static final int MOST = 20_000;

    private static final double GROWTH = 1.05;

    private final double[][] time;
    private final double[][] z;
    private final double[][] logHazardRatio;
    private final Decision[][] decision;
    private final List<long[]> running = new ArrayList<>();
    private int kept;
    private long seen;
    private long rejected;
    private double nextMark = 50;

    /** An empty trace of so many looks. */
    public ReplicateColumns(int looks, long replicates) {
        int size = (int) Math.min(MOST, replicates);
        time = new double[looks][size];
        z = new double[looks][size];
        logHazardRatio = new double[looks][size];
        decision = new Decision[looks][size];
    }

    @Override
    public void accept(Block block) {
        for (int i = 0; i < block.size(); i++) {
            boolean rejects = false;
            for (int k = 0; k < time.length; k++) {
                Decision at = block.decision(0, i, k);
                rejects |= at == Decision.REJECT;
                if (kept < time[k].length) {
                    time[k][kept] = block.look(k).time[i];
                    z[k][kept] = block.look(k).z[0][i];
                    logHazardRatio[k][kept] = block.look(k).logHazardRatio[0][i];
                    decision[k][kept] = at;
                }
            }
            kept += kept < time[0].length ? 1 : 0;
            count(rejects);
        }
    }

    private void count(boolean rejects) {
        seen++;
        rejected += rejects ? 1 : 0;
        if (seen >= nextMark) {
            running.add(new long[] {seen, rejected});
            nextMark = Math.max(seen + 1, seen * GROWTH);
        }
    }

    /** Replicates kept one by one: the first so many. */
    public int size() {
        return kept;
    }

    int looks() {
        return time.length;
    }

    /** Calendar times of a look in those that reach it, ascending. */
    double[] times(int look) {
        return sorted(time[look]);
    }

    /** Z at a look in those that reach it, stopped before or not, ascending. */
    double[] z(int look) {
        return sorted(z[look]);
    }

    private double[] sorted(double[] column) {
        return Arrays.stream(column, 0, kept).filter(Double::isFinite).sorted().toArray();
    }

    /** Calendar time of a look (from 0) of one of the replicates kept; NaN when it is not reached. */
    public double timeOf(int replicate, int look) {
        return time[look][replicate];
    }

    double zOf(int replicate, int look) {
        return z[look][replicate];
    }

    /** Estimate at a look; NaN when it is not reached, or nothing is estimated. */
    double logHazardRatioOf(int replicate, int look) {
        return logHazardRatio[look][replicate];
    }

    Decision decisionOf(int replicate, int look) {
        return decision[look][replicate];
    }

    /** Pairs of replicates so far and those among them that reject, the last one of all replicates. */
    List<long[]> running() {
        List<long[]> all = new ArrayList<>(running);
        if (all.isEmpty() || all.get(all.size() - 1)[0] != seen) {
            all.add(new long[] {seen, rejected});
        }
        return all;
    }
}
