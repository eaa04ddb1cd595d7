package org.equipoise.benchmarks.guard;

import java.util.Arrays;
import org.equipoise.benchmarks.probe.Probe;
import org.equipoise.benchmarks.probe.Reading;
import org.equipoise.simulator.engine.Replicator;
import org.equipoise.simulator.speed.SpeedComparison;
import org.equipoise.simulator.speed.SpeedRatio;
import org.equipoise.simulator.speed.Workload;

/**
 * The engine with a fault planted: the first argument is what, the others are those of {@link Probe}. Fifteen per cent
 * more time are fifteen per cent more replicates, so the plant is as large as it says on any machine.
 *
 * <p>The reading's ratio is to the engine without the fault, measured in turn with it in the same JVM. To measure one
 * JVM without and another with the fault would test how quiet the machine was in between.
 */
final class PlantedProbe {
    private static final double MORE = 0.15;
    private static final int TURNS = 9;
    private static final double SECONDS = 0.25;

    @SuppressWarnings("unused") // written so that the compiler cannot leave the array out
    private static volatile byte[] sink = new byte[0];

    private PlantedProbe() {}

    public static void main(String... arguments) {
        Replicator replicator = new Replicator(Probe.scenario(Arrays.copyOfRange(arguments, 1, arguments.length)));
        Workload work = switch (arguments[0]) {
            case "nothing" -> replicator::simulate;
            case "slower" -> slower(replicator);
            case "allocates" -> allocates(replicator);
            default -> throw new IllegalArgumentException(arguments[0]);
        };
        Reading planted = Probe.measure(work);
        System.out.println(
                new Reading(timesSlower(work, replicator::simulate), 0, planted.bytes(), planted.perSecond()).toLine());
    }

    /** The median over turns, in each of which both are measured beside the reference kernel. */
    private static double timesSlower(Workload work, Workload engine) {
        SpeedComparison subject = new SpeedComparison(work);
        SpeedComparison without = new SpeedComparison(engine);
        subject.warmUp(SECONDS);
        without.warmUp(SECONDS);
        double[] ratios = new double[TURNS];
        for (int i = 0; i < TURNS; i++) {
            ratios[i] =
                    subject.measure(SECONDS).median() / without.measure(SECONDS).median();
        }
        return SpeedRatio.median(ratios);
    }

    private static Workload slower(Replicator replicator) {
        double[] owed = new double[1];
        return (first, replicates) -> {
            replicator.simulate(first, replicates);
            owed[0] += MORE * replicates;
            int more = (int) owed[0];
            owed[0] -= more;
            replicator.simulate(first + (1L << 50), more);
        };
    }

    /** 64 bytes in each replicate: 48 and the array's header. */
    private static Workload allocates(Replicator replicator) {
        return (first, replicates) -> {
            replicator.simulate(first, replicates);
            for (int i = 0; i < replicates; i++) {
                sink = new byte[48];
            }
        };
    }
}
