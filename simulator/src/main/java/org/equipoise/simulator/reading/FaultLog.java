package org.equipoise.simulator.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects faults while a scenario is read. Keeps words to one line and their number to what a person can use. */
final class FaultLog {
    private static final int MOST_FAULTS = 200;
    private static final int LONGEST_TEXT = 400;

    private final List<String> sources = new ArrayList<>();
    private final List<LocatedFault> faults = new ArrayList<>();
    private final Set<LocatedFault> told = new HashSet<>();
    private final Set<String> paths = new HashSet<>();
    private final boolean rules;

    FaultLog() {
        this(true);
    }

    /**
     * An empty log.
     *
     * @param rules whether it tells how values must fit together, or only what single ones must be
     */
    FaultLog(boolean rules) {
        this.rules = rules;
    }

    /** Whether faults between values, each of which may be right, are to be noted. */
    boolean tellsRules() {
        return rules;
    }

    void add(Place place, String path, String problem, String remedy) {
        paths.add(path);
        if (!sources.contains(place.source())) {
            sources.add(place.source());
        }
        if (isFull()) {
            return;
        }
        LocatedFault fault = new LocatedFault(
                oneLine(place.source()),
                place.line(),
                place.column(),
                oneLine(path),
                oneLine(problem),
                oneLine(remedy));
        if (told.add(fault)) {
            faults.add(fault);
        }
    }

    /** The faults so far, as they were noted. */
    List<LocatedFault> faults() {
        return List.copyOf(faults);
    }

    /** Notes a fault that another log has told. */
    void add(LocatedFault fault) {
        add(new Place(fault.source(), fault.line(), fault.column()), fault.path(), fault.problem(), fault.remedy());
    }

    void add(Spot spot, String problem, String remedy) {
        add(spot.place(), spot.path(), problem, remedy);
    }

    /** Names a source before it has faults: sources named earlier come first. */
    void expect(String source) {
        sources.add(source);
    }

    /** Whether further faults would not be told. */
    boolean isFull() {
        return faults.size() == MOST_FAULTS;
    }

    /** Whether there is any fault. */
    boolean hasAny() {
        return !faults.isEmpty();
    }

    /** Whether something is already known to be wrong with exactly this key. */
    boolean has(String path) {
        return paths.contains(path);
    }

    /** Whether something is already known to be wrong with a key or below it. */
    boolean hasWithin(String path) {
        return paths.stream().anyMatch(known -> (known + ".").startsWith(path + "."));
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new ScenarioFaultsException(inOrder());
        }
    }

    private List<LocatedFault> inOrder() {
        List<String> order = sources.stream().map(FaultLog::oneLine).toList();
        List<LocatedFault> sorted = new ArrayList<>(faults);
        sorted.sort(Comparator.comparingInt((LocatedFault fault) -> order.indexOf(fault.source()))
                .thenComparingInt(LocatedFault::line)
                .thenComparingInt(LocatedFault::column));
        if (isFull()) {
            sorted.add(new LocatedFault(order.get(0), 0, 0, "", "further faults, if there are any, are not told", ""));
        }
        return sorted;
    }

    private static String oneLine(String text) {
        String start = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
        return start.chars().noneMatch(FaultLog::breaksLine)
                ? start
                : start.chars()
                        .map(c -> breaksLine(c) ? ' ' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean breaksLine(int c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }
}
