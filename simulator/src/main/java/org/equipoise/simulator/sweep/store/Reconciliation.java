package org.equipoise.simulator.sweep.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.equipoise.simulator.reading.ReadSweep;

/** Makes a store one of the sweep that is asked for, or says why it is none. */
final class Reconciliation {
    private static final List<String> WAYS_OUT = List.of(
            "Nothing was done. There are three ways to go on:",
            "  --out NEWDIR         leaves this store as it is",
            "  --changed keep       keeps the results of scenarios that are the same, and computes the others here",
            "  --changed recompute  computes all scenarios anew, here",
            "What the store has of scenarios that are not in the file any more stays in it, but not in results.csv.");

    private final SweepDatabase database;
    private final ReadSweep sweep;
    private final StoredSweep stored;
    private final Map<String, StoredProgress> progress;
    private final Set<String> hashes = new HashSet<>();

    /** Scenarios of the sweep that another version of the program simulated, or began to. */
    private final List<String> foreign;

    private Reconciliation(SweepDatabase database, ReadSweep sweep) {
        this.database = database;
        this.sweep = sweep;
        stored = database.sweep();
        progress = database.progress();
        NeededScenario.of(sweep).forEach(each -> hashes.add(each.read().hash()));
        String version = Origin.here().version();
        foreign = progress.entrySet().stream()
                .filter(each -> hashes.contains(each.getKey()))
                .filter(each -> !each.getValue().version().equals(version))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Changes the store as the policy allows.
     *
     * @param directory of the store
     * @throws StoreFaultException when it was made for something else, and that is refused; it is as it was
     */
    static void of(SweepDatabase database, ReadSweep sweep, ChangePolicy policy, Path directory) {
        new Reconciliation(database, sweep).run(policy, directory);
    }

    private void run(ChangePolicy policy, Path directory) {
        boolean changed = !stored.hash().equals(sweep.hash());
        if (policy == ChangePolicy.REFUSE && (changed || wouldMixVersions())) {
            throw new StoreFaultException(String.join("\n", explanation(changed, directory)), null);
        }
        if (policy != ChangePolicy.RECOMPUTE) {
            // What is finished stays. What is not would become the work of two versions.
            database.forget(foreign.stream()
                    .filter(hash -> !progressOf(hash).complete())
                    .toList());
        } else if (changed || !foreign.isEmpty()) {
            database.forget(hashes);
        }
        if (changed) {
            database.describe(sweep, Origin.here());
        }
    }

    private StoredProgress progressOf(String hash) {
        return Objects.requireNonNull(progress.get(hash));
    }

    private boolean wouldMixVersions() {
        return !foreign.isEmpty()
                && hashes.stream()
                        .anyMatch(hash ->
                                !progress.containsKey(hash) || !progressOf(hash).complete());
    }

    private List<String> explanation(boolean changed, Path directory) {
        List<String> lines = new ArrayList<>();
        if (changed) {
            lines.add("'" + directory + "' holds the results of another sweep, or this one has changed since:");
            lines.addAll(SweepChange.lines(stored, sweep, database::text));
        }
        if (!foreign.isEmpty()) {
            lines.add("'" + directory + "' has " + foreign.size() + " scenarios of version "
                    + progressOf(foreign.get(0)).version() + " of the program; this is version "
                    + Origin.here().version() + ".");
        }
        lines.addAll(WAYS_OUT);
        return lines;
    }
}
