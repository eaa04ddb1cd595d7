package org.equipoise.simulator.engine;

import java.util.Arrays;
import org.equipoise.simulator.engine.look.LookColumns;

/**
 * The replicates that one thread simulates in one go, in columns: what each look showed, and at which look each
 * comparison was decided. Reused from block to block.
 */
public final class Block {
    /** Most replicates in a block. */
    public static final int SIZE = 256;

    private static final int MOST_PATIENTS = 1 << 18;

    /** In place of a look: the comparison, or the trial, is never decided, because the looks left cannot be reached. */
    static final byte NEVER = -1;

    private final LookColumns[] looks;
    private final Decision[][] verdict;
    private final byte[][] decidedAt;
    private final boolean[][] rejectsAnyway;
    private final byte[] stoppedAt = new byte[SIZE];

    /** Room for one value of each replicate, for whoever sums the block. */
    final double[] scratch = new double[SIZE];

    private long firstReplicate;
    private int size;

    Block(int looks, int arms) {
        this.looks = new LookColumns[looks];
        Arrays.setAll(this.looks, k -> new LookColumns(SIZE, arms));
        verdict = new Decision[arms - 1][SIZE];
        decidedAt = new byte[arms - 1][SIZE];
        rejectsAnyway = new boolean[arms - 1][SIZE];
    }

    /**
     * Replicates in a whole block of a trial: a power of 2, and fewer where patients are many, so that a block stays
     * the work of a moment. Part of a result's identity, since summaries merge block by block.
     */
    static int sizeFor(int patients) {
        return Math.min(SIZE, Integer.highestOneBit(Math.max(1, MOST_PATIENTS / patients)));
    }

    void start(long first, int replicates) {
        firstReplicate = first;
        size = replicates;
    }

    /** Number of the first replicate. */
    public long firstReplicate() {
        return firstReplicate;
    }

    /** How many replicates it holds. */
    public int size() {
        return size;
    }

    /** What a look (from 0) showed. */
    public LookColumns look(int k) {
        return looks[k];
    }

    /** Number of looks. */
    public int looks() {
        return looks.length;
    }

    LookColumns[] lookColumns() {
        return looks;
    }

    /** Number of comparisons, each an experimental arm with the control. */
    public int comparisons() {
        return decidedAt.length;
    }

    /**
     * Look (from 0) at which comparison {@code h} of the block's {@code i}-th replicate is decided, or {@link #NEVER}.
     */
    int decidedAt(int h, int i) {
        return decidedAt[h][i];
    }

    /** How it is decided there: reject, futile or accept. */
    Decision verdict(int h, int i) {
        return verdict[h][i];
    }

    /**
     * Whether comparison {@code h} of the block's {@code i}-th replicate is rejected at any look when stops for
     * futility are overruled; where futility binds, or there is none, whether it is rejected.
     */
    boolean rejectsAnyway(int h, int i) {
        return rejectsAnyway[h][i];
    }

    /**
     * Look (from 0) at which the last comparison of the block's {@code i}-th replicate is decided, or {@link #NEVER}.
     */
    int stoppedAt(int i) {
        return stoppedAt[i];
    }

    /** Whether any comparison of the block's {@code i}-th replicate is rejected at any look. */
    boolean rejects(int i) {
        for (Decision[] comparison : verdict) {
            if (comparison[i] == Decision.REJECT) {
                return true;
            }
        }
        return false;
    }

    /** What became of comparison {@code h} of the block's {@code i}-th replicate at look {@code k}, all from 0. */
    public Decision decision(int h, int i, int k) {
        if (Double.isNaN(looks[k].time[i])) {
            return Decision.NOT_REACHED;
        }
        int at = decidedAt[h][i];
        if (at == NEVER || k < at) {
            return Decision.CONTINUE;
        }
        return k > at ? Decision.DECIDED_BEFORE : verdict[h][i];
    }

    /** Scores every replicate under a stopping rule. The trial stops when all of its comparisons are decided. */
    void score(StoppingRule rule) {
        for (int i = 0; i < size; i++) {
            byte last = 0;
            rule.turnTo(looks, i);
            for (int h = 0; h < decidedAt.length; h++) {
                byte at = decide(rule, h, i);
                rejectsAnyway[h][i] = verdict[h][i] == Decision.REJECT
                        || verdict[h][i] == Decision.FUTILE
                                && rule.mayOverruleFutility()
                                && rejectsAfter(at, rule, h, i);
                last = at == NEVER || last == NEVER ? NEVER : (byte) Math.max(last, at);
            }
            stoppedAt[i] = last;
        }
    }

    private byte decide(StoppingRule rule, int h, int i) {
        decidedAt[h][i] = NEVER;
        verdict[h][i] = Decision.CONTINUE;
        for (int k = 0; k < looks.length; k++) {
            Decision decision = rule.decide(h, k, looks[k].z[h][i]);
            if (decision != Decision.CONTINUE && decision != Decision.NOT_REACHED) {
                decidedAt[h][i] = (byte) k;
                verdict[h][i] = decision;
                return (byte) k;
            }
        }
        return NEVER;
    }

    private boolean rejectsAfter(int look, StoppingRule rule, int h, int i) {
        for (int k = look + 1; k < looks.length; k++) {
            if (rule.rejects(h, k, looks[k].z[h][i])) {
                return true;
            }
        }
        return false;
    }
}
