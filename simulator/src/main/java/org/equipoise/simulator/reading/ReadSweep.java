package org.equipoise.simulator.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.equipoise.simulator.scenario.Scenario;

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

    /** What a file holds. */
    static ReadSweep crossed(String name, List<Axis> all, List<SweepCase> cases) {
        List<String> paths =
                all.stream().flatMap(axis -> axis.columns().stream()).toList();
        List<SweepAxis> axes = all.stream()
                .map(axis ->
                        new SweepAxis(axis.block(), axis.columns(), axis.rows().size()))
                .toList();
        return new ReadSweep(name, paths, cases, SweepHash.of(paths, cases), axes);
    }

    /**
     * The same, in which each scenario that expects something goes on until that is decided.
     *
     * @param most tells most replicates of a scenario
     */
    public ReadSweep deciding(ToLongFunction<Scenario> most) {
        List<SweepCase> deciding = cases.stream()
                .map(each -> each.read().scenario().expect().isEmpty()
                        ? each
                        : each.deciding(most.applyAsLong(each.read().scenario())))
                .toList();
        return new ReadSweep(name, paths, deciding, SweepHash.of(paths, deciding), axes);
    }

    /**
     * A sweep of scenarios that a program has made. Paths whose values are crossed in full are axes of their own; of
     * others nothing is known but that they move together.
     */
    public static ReadSweep of(String name, List<String> paths, List<SweepCase> cases) {
        List<SweepAxis> axes = new ArrayList<>();
        long crossed = 1;
        for (int j = 0; j < paths.size(); j++) {
            int column = j;
            long rows = cases.stream()
                    .map(each -> each.values().get(column))
                    .distinct()
                    .count();
            axes.add(new SweepAxis("vary", List.of(paths.get(j)), (int) rows));
            crossed *= rows;
        }
        boolean isGrid = crossed == cases.size();
        return new ReadSweep(
                name,
                paths,
                cases,
                SweepHash.of(paths, cases),
                isGrid ? axes : List.of(new SweepAxis("together", paths, cases.size())));
    }
}
