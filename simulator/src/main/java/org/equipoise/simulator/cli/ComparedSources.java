package org.equipoise.simulator.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equipoise.simulator.reading.LocatedFault;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ScenarioFaultsException;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.scenario.TimeUnit;
import org.equipoise.simulator.sweep.difference.TracedResult;
import org.equipoise.simulator.sweep.store.StoreFaultException;
import org.equipoise.simulator.sweep.store.StoredResults;
import org.jspecify.annotations.Nullable;

/** The scenarios that are to be compared: from files, and from directories of sweeps. */
final class ComparedSources {
    /** Most that fit side by side. */
    static final int MOST = 26;

    private static final Pattern NUMBERED =
            Pattern.compile("(.+)#(\\d{1,6}(?:-\\d{1,6})?(?:,\\d{1,6}(?:-\\d{1,6})?)*)");

    private final Overrides overrides;
    private final List<Source> sources = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final List<LocatedFault> faults = new ArrayList<>();

    private ComparedSources(Overrides overrides) {
        this.overrides = overrides;
    }

    /**
     * One scenario.
     *
     * @param name as on the command line
     * @param read the scenario
     * @param stored what it has come to; null when it is still to be simulated
     */
    record Source(String name, ReadScenario read, @Nullable TracedResult stored) {}

    /**
     * Reads all of them; overrides are those of files.
     *
     * @throws ScenarioFaultsException with the faults of all files and stores, or why they cannot be compared
     */
    static ComparedSources of(List<String> what, Overrides overrides) {
        ComparedSources found = new ComparedSources(overrides);
        what.forEach(found::add);
        if (found.faults.isEmpty()) {
            found.check();
        }
        if (!found.faults.isEmpty()) {
            throw new ScenarioFaultsException(found.faults);
        }
        return found;
    }

    private void add(String given) {
        Matcher numbered = NUMBERED.matcher(given);
        Path path = FilePlace.named("WHAT", given);
        if (numbered.matches() && !Files.exists(path)) {
            addStored(FilePlace.named("WHAT", numbered.group(1)), numbered.group(2));
        } else if (Files.isDirectory(path)) {
            addStored(path, null);
        } else {
            addFile(path);
        }
    }

    private void refuse(@Nullable String problem) {
        faults.add(new LocatedFault("compare", 0, 0, "", String.valueOf(problem), ""));
    }

    private void addFile(Path file) {
        files.add(file);
        try {
            ReadScenario read = overrides.read(all -> ScenarioReader.readToSimulate(file, all));
            sources.add(new Source(file.toString(), read, null));
        } catch (ScenarioFaultsException e) {
            faults.addAll(e.faults());
        }
    }

    private void addStored(Path directory, @Nullable String numbers) {
        try (StoredResults results = StoredResults.open(directory)) {
            List<Integer> chosen =
                    numbers == null ? results.finished() : chosen(directory, numbers, results.scenarios());
            if (sources.size() + chosen.size() > MOST) {
                refuse(String.format(
                        Locale.ROOT,
                        "'%s' has %,d scenarios, and at most %d are compared; name some by their numbers in the order of"
                                + " results.csv, such as %s#1,2",
                        directory,
                        chosen.size(),
                        MOST,
                        directory));
            } else {
                chosen.forEach(number -> addStored(directory, results, number));
            }
        } catch (StoreFaultException e) {
            refuse(e.getMessage());
        }
    }

    private void addStored(Path directory, StoredResults results, int number) {
        try {
            StoredResults.Simulated simulated = results.scenario(number);
            sources.add(new Source(directory + "#" + number, simulated.read(), TracedResult.of(simulated.state())));
        } catch (StoreFaultException e) {
            refuse(e.getMessage());
        }
    }

    private List<Integer> chosen(Path directory, String numbers, int scenarios) {
        List<Integer> chosen = new ArrayList<>();
        for (String part : numbers.split(",", -1)) {
            String[] ends = part.split("-", -1);
            int from = Integer.parseInt(ends[0]);
            int to = Integer.parseInt(ends[ends.length - 1]);
            if (from < 1 || to > scenarios || to < from) {
                refuse(String.format(
                        Locale.ROOT,
                        "'%s#%s': its scenarios are numbered from 1 to %,d, in the order of the grid",
                        directory,
                        part,
                        scenarios));
            } else {
                for (int number = from; number <= to && chosen.size() <= MOST; number++) {
                    chosen.add(number);
                }
            }
        }
        return chosen;
    }

    private void check() {
        if (sources.size() < 2) {
            refuse("there is " + (sources.isEmpty() ? "no scenario" : "one scenario alone")
                    + "; name two or more files, or directories of sweeps");
        }
        if (sources.size() > MOST) {
            refuse("at most " + MOST + " scenarios are compared, not " + sources.size());
        }
        for (Source each : sources) {
            TimeUnit unit = sources.get(0).read().scenario().timeUnit();
            if (each.read().scenario().timeUnit() != unit) {
                refuse("the time units of '" + sources.get(0).name() + "' and '" + each.name()
                        + "' differ, so their times cannot be compared; state both in the same timeUnit");
            }
        }
        if (files.isEmpty() && overrides.isGiven()) {
            refuse("--set, --replicates and --seed change what is simulated now, and stored results are all that"
                    + " is named; leave them out, or name a file");
        }
    }

    List<Source> sources() {
        return sources;
    }

    /** The scenarios that have no result yet. */
    List<ReadScenario> toSimulate() {
        return sources.stream()
                .filter(each -> each.stored() == null)
                .map(Source::read)
                .toList();
    }

    /** The files that are read. */
    List<Path> files() {
        return files;
    }
}
