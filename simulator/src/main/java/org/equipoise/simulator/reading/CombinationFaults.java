package org.equipoise.simulator.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The faults of the scenarios of a sweep. A fault of one value occurs with everything that it is combined with, and is
 * told once, where the value stands. A fault that only some combinations have is told once too, with their number and
 * the first of them.
 */
final class CombinationFaults {
    private static final int MOST = 100_000;
    private static final int MOST_KINDS = 1_000;
    private static final int MOST_COLUMNS_SHOWN = 5;

    /** Faults that differ in numbers alone are of one kind. */
    private record Kind(String source, int line, int column, String path, String words) {
        static Kind of(LocatedFault fault) {
            return new Kind(fault.source(), fault.line(), fault.column(), fault.path(), words(fault));
        }

        static String words(LocatedFault fault) {
            return fault.problem().replaceAll("[0-9][0-9.]*", "#");
        }
    }

    /** The combinations that have a kind of fault. */
    private static final class Group {
        private final LocatedFault fault;
        private final int[] first;
        private final List<BitSet> rows = new ArrayList<>();
        private long count;
        private long last;

        Group(LocatedFault fault, int[] first) {
            this.fault = fault;
            this.first = first.clone();
            for (int k = 0; k < first.length; k++) {
                rows.add(new BitSet());
            }
        }

        void add(int[] combination, long number) {
            if (number != last) {
                last = number;
                count++;
                for (int k = 0; k < combination.length; k++) {
                    rows.get(k).set(combination[k]);
                }
            }
        }

        void add(Group other) {
            count += other.count;
            for (int k = 0; k < rows.size(); k++) {
                rows.get(k).or(other.rows.get(k));
            }
        }
    }

    private final List<Axis> axes;
    private final String source;
    private final Map<Kind, Group> groups = new LinkedHashMap<>();
    private long combinations;
    private long faults;

    /**
     * None yet.
     *
     * @param source the sweep's file, as faults call it
     */
    CombinationFaults(List<Axis> axes, String source) {
        this.axes = axes;
        this.source = source;
    }

    void add(int[] rows, List<LocatedFault> found) {
        combinations++;
        faults += found.size();
        for (LocatedFault fault : found) {
            Kind kind = Kind.of(fault);
            Group group = groups.get(kind);
            if (group == null && groups.size() < MOST_KINDS) {
                group = new Group(fault, rows);
                groups.put(kind, group);
            }
            if (group != null) {
                group.add(rows, combinations);
            }
        }
    }

    boolean areNone() {
        return combinations == 0;
    }

    /** Whether so many have been found that looking for more helps nobody. */
    boolean areTooMany() {
        return faults > MOST;
    }

    void tell(FaultLog log) {
        Map<String, Group> together = new LinkedHashMap<>();
        for (Group group : groups.values()) {
            if (isOfOneValue(group)) {
                log.add(group.fault);
            } else {
                String kind = group.fault.path() + " " + Kind.words(group.fault);
                Group first = together.putIfAbsent(kind, group);
                if (first != null) {
                    first.add(group);
                }
            }
        }
        together.values().forEach(group -> tell(group, log));
    }

    /** Whether what the sweep or an override says at the fault's place is wrong by itself. */
    private boolean isOfOneValue(Group group) {
        List<Integer> narrowed = narrowed(group);
        boolean isOfBase = !group.fault.source().equals(source) && group.fault.line() > 0;
        return !isOfBase
                && (narrowed.isEmpty()
                        || narrowed.size() == 1 && row(group, narrowed.get(0)).concerns(group.fault.path()));
    }

    /** The axes some rows of which do not have the fault. */
    private List<Integer> narrowed(Group group) {
        List<Integer> narrowed = new ArrayList<>();
        for (int k = 0; k < axes.size(); k++) {
            if (group.rows.get(k).cardinality() < axes.get(k).rows().size()) {
                narrowed.add(k);
            }
        }
        return narrowed;
    }

    private Axis.Row row(Group group, int axis) {
        return axes.get(axis).rows().get(group.first[axis]);
    }

    private void tell(Group group, FaultLog log) {
        LocatedFault fault = group.fault;
        List<Integer> narrowed = narrowed(group);
        long all = axes.stream().mapToLong(axis -> axis.rows().size()).reduce(1, Math::multiplyExact);
        String where = areTooMany()
                ? "in at least " + count(group.count)
                : group.count == all ? "in all " + count(all) : "in " + count(group.count) + " of " + count(all);
        String problem =
                fault.problem() + "; so it is " + where + " scenarios, the first with " + first(group, narrowed);
        Place place = fault.source().equals(source) || narrowed.isEmpty()
                ? new Place(fault.source(), fault.line(), fault.column())
                : row(group, narrowed.get(narrowed.size() - 1)).place();
        log.add(place, fault.path(), problem, fault.remedy());
    }

    /** {@code enrolment.patients = 140, analysis.looks.0.events = 150}. */
    private String first(Group group, List<Integer> narrowed) {
        List<String> shown = new ArrayList<>();
        for (int k = 0; k < axes.size(); k++) {
            if (narrowed.isEmpty() || narrowed.contains(k)) {
                List<String> values = row(group, k).values();
                for (int j = 0; j < values.size(); j++) {
                    shown.add(axes.get(k).columns().get(j) + " = " + values.get(j));
                }
            }
        }
        String more = shown.size() > MOST_COLUMNS_SHOWN ? ", …" : "";
        return shown.stream().limit(MOST_COLUMNS_SHOWN).collect(Collectors.joining(", ")) + more;
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
