package org.equipoise.simulator.sweep.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.SweepCase;

/**
 * The finished scenarios of a sweep as comma-separated values (RFC 4180), a row each, in the order of the grid. Numbers
 * are written so that reading them back gives the same bits; a cell is empty where there is no figure.
 */
public final class ResultsCsv {
    private ResultsCsv() {}

    /**
     * Writes the table.
     *
     * @param finished by hash
     * @param verdicts what has become of the expectations of each case; empty as long as that is not known
     */
    public static void write(ReadSweep sweep, Map<String, ScenarioRow> finished, List<String> verdicts, Appendable out)
            throws IOException {
        Stream<String> figures = Arrays.stream(SweepColumn.values()).map(SweepColumn::label);
        out.append(Stream.of(sweep.paths().stream(), figures, StoreSchema.FURTHER.stream())
                        .flatMap(names -> names)
                        .map(CsvCells::text)
                        .collect(Collectors.joining(",")))
                .append(isAnythingExpected(sweep) ? ",expectations\n" : "\n");
        for (int c = 0; c < sweep.cases().size(); c++) {
            SweepCase each = sweep.cases().get(c);
            ScenarioRow row = finished.get(each.read().hash());
            if (row != null) {
                write(each, row, out);
                if (isAnythingExpected(sweep)) {
                    out.append(',').append(verdicts.isEmpty() ? "" : verdicts.get(c));
                }
                out.append('\n');
            }
        }
    }

    private static void write(SweepCase each, ScenarioRow row, Appendable out) throws IOException {
        for (String value : each.values()) {
            out.append(CsvCells.text(value)).append(',');
        }
        for (double figure : row.figures()) {
            out.append(CsvCells.number(figure)).append(',');
        }
        out.append(Long.toString(row.replicates())).append(',');
        out.append(Long.toString(row.seed())).append(',');
        out.append(row.hash()).append(',');
        out.append(CsvCells.text(row.version()));
    }

    private static boolean isAnythingExpected(ReadSweep sweep) {
        return sweep.cases().stream()
                .anyMatch(each -> !each.read().scenario().expect().isEmpty());
    }
}
