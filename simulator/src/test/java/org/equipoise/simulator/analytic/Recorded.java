package org.equipoise.simulator.analytic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.SimulationResult;

/**
 * Simulated probabilities of having rejected by each look, as {@code simulated.txt} holds them: below the line of a
 * trial one line a look.
 */
final class Recorded {
    private static final Path RESOURCES =
            Path.of("src", "test", "resources", "org", "equipoise", "simulator", "analytic");
    private static final String FILE = "simulated.txt";

    private Recorded() {}

    /**
     * One look.
     *
     * @param rejected share of the replicates that have rejected by then
     */
    record Look(double rejected, double standardError, long replicates) {}

    /** By line of the trial, look by look. */
    static Map<String, List<Look>> all() {
        Map<String, List<Look>> all = new LinkedHashMap<>();
        List<Look> looks = new ArrayList<>();
        for (String line :
                text(FILE).lines().filter(each -> !each.startsWith("#")).toList()) {
            if (!line.startsWith(" ")) {
                looks = new ArrayList<>();
                all.put(line, looks);
                continue;
            }
            String[] cells = line.strip().split(" +");
            looks.add(new Look(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), Long.parseLong(cells[3])));
        }
        return all;
    }

    static List<Look> simulate(ComparedTrial trial, long replicates) {
        SimulationResult result = Simulation.of(trial.scenario(replicates)).run();
        return result.stopping().cumulativeRejected().stream()
                .map(share -> new Look(share.value(), share.standardError(), result.replicates()))
                .toList();
    }

    /** Simulates the trials that are not recorded with so many replicates, and writes the file. */
    static void renew(long replicates) throws IOException {
        StringBuilder text =
                new StringBuilder("# look, share that has rejected by then, its standard error, replicates;"
                        + " simulator/docs/analytic-power.md tells how to renew this\n");
        Map<String, List<Look>> recorded = all();
        for (ComparedTrial trial : ComparedTrial.all()) {
            text.append(trial.line()).append('\n');
            List<Look> known = recorded.getOrDefault(trial.line(), List.of());
            boolean enough = !known.isEmpty() && known.get(0).replicates() == replicates;
            List<Look> looks = enough ? known : simulate(trial, replicates);
            for (int k = 0; k < looks.size(); k++) {
                Look look = looks.get(k);
                text.append(String.format(
                        Locale.ROOT,
                        "  %d %.6f %.6f %d%n",
                        k + 1,
                        look.rejected(),
                        look.standardError(),
                        look.replicates()));
            }
        }
        Files.writeString(RESOURCES.resolve(FILE), text);
    }

    /** From the sources, which {@link #renew} writes: what the build has copied may be older. */
    static String text(String name) {
        try {
            return Files.readString(RESOURCES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
