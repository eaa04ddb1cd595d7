package org.equipoise.benchmarks.probe;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.equipoise.simulator.engine.Block;
import org.equipoise.simulator.engine.Replicator;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.speed.SpeedComparison;
import org.equipoise.simulator.speed.SpeedRatio;
import org.equipoise.simulator.speed.Workload;

/** What runs in the measuring JVM: arguments are the scenario's file and its overrides; the reading is printed. */
public final class Probe {
    private static final double WARM_UP_SECONDS = 1;
    private static final double SECONDS = 2;

    private static final int BLOCKS = 20;
    private static final int ATTEMPTS = 3;

    private Probe() {}

    /** Measures the engine. */
    public static void main(String... arguments) {
        Replicator replicator = new Replicator(scenario(arguments));
        System.out.println(measure(replicator::simulate).toLine());
    }

    /** The scenario of the arguments: a file, and its overrides. */
    public static Scenario scenario(String... arguments) {
        List<String> all = List.of(arguments);
        return ScenarioReader.read(Path.of(all.get(0)), all.subList(1, all.size()))
                .scenario();
    }

    /** Measures any workload; takes about three seconds. */
    public static Reading measure(Workload work) {
        SpeedComparison comparison = new SpeedComparison(work);
        comparison.warmUp(WARM_UP_SECONDS);
        SpeedRatio ratio = comparison.measure(SECONDS);
        return new Reading(ratio.median(), ratio.standardError(), bytesPerReplicate(work), ratio.perSecond());
    }

    /** The least of a few attempts: what each replicate allocates is in all of them, what the JVM does once is not. */
    private static double bytesPerReplicate(Workload work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double least = Double.POSITIVE_INFINITY;
        long first = 1L << 40;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int block = 0; block < BLOCKS; block++) {
                work.simulate(first, Block.SIZE);
                first += Block.SIZE;
            }
            long bytes = threads.getCurrentThreadAllocatedBytes() - before;
            least = Math.min(least, (double) bytes / (BLOCKS * Block.SIZE));
        }
        return least;
    }
}
