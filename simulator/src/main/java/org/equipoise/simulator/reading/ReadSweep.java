package org.equipoise.simulator.reading;

import java.util.List;

/**
 * A sweep that was read without fault.
 *
 * @param name what it is called
 * @param paths what varies
 * @param cases its scenarios, in the order of the grid; at least one
 * @param hash names the content of the whole sweep
 */
public record ReadSweep(String name, List<String> paths, List<SweepCase> cases, String hash) {
    /** Copies the lists. */
    public ReadSweep {
        paths = List.copyOf(paths);
        cases = List.copyOf(cases);
    }

    /** A sweep named by its content: its name, what varies, and the hash of each scenario. */
    public static ReadSweep of(String name, List<String> paths, List<SweepCase> cases) {
        StringBuilder content = new StringBuilder(name).append('\n').append(paths);
        for (SweepCase each : cases) {
            content.append('\n').append(each.values()).append(each.read().hash());
        }
        return new ReadSweep(name, paths, cases, ScenarioHash.sha256(content.toString()));
    }
}
