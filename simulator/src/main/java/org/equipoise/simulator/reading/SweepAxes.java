package org.equipoise.simulator.reading;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.equipoise.simulator.reading.Axis.Row;
import org.equipoise.simulator.reading.Node.Entry;
import org.equipoise.simulator.reading.Node.Mapping;
import org.equipoise.simulator.reading.Node.Scalar;
import org.equipoise.simulator.reading.Node.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * The axes of a sweep, in the order in which they vary, the slowest first. What cannot be read is left out, and noted.
 *
 * <p>Values are put into the base in this order too. One that would undo an earlier one, because its path is the same
 * or leads to a block around it, is a fault.
 */
final class SweepAxes {
    private static final String SET = "set";

    private final SweepFile sweep;
    private final Spot root;
    private final FaultLog log;
    private final List<Axis> axes = new ArrayList<>();
    private final List<BigInteger> sizes = new ArrayList<>();
    private final List<Assignment> common = new ArrayList<>();
    private final PathTree given = new PathTree();
    private final PathTree varied = new PathTree();

    private SweepAxes(SweepFile sweep, Mapping root, FaultLog log) {
        this.sweep = sweep;
        this.root = Spot.root(root);
        this.log = log;
    }

    static SweepAxes of(SweepFile sweep, Mapping root, FaultLog log) {
        SweepAxes axes = new SweepAxes(sweep, root, log);
        axes.read();
        return axes;
    }

    List<Axis> axes() {
        return axes;
    }

    /** How many scenarios there are, those of ranges too long to be written out included. */
    BigInteger size() {
        return sizes.stream().reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /** {@code 6 × 3 × 11}. */
    String factors() {
        return sizes.stream()
                .map(size -> String.format(Locale.ROOT, "%,d", size))
                .collect(Collectors.joining(" × "));
    }

    /** What all scenarios have in common: the base with what the sweep sets, and then with overrides. */
    Mapping common(Mapping base, List<String> overrides) {
        Mapping changed = base;
        for (Assignment assignment : common) {
            changed = assignment.to(changed, log);
        }
        for (Entry entry : entries(block("expect"))) {
            changed = new Assignment(List.of("expect", entry.key()), entry.place(), entry.value()).to(changed, log);
        }
        for (String override : overrides) {
            Assignment assignment = Assignment.parse(override, log);
            if (assignment != null) {
                checkEffect(assignment);
                changed = assignment.to(changed, log);
            }
        }
        return changed;
    }

    private void checkEffect(Assignment override) {
        Assignment by = varied.atOrAbove(override.keys());
        if (by != null) {
            log.add(
                    override.place(),
                    override.path(),
                    "has no effect: the sweep varies " + by.path() + " at line "
                            + by.place().line(),
                    "leave it out, or change the sweep");
        }
    }

    private void read() {
        for (Entry entry : entries(block(SET))) {
            Spot spot = block(SET).child(entry);
            Assignment assignment = assignment(spot, entry);
            if (assignment != null && isNew(assignment, given)) {
                given.add(assignment);
                common.add(assignment);
            }
        }
        named("designs", "design", sweep.designs());
        named("assumptions", "assumption", sweep.assumptions());
        Spot vary = block("vary");
        for (Entry entry : entries(vary)) {
            SweepValues values = sweep.vary().get(entry.key());
            if (values != null) {
                inStep("vary", List.of(vary.child(entry)), List.of(entry), Map.of(entry.key(), values));
            }
        }
        Spot together = block("together");
        for (int i = 0; i < sweep.together().size(); i++) {
            Node item = ((Sequence) together.node()).items().get(i);
            together(together.child(i, item), sweep.together().get(i));
        }
        if (sweep.sample() != null) {
            sample(sweep.sample());
        }
    }

    private void together(Spot spot, Map<String, SweepValues> values) {
        List<Entry> entries = entries(spot);
        if (entries.isEmpty()) {
            log.add(spot, "is an empty block", "give lists of values by path");
        } else if (values.size() == entries.size()) {
            inStep("together", entries.stream().map(spot::child).toList(), entries, values);
        }
    }

    /** The alternatives that have names. */
    private void named(String block, String column, Map<String, Map<String, Node>> alternatives) {
        List<Row> rows = new ArrayList<>();
        PathTree before = given;
        List<Assignment> all = new ArrayList<>();
        for (Entry name : entries(block(block))) {
            if (!alternatives.containsKey(name.key())) {
                continue;
            }
            Spot spot = block(block).child(name);
            PathTree own = new PathTree();
            List<Assignment> assignments = new ArrayList<>();
            for (Entry entry : entries(spot)) {
                Assignment assignment = assignment(spot.child(entry), entry);
                if (assignment != null && isNew(assignment, before) && isNew(assignment, own)) {
                    own.add(assignment);
                    assignments.add(assignment);
                }
            }
            all.addAll(assignments);
            rows.add(new Row(List.of(name.key()), assignments, name.place()));
        }
        all.forEach(this::vary);
        if (!rows.isEmpty()) {
            add(new Axis(block, List.of(column), rows));
        }
    }

    /** Lists of the same length, the first values of all of them being one alternative, and so on. */
    private void inStep(String block, List<Spot> spots, List<Entry> entries, Map<String, SweepValues> values) {
        List<Assignment> columns = columns(spots, entries);
        BigInteger size = size(entries.get(0), values);
        boolean fits = columns.size() == entries.size() && areWhole(spots);
        for (int j = 0; j < entries.size(); j++) {
            BigInteger other = size(entries.get(j), values);
            if (!other.equals(size)) {
                log.add(
                        spots.get(j),
                        "has " + other + " values where " + entries.get(0).key() + " has " + size,
                        "values that move in step are equally many");
                fits = false;
            }
        }
        if (!fits) {
            return;
        }
        if (size.compareTo(BigInteger.valueOf(SweepReader.MOST_SCENARIOS)) > 0) {
            sizes.add(size);
            return;
        }
        List<List<Node>> nodes = new ArrayList<>();
        for (int j = 0; j < entries.size(); j++) {
            SweepValues listed = values.get(entries.get(j).key());
            nodes.add(
                    listed == null
                            ? List.of()
                            : listed.nodes(entries.get(j).value().place()));
        }
        if (entries.size() == 1) {
            checkDistinct(spots.get(0), nodes.get(0));
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < size.intValueExact(); i++) {
            List<Node> row = new ArrayList<>();
            for (List<Node> column : nodes) {
                row.add(column.get(i));
            }
            rows.add(row(columns, row));
        }
        add(new Axis(block, columns.stream().map(Assignment::path).toList(), rows));
    }

    private static BigInteger size(Entry entry, Map<String, SweepValues> values) {
        SweepValues found = values.get(entry.key());
        return found == null ? BigInteger.ZERO : found.size();
    }

    private void checkDistinct(Spot spot, List<Node> nodes) {
        Map<Object, Integer> first = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            Object value = node instanceof Scalar scalar && Numbers.isNumber(scalar)
                    ? new BigDecimal(scalar.text()).stripTrailingZeros()
                    : FlowText.of(node);
            Integer before = first.putIfAbsent(value, i);
            if (before != null) {
                log.add(
                        spot.child(i, node),
                        "is the same value as that at position " + before + ": " + FlowText.of(node),
                        "keep one of them; positions are counted from 0");
            }
        }
    }

    private void sample(SweepSample sample) {
        Spot of = child(block("sample"), "of");
        List<Entry> entries = entries(of);
        List<Assignment> columns = columns(entries.stream().map(of::child).toList(), entries);
        if (entries.isEmpty()) {
            log.add(of, "is an empty block", "say how the values of some paths are distributed");
        }
        List<AssumedValues> laws = List.copyOf(sample.of().values());
        boolean fits = columns.size() == entries.size() && laws.size() == entries.size();
        if (columns.isEmpty() || !fits || !areWhole(List.of(block("sample")))) {
            return;
        }
        if (columns.size() > SweepReader.MOST_COLUMNS) {
            return;
        }
        List<Row> rows = new ArrayList<>();
        for (double[] point : sample.draw(laws.size())) {
            List<Node> row = new ArrayList<>();
            for (int j = 0; j < point.length; j++) {
                row.add(laws.get(j).at(point[j], entries.get(j).value().place()));
            }
            rows.add(row(columns, row));
        }
        add(new Axis("sample", columns.stream().map(Assignment::path).toList(), rows));
    }

    /** What has a fault may have been read as something near it, which would have faults of its own. */
    private boolean areWhole(List<Spot> spots) {
        return spots.stream().noneMatch(spot -> log.hasWithin(spot.path()));
    }

    private void add(Axis axis) {
        axes.add(axis);
        sizes.add(BigInteger.valueOf(axis.rows().size()));
    }

    private static Row row(List<Assignment> columns, List<Node> nodes) {
        List<Assignment> assignments = new ArrayList<>();
        for (int j = 0; j < nodes.size(); j++) {
            Assignment column = columns.get(j);
            assignments.add(new Assignment(column.keys(), column.place(), nodes.get(j)));
        }
        return new Row(
                nodes.stream().map(FlowText::of).toList(),
                assignments,
                nodes.get(0).place());
    }

    /** Those of the paths that are paths, and that no other values stand at. */
    private List<Assignment> columns(List<Spot> spots, List<Entry> entries) {
        List<Assignment> columns = new ArrayList<>();
        for (int j = 0; j < entries.size(); j++) {
            Assignment assignment = assignment(spots.get(j), entries.get(j));
            if (assignment != null && isNew(assignment, given)) {
                vary(assignment);
                columns.add(assignment);
            }
        }
        return columns;
    }

    private void vary(Assignment assignment) {
        given.add(assignment);
        varied.add(assignment);
    }

    private @Nullable Assignment assignment(Spot spot, Entry entry) {
        List<String> keys = Assignment.keysOf(entry.key());
        if (keys == null) {
            log.add(
                    entry.place(),
                    spot.path(),
                    "is not a path: '" + entry.key() + "'",
                    "join keys by dots: endpoints.PFS.model.HAIC.hazardRatio");
            return null;
        }
        return new Assignment(keys, entry.place(), entry.value());
    }

    private boolean isNew(Assignment assignment, PathTree earlier) {
        Assignment before = earlier.atOrBelow(assignment.keys());
        if (before == null) {
            return true;
        }
        String where = " at line " + before.place().line();
        if (before.keys().equals(assignment.keys())) {
            log.add(assignment.place(), assignment.path(), "has values already" + where, "keep one of them");
        } else {
            log.add(
                    assignment.place(),
                    assignment.path(),
                    "would undo " + before.path() + where,
                    "vary the whole block or what is in it, not both");
        }
        return false;
    }

    /** A block of the sweep; an empty one when it is left out. */
    private Spot block(String key) {
        return child(root, key);
    }

    private static Spot child(Spot spot, String key) {
        Entry entry = spot.node() instanceof Mapping mapping ? mapping.get(key) : null;
        return spot.child(entry == null ? new Entry(key, spot.place(), Mapping.empty(spot.place())) : entry);
    }

    private static List<Entry> entries(Spot spot) {
        return spot.node() instanceof Mapping mapping
                ? List.copyOf(mapping.entries().values())
                : List.of();
    }
}
