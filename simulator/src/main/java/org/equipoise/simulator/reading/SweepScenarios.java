package org.equipoise.simulator.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.simulator.reading.Node.Mapping;

/** The scenarios of a sweep: what is common to all of them, with one row of each axis put into it. */
final class SweepScenarios {
    private static final int MOST_ALONE = 20_000;

    /** Rows that have names, and paths of their own; those without all have the same paths. */
    private static final int MOST_NAMES = 20;

    private final Mapping common;
    private final List<Axis> axes;
    private final RecordShape.Book shapes;
    private final String source;

    /**
     * Scenarios, none of them made yet.
     *
     * @param source the sweep's file, as faults call it
     */
    SweepScenarios(Mapping common, List<Axis> axes, RecordShape.Book shapes, String source) {
        this.common = common;
        this.axes = axes;
        this.shapes = shapes;
        this.source = source;
    }

    /** All of them, the last axis varying fastest; what is wrong with any is noted, and they are then incomplete. */
    List<SweepCase> read(FaultLog log) {
        CombinationFaults faults = new CombinationFaults(axes, source);
        List<SweepCase> cases = new ArrayList<>();
        combine(new int[axes.size()], 0, common, List.of(), cases, faults);
        faults.tell(log);
        return cases;
    }

    private void combine(
            int[] rows,
            int depth,
            Mapping root,
            List<LocatedFault> above,
            List<SweepCase> cases,
            CombinationFaults faults) {
        if (depth == rows.length) {
            FaultLog log = new FaultLog();
            above.forEach(log::add);
            ReadScenario read = ScenarioReader.readToSimulate(root, shapes, log);
            if (read == null || log.hasAny()) {
                faults.add(rows, log.faults());
            } else if (faults.areNone()) {
                cases.add(new SweepCase(values(rows), read));
            }
            return;
        }
        List<Axis.Row> all = axes.get(depth).rows();
        for (int i = 0; i < all.size() && !faults.areTooMany(); i++) {
            rows[depth] = i;
            FaultLog log = new FaultLog();
            above.forEach(log::add);
            Mapping changed = put(all.get(i), root, log);
            combine(rows, depth + 1, changed, log.faults(), cases, faults);
        }
    }

    private static Mapping put(Axis.Row row, Mapping root, FaultLog log) {
        Mapping changed = root;
        for (Assignment assignment : row.assignments()) {
            changed = assignment.to(changed, log);
        }
        return changed;
    }

    private List<String> values(int[] rows) {
        List<String> values = new ArrayList<>();
        for (int k = 0; k < rows.length; k++) {
            values.addAll(axes.get(k).rows().get(rows[k]).values());
        }
        return values;
    }

    /**
     * Notes what is wrong with single values of the sweep, whatever they are combined with. Each row is put into the
     * base alone, or into a block that another axis puts there. Of very many rows the first of each axis are read.
     */
    void tellValuesAlone(FaultLog log) {
        for (int k = 0; k < axes.size(); k++) {
            List<Axis.Row> rows = axes.get(k).rows();
            for (int i = 0; i < Math.min(rows.size(), MOST_ALONE / axes.size()) && !log.isFull(); i++) {
                FaultLog own = new FaultLog(false);
                Mapping root = put(rows.get(i), around(rows.get(i), k, own), own);
                ScenarioReader.readToSimulate(root, shapes, own);
                own.faults().stream()
                        .filter(fault -> fault.source().equals(source))
                        .forEach(log::add);
            }
        }
    }

    private Mapping around(Axis.Row row, int axis, FaultLog log) {
        Mapping root = common;
        for (Axis earlier : axes.subList(0, axis)) {
            Optional<Axis.Row> outer = earlier.rows().stream()
                    .limit(MOST_NAMES)
                    .filter(row::liesWithin)
                    .findFirst();
            if (outer.isPresent()) {
                root = put(outer.get(), root, log);
            }
        }
        return root;
    }
}
