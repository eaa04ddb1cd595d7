package org.equipoise.simulator.reading;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.equipoise.simulator.reading.Axis.Row;
import org.equipoise.simulator.reading.Node.Entry;
import org.equipoise.simulator.reading.Node.Scalar;
import org.equipoise.simulator.reading.Node.Sequence;

/**
 * The axes of a sweep, in the order in which they vary and are put into the base, the slowest first. What cannot be
 * read is left out, and noted.
 */
final class SweepAxes {
    private static final BigInteger MOST_VALUES = BigInteger.valueOf(SweepReader.MOST_VALUES);

    private final Spot root;
    private final SweepPaths paths;
    private final FaultLog log;
    private final List<Axis> axes = new ArrayList<>();
    private final List<BigInteger> sizes = new ArrayList<>();
    private BigInteger values = BigInteger.ZERO;

    private SweepAxes(Spot root, SweepPaths paths, FaultLog log) {
        this.root = root;
        this.paths = paths;
        this.log = log;
    }

    /** The axes of a sweep whose keys are {@code root}. */
    static SweepAxes of(SweepFile sweep, Spot root, SweepPaths paths, FaultLog log) {
        SweepAxes axes = new SweepAxes(root, paths, log);
        axes.named("designs", "design", sweep.designs());
        axes.named("assumptions", "assumption", sweep.assumptions());
        axes.vary(sweep.vary());
        axes.together(sweep.together());
        if (sweep.sample() != null) {
            axes.sample(sweep.sample());
        }
        return axes;
    }

    List<Axis> axes() {
        return axes;
    }

    /** Whether there is room for all values; axes for which there is none are left out. */
    boolean isComplete() {
        return values.compareTo(MOST_VALUES) <= 0;
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

    /** The alternatives that have names. */
    private void named(String key, String column, Map<String, Map<String, Node>> alternatives) {
        Spot block = root.childOrEmpty(key);
        List<Row> rows = new ArrayList<>();
        for (Entry name : block.entries()) {
            if (alternatives.containsKey(name.key())) {
                rows.add(new Row(List.of(name.key()), paths.alternative(block.child(name)), name.place()));
            }
        }
        rows.forEach(row -> paths.vary(row.assignments()));
        if (!rows.isEmpty()) {
            add(new Axis(key, List.of(column), rows));
        }
    }

    private void vary(Map<String, SweepValues> values) {
        Spot block = root.childOrEmpty("vary");
        for (Entry entry : block.entries()) {
            if (values.containsKey(entry.key())) {
                inStep("vary", List.of(block.child(entry)), List.of(entry), values);
            }
        }
    }

    private void together(List<Map<String, SweepValues>> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            Spot together = root.childOrEmpty("together");
            Spot block = together.child(i, ((Sequence) together.node()).items().get(i));
            if (block.entries().isEmpty()) {
                log.add(block, "is an empty block", "give lists of values by path");
            } else if (blocks.get(i).size() == block.entries().size()) {
                inStep("together", block.entries().stream().map(block::child).toList(), block.entries(), blocks.get(i));
            }
        }
    }

    /** Lists of the same length, the first values of all of them being one alternative, and so on. */
    private void inStep(String block, List<Spot> spots, List<Entry> entries, Map<String, SweepValues> values) {
        List<Assignment> columns = paths.columns(spots, entries);
        List<SweepValues> lists = entries.stream()
                .map(entry -> Objects.requireNonNull(values.get(entry.key())))
                .toList();
        BigInteger size = lists.get(0).size();
        for (int j = 0; j < lists.size(); j++) {
            if (!lists.get(j).size().equals(size)) {
                log.add(
                        spots.get(j),
                        "has " + lists.get(j).size() + " values where "
                                + entries.get(0).key() + " has " + size,
                        "values that move in step are equally many");
            }
        }
        if (columns == null || !areWhole(spots)) {
            return;
        }
        if (!hasRoom(size, entries.size())) {
            sizes.add(size);
            return;
        }
        List<List<Node>> nodes = new ArrayList<>();
        for (int j = 0; j < lists.size(); j++) {
            nodes.add(lists.get(j).nodes(entries.get(j).value().place()));
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
            rows.add(Row.of(columns, row));
        }
        add(new Axis(block, columns.stream().map(Assignment::path).toList(), rows));
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
        Spot block = root.childOrEmpty("sample");
        Spot of = block.childOrEmpty("of");
        List<Entry> entries = of.entries();
        if (entries.isEmpty()) {
            log.add(of, "is an empty block", "say how the values of some paths are distributed");
            return;
        }
        List<Assignment> columns = paths.columns(entries.stream().map(of::child).toList(), entries);
        if (columns == null || !areWhole(List.of(block))) {
            return;
        }
        BigInteger points = BigInteger.valueOf(sample.points());
        if (!hasRoom(points, columns.size())) {
            sizes.add(points);
            return;
        }
        List<AssumedValues> laws = List.copyOf(sample.of().values());
        List<Row> rows = new ArrayList<>();
        for (double[] point : sample.draw(laws.size())) {
            List<Node> row = new ArrayList<>();
            for (int j = 0; j < point.length; j++) {
                row.add(laws.get(j).at(point[j], entries.get(j).value().place()));
            }
            rows.add(Row.of(columns, row));
        }
        add(new Axis("sample", columns.stream().map(Assignment::path).toList(), rows));
    }

    /** What has a fault may have been read as something near it, which would have faults of its own. */
    private boolean areWhole(List<Spot> spots) {
        return spots.stream().noneMatch(spot -> log.hasWithin(spot.path()));
    }

    /** Counts further values, and whether they are few enough to be held. */
    private boolean hasRoom(BigInteger rows, int columns) {
        values = values.add(rows.multiply(BigInteger.valueOf(columns)));
        return isComplete();
    }

    private void add(Axis axis) {
        axes.add(axis);
        sizes.add(BigInteger.valueOf(axis.rows().size()));
    }
}
