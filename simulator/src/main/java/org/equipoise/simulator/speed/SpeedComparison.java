package org.equipoise.simulator.speed;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import org.equipoise.simulator.engine.Block;
import org.equipoise.simulator.engine.Replicator;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Measures how fast a workload is beside the {@link ReferenceKernel}, in a way that a busy machine disturbs little.
 *
 * <p>Both work in turn, in one thread, in slices of well under a millisecond: shorter than a scheduler's time slice and
 * than the changes of a processor's clock, so that what disturbs one slice disturbs its partner as well. Which of the
 * two goes first alternates from pair to pair. {@link SpeedRatio} looks at the pairs that were disturbed least.
 * Replicates are never simulated twice, so no branch predictor learns their data.
 *
 * <p>What else a JVM has run before shapes how it compiles this. Measure each scenario in a JVM of its own where per
 * cents matter; a user's run, too, has one scenario in one JVM.
 */
public final class SpeedComparison {
    private static final double SLICE_SECONDS = 0.4e-3;
    /** A pair takes about so long. */
    private static final double PAIR_SECONDS = 2 * SLICE_SECONDS;
    /** The code counts as compiled when the compiler has had nothing to do for so long. */
    private static final double IDLE_SECONDS = 0.3;

    private static final int MOST_WARM_UPS = 3;
    private static final int CALIBRATION = 31;

    private final Workload subject;
    private final Workload reference;
    private final @Nullable CompilationMXBean compiler;
    private int subjectSlice = 1;
    private int referenceSlice = 1;
    private long next;
    private int rejections;

    /** A comparison of any workload. */
    public SpeedComparison(Workload subject) {
        this.subject = subject;
        ReferenceKernel kernel = new ReferenceKernel(1);
        reference = (first, replicates) -> rejections += kernel.simulate(replicates);
        compiler = ManagementFactory.getCompilationMXBean();
    }

    /** A comparison of the engine at work on a scenario, in one thread. */
    public static SpeedComparison of(Scenario scenario) {
        Replicator replicator = new Replicator(scenario);
        return new SpeedComparison(replicator::simulate);
    }

    /**
     * Lets both work until both are compiled; what they do is discarded.
     *
     * @param seconds at least so long; three times as long at most
     */
    public void warmUp(double seconds) {
        long start = System.nanoTime();
        long idleSince = start;
        long compiled = compilationTime();
        double elapsed = 0;
        while (elapsed < seconds || elapsed < MOST_WARM_UPS * seconds && since(idleSince) < IDLE_SECONDS) {
            calibrate();
            long now = compilationTime();
            if (now != compiled) {
                compiled = now;
                idleSince = System.nanoTime();
            }
            elapsed = since(start);
        }
    }

    /** Milliseconds that the compiler has worked so far; always 0 where the JVM does not tell. */
    private long compilationTime() {
        return compiler != null && compiler.isCompilationTimeMonitoringSupported()
                ? compiler.getTotalCompilationTime()
                : 0;
    }

    /**
     * Chooses how many replicates go into a slice: what takes the time of a slice, and of the reference what takes as
     * long.
     */
    private void calibrate() {
        double[] subjectTimes = new double[CALIBRATION];
        double[] referenceTimes = new double[CALIBRATION];
        for (int i = 0; i < CALIBRATION; i++) {
            subjectTimes[i] = time(subject, subjectSlice);
            referenceTimes[i] = time(reference, referenceSlice);
        }
        double each = SpeedRatio.median(subjectTimes);
        subjectSlice = (int) Math.max(1, Math.min(Block.SIZE, Math.rint(SLICE_SECONDS / each)));
        referenceSlice = (int) Math.max(1, Math.rint(subjectSlice * each / SpeedRatio.median(referenceTimes)));
    }

    /**
     * Measures. Warm up first.
     *
     * @param seconds about how long; a few hundred pairs are measured in any case
     */
    public SpeedRatio measure(double seconds) {
        int pairs = (int) Math.max(300, seconds / PAIR_SECONDS);
        double[] subjectTimes = new double[pairs];
        double[] referenceTimes = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            if (i % 2 == 0) {
                subjectTimes[i] = time(subject, subjectSlice);
                referenceTimes[i] = time(reference, referenceSlice);
            } else {
                referenceTimes[i] = time(reference, referenceSlice);
                subjectTimes[i] = time(subject, subjectSlice);
            }
        }
        return SpeedRatio.of(subjectTimes, referenceTimes);
    }

    /** Rejections of the reference kernel, which nobody needs: they keep its work from being left out. */
    int rejections() {
        return rejections;
    }

    /** Seconds a replicate. */
    private double time(Workload work, int replicates) {
        long start = System.nanoTime();
        work.simulate(next, replicates);
        double seconds = since(start);
        next += replicates;
        return seconds / replicates;
    }

    private static double since(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }
}
