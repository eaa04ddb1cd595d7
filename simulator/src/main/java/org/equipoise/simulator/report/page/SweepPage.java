package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.report.figure.sweep.Outcomes;
import org.equipoise.simulator.report.words.PathWords;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.sweep.SweepFindings;
import org.equipoise.simulator.sweep.SweepResults;
import org.equipoise.simulator.sweep.store.StoreHistory;
import org.equipoise.simulator.sweep.store.SweepColumn;
import org.jspecify.annotations.Nullable;

/**
 * What a report of a sweep tells.
 *
 * @param results of its finished scenarios, at least one
 * @param findings what they show together
 * @param history of the store; null when it does not say
 * @param directory where results are kept
 * @param file of the sweep; empty when the store alone was read
 * @param version of the program that writes the report
 * @param machine Java version and operating system
 * @param date when the report was made, as text
 */
public record SweepPage(
        SweepResults results,
        SweepFindings findings,
        @Nullable StoreHistory history,
        String directory,
        String file,
        String version,
        String machine,
        String date) {
    private static final int NAME_WIDTH = 24;

    /** The first scenario. */
    Scenario scenario() {
        return sweep().cases().get(0).read().scenario();
    }

    /** {@code power} or {@code type I error}, when all scenarios assume the null hypothesis. */
    String figureName() {
        boolean areNull = results.rows().stream()
                .noneMatch(row -> Double.isNaN(row.result().figure(SweepColumn.TYPE_I_ERROR)));
        return areNull ? "type I error" : "power";
    }

    /** The same at the beginning of a line. */
    String figureTitle() {
        return figureName().equals("power") ? "Power" : "Type I error";
    }

    ReadSweep sweep() {
        return results.sweep();
    }

    /** What the varied paths are called. */
    List<String> names() {
        return PathWords.of(sweep());
    }

    /** What some of them are called together. */
    String names(List<String> paths) {
        List<String> names = names();
        return paths.stream()
                .map(path -> names.get(sweep().paths().indexOf(path)))
                .collect(Collectors.joining(", "));
    }

    /** The results by what varies, with names and values fit for labels. */
    Outcomes outcomes() {
        return Outcomes.of(
                results,
                names(),
                sweep().cases().stream().map(each -> labels(each.values())).toList());
    }

    static List<String> labels(List<String> values) {
        return values.stream().map(value -> PlainText.atMost(NAME_WIDTH, value)).toList();
    }

    /** The one-sided level of the scenarios; NaN where they differ. */
    double alpha() {
        double[] levels = sweep().cases().stream()
                .mapToDouble(each -> each.read().scenario().analysis().oneSidedAlpha())
                .distinct()
                .toArray();
        return levels.length == 1 ? levels[0] : Double.NaN;
    }

    /** Numbers of the finished scenarios by row, from 1, as in {@code compare DIR#3}. */
    List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        int next = 0;
        for (int c = 0; c < sweep().cases().size() && next < results.rows().size(); c++) {
            if (sweep().cases().get(c) == results.rows().get(next).of()) {
                numbers.add(c + 1);
                next++;
            }
        }
        return numbers;
    }

    /** A figure of a row. */
    double figure(int row, SweepColumn column) {
        return results.rows().get(row).result().figure(column);
    }
}
