package org.equipoise.simulator.sweep.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.ScenarioFaultsException;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.reading.ScenarioText;
import org.equipoise.simulator.reading.SweepCase;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** Says in words how a sweep differs from the one that a store was made for. */
final class SweepChange {
    private static final int MOST_VALUES = 8;
    private static final int MOST_DIFFERENCES = 6;

    private final StoredSweep stored;
    private final ReadSweep given;
    private final Function<String, @Nullable String> textOf;
    private final List<String> lines = new ArrayList<>();

    private SweepChange(StoredSweep stored, ReadSweep given, Function<String, @Nullable String> textOf) {
        this.stored = stored;
        this.given = given;
        this.textOf = textOf;
    }

    /**
     * What differs, line by line.
     *
     * @param textOf the text of a stored scenario, by its hash
     */
    static List<String> lines(StoredSweep stored, ReadSweep given, Function<String, @Nullable String> textOf) {
        SweepChange change = new SweepChange(stored, given, textOf);
        change.compareNames();
        change.comparePaths();
        change.compareScenarios();
        change.count();
        return change.lines;
    }

    private void compareNames() {
        if (!stored.name().equals(given.name())) {
            lines.add("  its name is '" + given.name() + "', was '" + stored.name() + "'");
        }
    }

    private void comparePaths() {
        for (String path : stored.paths()) {
            if (!given.paths().contains(path)) {
                lines.add("  " + path + " does not vary any more");
            }
        }
        for (String path : given.paths()) {
            if (!stored.paths().contains(path)) {
                lines.add("  " + path + " varies now");
            } else {
                compareValues(path);
            }
        }
    }

    private void compareValues(String path) {
        int before = stored.paths().indexOf(path);
        int now = given.paths().indexOf(path);
        Set<String> old = stored.cases().stream()
                .map(each -> each.values().get(before))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> fresh = given.cases().stream()
                .map(each -> each.values().get(now))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> added = new LinkedHashSet<>(fresh);
        added.removeAll(old);
        Set<String> gone = new LinkedHashSet<>(old);
        gone.removeAll(fresh);
        if (!added.isEmpty()) {
            lines.add("  " + path + ": new " + listed(added));
        }
        if (!gone.isEmpty()) {
            lines.add("  " + path + ": no longer " + listed(gone));
        }
    }

    private static String listed(Set<String> values) {
        String first = values.stream().limit(MOST_VALUES).collect(Collectors.joining(", "));
        return values.size() <= MOST_VALUES ? first : first + " and " + (values.size() - MOST_VALUES) + " more";
    }

    /** What differs in a scenario whose varied values are the same: something else in the file, or an option. */
    private void compareScenarios() {
        if (!stored.paths().equals(given.paths())) {
            return;
        }
        Map<List<String>, String> hashes = new HashMap<>();
        stored.cases().forEach(each -> hashes.put(each.values(), each.hash()));
        first(hashes, SweepCase::mostIn)
                .ifPresent(each -> compareCaps(SweepCase.mostIn(hashes.getOrDefault(each.values(), "")), each.most()));
        first(hashes, SweepCase::contentIn)
                .ifPresent(each -> compare(
                        textOf.apply(hashes.getOrDefault(each.values(), "")),
                        each.read().scenario()));
    }

    /** The first case that differs from the stored one of the same values in a part of its hash. */
    private Optional<SweepCase> first(Map<List<String>, String> hashes, Function<String, Object> part) {
        return given.cases().stream()
                .filter(each -> hashes.containsKey(each.values()))
                .filter(each -> !part.apply(hashes.getOrDefault(each.values(), ""))
                        .equals(part.apply(each.read().hash())))
                .findFirst();
    }

    private void compareCaps(long before, long now) {
        lines.add("  expectations are " + decided(now) + ", were " + decided(before));
    }

    private static String decided(long most) {
        return most == 0
                ? "checked once (without --decide)"
                : String.format(Locale.ROOT, "decided with up to %,d replicates (--decide)", most);
    }

    private void compare(@Nullable String text, Scenario now) {
        if (text == null) {
            return;
        }
        Map<String, String> before;
        try {
            before = ScenarioText.values(
                    ScenarioReader.read(text, "store", List.of()).scenario());
        } catch (ScenarioFaultsException e) {
            return; // Written by a version that spelled it otherwise.
        }
        Map<String, String> after = ScenarioText.values(now);
        Set<String> paths = new LinkedHashSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<String> differing = paths.stream()
                .filter(path -> !Objects.equals(before.get(path), after.get(path)))
                .toList();
        for (String path : differing.subList(0, Math.min(MOST_DIFFERENCES, differing.size()))) {
            lines.add("  " + path + ": " + after.getOrDefault(path, "left out") + ", was "
                    + before.getOrDefault(path, "left out"));
        }
        if (differing.size() > MOST_DIFFERENCES) {
            lines.add("  and " + (differing.size() - MOST_DIFFERENCES) + " more");
        }
    }

    private void count() {
        Set<String> before = new HashSet<>();
        stored.cases().forEach(each -> before.add(each.hash()));
        Set<String> now = new HashSet<>();
        given.cases().forEach(each -> now.add(each.read().hash()));
        long same = now.stream().filter(before::contains).count();
        lines.add(same + " of its " + now.size() + " scenarios are the same, " + (now.size() - same)
                + " are new or changed; "
                + before.stream().filter(hash -> !now.contains(hash)).count()
                + " of the store are not in it any more.");
    }
}
