package org.equipoise.benchmarks.guard;

import java.util.Arrays;
import org.equipoise.benchmarks.probe.Probe;
import org.equipoise.simulator.engine.Replicator;
import org.equipoise.simulator.speed.Workload;

/**
 * The engine with a fault planted: the first argument is what, the others are those of {@link Probe}. Fifteen per cent
 * more time are fifteen per cent more replicates, so the plant is as large as it says on any machine.
 */
final class PlantedProbe {
    private static final double MORE = 0.15;

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
        System.out.println(Probe.measure(work).toLine());
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
