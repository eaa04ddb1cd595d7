package org.equipoise.simulator.sweep.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.simulator.expect.Verdict;
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
     * @param verdicts what has become of the expectations of cases, by number from 1
     */
    public static void write(
            ReadSweep sweep, Map<String, ScenarioRow> finished, Map<Integer, Verdict> verdicts, Appendable out)
            throws IOException {
        Stream<String> figures = Arrays.stream(SweepColumn.values()).map(SweepColumn::label);
        out.append(Stream.of(
                                sweep.paths().stream(),
                                figures,
                                StoreSchema.FURTHER.stream(),
                                Stream.of(StoreSchema.EXPECTATIONS))
                        .flatMap(names -> names)
                        .map(CsvCells::text)
                        .collect(Collectors.joining(",")))
                .append('\n');
        for (int c = 0; c < sweep.cases().size(); c++) {
            SweepCase each = sweep.cases().get(c);
            ScenarioRow row = finished.get(each.read().hash());
            if (row != null) {
                write(each, row, out);
                Verdict verdict = verdicts.get(c + 1);
                out.append(',').append(verdict == null ? "" : verdict.key()).append('\n');
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
}
