package org.equipoise.simulator.reading;

import java.util.List;

/**
 * A sweep that was read without fault: every scenario of it is valid.
 *
 * @param name its identifier
 * @param paths what varies, a column each: {@code design} and {@code assumption} where they have names, and dotted
 *     paths
 * @param cases the scenarios, the first column varying slowest
 * @param hash names its content: what varies, and the {@link ScenarioHash} of each scenario
 * @param axes the ways to vary that are crossed, in the order of their columns
 */
public record ReadSweep(String name, List<String> paths, List<SweepCase> cases, String hash, List<SweepAxis> axes) {
    /** Copies the lists. */
    public ReadSweep {
        paths = List.copyOf(paths);
        cases = List.copyOf(cases);
        axes = List.copyOf(axes);
    }

    /** A sweep named by its content, whose paths are one axis. */
    public static ReadSweep of(String name, List<String> paths, List<SweepCase> cases) {
        SweepAxis axis = new SweepAxis("vary", paths, cases.size());
        return new ReadSweep(name, paths, cases, SweepHash.of(paths, cases), List.of(axis));
    }
}
