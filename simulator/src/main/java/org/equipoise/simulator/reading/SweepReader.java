package org.equipoise.simulator.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.reading.Node.Entry;
import org.equipoise.simulator.reading.Node.Mapping;
import org.equipoise.simulator.reading.Node.Scalar;
import org.equipoise.simulator.reading.Node.Sequence;

/** Reads a sweep: lists of values under {@code vary}, crossed, the last one fastest. */
public final class SweepReader {
    private SweepReader() {}

    /**
     * Reads a file.
     *
     * @throws ScenarioFaultsException when it cannot be read or is not a valid sweep
     */
    public static ReadSweep read(Path file, List<String> overrides) {
        FaultLog log = new FaultLog();
        String text = SourceText.of(file, log);
        log.throwIfAny();
        Mapping root = (Mapping)
                NodeParser.parse(String.valueOf(text), (line, column) -> new Place(file.toString(), line, column), log);
        log.throwIfAny();
        Path base = file.resolveSibling(text(root, "base"));
        List<String> paths = new ArrayList<>();
        List<List<String>> rows = List.of(List.of());
        Entry vary = root.get("vary");
        for (Entry entry : vary == null
                ? List.<Entry>of()
                : ((Mapping) vary.value()).entries().values()) {
            paths.add(entry.key());
            List<List<String>> longer = new ArrayList<>();
            for (List<String> row : rows) {
                for (Node item : ((Sequence) entry.value()).items()) {
                    List<String> more = new ArrayList<>(row);
                    more.add(((Scalar) item).text());
                    longer.add(more);
                }
            }
            rows = longer;
        }
        List<SweepCase> cases = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> all = new ArrayList<>(overrides);
            for (int i = 0; i < paths.size(); i++) {
                all.add(paths.get(i) + "=" + row.get(i));
            }
            cases.add(new SweepCase(row, ScenarioReader.read(base, all)));
        }
        return ReadSweep.of(text(root, "sweep"), paths, cases);
    }

    private static String text(Mapping root, String key) {
        Entry entry = root.get(key);
        return entry == null ? "" : ((Scalar) entry.value()).text();
    }
}
